"""The first minutes: two names, a few helpers, a few tasks, and the sheet."""
