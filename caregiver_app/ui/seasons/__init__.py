"""The one quiet place where a family says that the care is another one now."""
