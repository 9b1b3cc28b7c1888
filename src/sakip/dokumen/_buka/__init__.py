"""Files into grids of cells: what a file is, what it may ask for, and how it is opened."""
