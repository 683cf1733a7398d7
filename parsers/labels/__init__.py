"""The labels of boxes, told without the definition of a form."""
