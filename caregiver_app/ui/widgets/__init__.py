"""The building blocks of every page and dialog."""
