"""The house style of a municipality: colour, fonts, logo and paper, in one file.

style    what a house style says
reading  from the file to the style
rules    what can be wrong with one
"""
