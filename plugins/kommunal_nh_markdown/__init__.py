"""Markdown for kommunal_nh."""
