"""The tables of a page, ruled and unruled: their grid, rows and columns."""
