"""What stands where in a spreadsheet; the reader looks for these words, wherever they are."""

from __future__ import annotations

GUIDE, PROJECTS, IDEAS, LONG, HIDDEN = (
    "Anleitung", "Rückfrage", "Neue Vorschläge", "Lange Texte", "Angaben",
)  # fmt: skip
"""Names of the sheets."""
NUMBER, TITLE, STATUS, DESCRIPTION, LAST, NEW, UNCHANGED, COOPERATION, OTHERS, KEY = (
    "Nr.", "Titel", "Status", "Beschreibung", "Letzter Sachstand", "Neuer Sachstand",
    "unverändert", "Zusammenarbeit", "Auch gefragt", "Kennung",
)  # fmt: skip
"""Headings of the columns of projects."""
COLUMNS = {
    NUMBER: 9, TITLE: 26, STATUS: 16, DESCRIPTION: 50, LAST: 50, NEW: 50, UNCHANGED: 12,
    COOPERATION: 30, OTHERS: 18, KEY: 14,
}  # fmt: skip
"""The columns in their order, and how many letters they are wide at least."""
TEXTS = (DESCRIPTION, LAST, COOPERATION)
"""The columns with texts of the report."""
GOAL, IDEA_TITLE = "Ziel", "Titel"
IDEA_COLUMNS = {GOAL: 45, IDEA_TITLE: 35, DESCRIPTION: 70, COOPERATION: 35}
"""The same for the sheet of ideas."""
IDEA_ROWS = 20
"""How many ideas there is room for."""
LONGEST = 3000
"""Letters that a cell shows; what is longer stands in parts in the sheet of long texts."""
