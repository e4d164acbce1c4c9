"""HTML for kommunal_nh."""
