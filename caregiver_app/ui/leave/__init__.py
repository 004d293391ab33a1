"""The Leave tab: what is left, what comes back, the log of time off."""
