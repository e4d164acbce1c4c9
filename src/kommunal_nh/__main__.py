"""Makes `python -m kommunal_nh` the same as the command `kommunal-nh`."""

from kommunal_nh.command import main

main(prog_name="kommunal-nh")
