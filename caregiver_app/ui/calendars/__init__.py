"""Calendar files for other programs, from whatever part of the window they are asked for."""
