"""Editions: a report is frozen as it was published, and goes on as the next edition.

making.py      from a report to an edition
frozen.py      an edition as a file, and back
shelf.py       the frozen editions of a data folder
freezing.py    freeze
advancing.py   advance
rules.py       rules about a report and its earlier editions
agenda.py      what is to be done when an edition begins
"""
