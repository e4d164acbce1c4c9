"""Merging: what the departments answered comes back into the data folder."""
