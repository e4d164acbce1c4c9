"""From the data folder to the report; `kommunal_nh.saving` is the way back."""
