"""Asking people: the words, the list of who could do it, and their answers; for tasks and for rides."""
