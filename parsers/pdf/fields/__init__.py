"""The fields of interactive forms (AcroForm): what they hold, whether they are on, and where they stand."""
