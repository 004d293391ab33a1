"""Records and rules: what a family's things are, and what must be true of them."""
