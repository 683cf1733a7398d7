"""The words of the workbook and of the report, Italian and English."""
