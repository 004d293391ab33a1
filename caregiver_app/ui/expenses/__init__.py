"""The Expenses tab: what the family paid itself, as figures, pictures and a list."""
