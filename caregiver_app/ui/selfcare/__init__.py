"""The Self-care tab: small things of a week, breaks, how today is, whom to call, the journal."""
