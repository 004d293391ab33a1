"""Steps from each older layout of the tables to the next; Alembic runs them."""
