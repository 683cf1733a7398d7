"""Reads PDFs: the file, what stands on its pages, and both made into a Document."""
