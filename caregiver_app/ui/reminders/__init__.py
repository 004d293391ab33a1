"""Reminders: the watch on the clock, the quiet card, the desktop’s notifications, the tray, and their windows."""
