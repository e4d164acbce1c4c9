"""Groups of rows, one module for each; `groups.py` lists them."""
