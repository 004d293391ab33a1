"""The Tasks tab: who is helping with what."""
