"""Other programs' formats: records to text and back."""
