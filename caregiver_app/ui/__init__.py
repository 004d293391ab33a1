"""The window: pages that ask and listen."""
