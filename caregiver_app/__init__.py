"""Caregiver Organizer: help, rides, leave and costs around someone you care for, in one place."""

__version__ = "0.1.0"
