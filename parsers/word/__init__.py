"""Reads Word files, and the web pages and plain text that are embedded in them, into a Document."""
