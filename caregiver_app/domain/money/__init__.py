"""The rules of money spent on care: exact dollars and cents, dated figures, nothing guessed and no clock."""
