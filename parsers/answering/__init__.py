"""Gives what is left over of a document to the questions that it answers."""
