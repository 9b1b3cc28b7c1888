"""Flat tables: one header row, then a row for each thing."""
