"""What stands where in a Word file; the reader looks for these words at the left of the tables."""

from __future__ import annotations

STATUS, DESCRIPTION, LAST, NEW, UNCHANGED, COOPERATION, OTHERS, KEY = (
    "Status", "Beschreibung", "Letzter Sachstand", "Neuer Sachstand", "unverändert",
    "Zusammenarbeit", "Auch gefragt", "Kennung",
)  # fmt: skip
"""Labels of a question."""
GOAL, IDEA_TITLE = "Ziel", "Titel"
"""Labels of an idea, besides description and cooperation."""
IDEAS = "Neue Vorschläge"
IDEA_PLACES = 5
"""How many ideas there is room for."""
HIDDEN = "Angaben für das Einlesen (bitte nicht ändern)"
SIGN = "kommunal-nh Rückfrage 1"
"""Stands first in the last table."""
EDITION, UNIT, DUE, QUESTION, STATUSES, GOALS, FRAME = (
    "Ausgabe", "Einheit", "Frist", "Frage", "Status", "Ziel", "Rahmen",
)  # fmt: skip
"""Labels of the last table."""
CHOOSE, WRITE = "Bitte wählen", "Hier schreiben"
"""What stands in a control that nobody has touched."""
