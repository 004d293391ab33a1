"""Putting a sheet on paper: the window that shows it, the printers, and saving it as a PDF."""
