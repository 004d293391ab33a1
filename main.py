"""Starts Caregiver Organizer."""

import sys

from caregiver_app.app import main

if __name__ == "__main__":
    sys.exit(main())
