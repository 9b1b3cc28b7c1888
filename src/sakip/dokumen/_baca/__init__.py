"""Grids into tables: headers, rows, and the book of what became of each cell."""
