"""The first page: the day at a glance."""
