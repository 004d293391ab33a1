"""What a person can do and ask: one function each."""
