"""Reads a file into a Document, and a Document with a form definition into Answers.

Knows nothing of records, folders or spreadsheets.
"""
