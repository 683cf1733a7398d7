"""Reads the choice fields: which boxes belong to which options, and what they say together."""
