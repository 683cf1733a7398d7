"""Writes for people: the dataset, the workbook and the reports, from finished outcomes."""
