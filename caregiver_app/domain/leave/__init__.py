"""The rules of FMLA leave, counted from the employee's side: exact fractions of workweeks, whole minutes, no clock."""
