"""Printed sheets: records in, the bytes of a PDF out."""
