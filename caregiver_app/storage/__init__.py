"""The database behind everything: records in, records out."""
