"""DOCX for kommunal_nh."""
