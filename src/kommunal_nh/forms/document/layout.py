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
STATUSES, GOALS, FRAME = "Status", "Ziel", "Rahmen"
"""Labels of the last table, besides those of every form."""
CHOOSE, WRITE = "Bitte wählen", "Hier schreiben"
"""What stands in a control that nobody has touched."""
