"""The drawn forms as programs other than LibreOffice bring them to PDF."""
