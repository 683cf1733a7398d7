"""Finds where the form's words stand in a document."""
