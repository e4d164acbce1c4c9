"""Other tools, doing the same with the same content, each in the way that its manual shows.

`known.py` lists them. What they are given is made before their time is taken. Modules that end in
`_alone.py` run in their environment and know nothing of kommunal_nh.
"""
