"""The text of a page: from characters to words, lines and paragraphs."""
