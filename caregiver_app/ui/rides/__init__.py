"""The Rides tab: visits, and who drives to them."""
