"""Surveying: what each department is asked."""
