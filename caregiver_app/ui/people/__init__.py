"""The people of the circle: the list of helpers, one person's form, a helper in one line, the two at the center."""
