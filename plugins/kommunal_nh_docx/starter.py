"""What stands in a template to start from: a cover, the marker, and hints that no report shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from kommunal_nh import Labels
from kommunal_nh.document import (
    Block,
    Column,
    Document,
    Heading,
    List,
    Paragraph,
    Quote,
    Row,
    Section,
    Strong,
    Table,
    Text,
    TitlePage,
)
from kommunal_nh_docx.placeholders import MARKER, NAMES

NAME = "Vorlage für Nachhaltigkeitsberichte"

_ANY_DAY = date(2000, 1, 1)  # no report has been made yet
_STEPS = (
    "Das Deckblatt auf der ersten Seite gestalten: Logo, Bilder und Textfelder einfügen.",
    "Die Platzhalter in geschweiften Klammern stehen lassen, verschieben oder löschen.",
    "Kopf- und Fußzeile anpassen: doppelt hineinklicken.",
    "Hausfarbe und Hausschrift wählen: unter „Entwurf“ bei „Farben“ und „Schriftarten“.",
    "Anderes an seinem Beispiel unten ändern: unter „Start“ Rechtsklick auf seine Formatvorlage.",
    "Ränder und Papierformat einstellen, unter „Layout“. Sie gelten für den ganzen Bericht.",
    "Speichern und bauen: kommunal-nh build ORDNER -f docx --template VORLAGE",
)
_MEANINGS = {
    "titel": "Titel des Berichts",
    "untertitel": "zweite Zeile der Titelseite, meist der Stand",
    "stand": "Stand des Berichts",
    "jahr": "Jahr des Standes",
    "herausgeber": "Herausgeber",
    "angaben": "weitere Zeilen der Titelseite, etwa die Vorlage für den Ausschuss",
}


def starter(labels: Labels) -> Document:
    """The content of a template.

    Args:
        labels: The words of header and footer.

    Returns:
        A document whose title, publisher and date are placeholders.
    """
    return Document(
        title="{titel}",
        publisher="{herausgeber}",
        as_of=_ANY_DAY,
        blocks=tuple(_blocks()),
        labels=attrs.evolve(labels, date_format="{stand}"),
    )


def _blocks() -> Iterator[Block]:
    yield TitlePage("{titel}", "{untertitel}", ("{herausgeber}", "{angaben}"))
    yield _said(f"{{{MARKER}}}")
    yield Section("", "", blocks=(_heading(1, "Hinweise zu dieser Vorlage"),), runs_on=True)
    yield _said(
        "Der Absatz darüber zeigt, wo der Bericht beginnt. Alles davor wird sein Deckblatt. Diese "
        "Hinweise und die Beispiele unten kommen nicht in den Bericht."
    )
    yield List(tuple((_said(step),) for step in _STEPS), ordered=True)
    yield _placeholders()
    yield from _examples()


def _placeholders() -> Table:
    rows = (Row(((Text(f"{{{key}}}"),), (Text(_MEANINGS[key]),))) for key in NAMES)
    columns = (Column("Platzhalter", 25, header=True), Column("wird zu", 75))
    return Table("Platzhalter auf Deckblatt, in Kopf- und Fußzeile", columns, tuple(rows))


def _examples() -> Iterator[Block]:
    yield _heading(1, "1 Überschrift 1")
    yield _said("Standard: So sieht der Text des Berichts aus.")
    yield _heading(2, "1.1 Überschrift 2")
    yield _said("Zielformulierung: Wortlaut eines Ziels.", "statement")
    yield _heading(3, "1.1.1 Überschrift 3")
    yield _said("Leerhinweis: Text, wo es nichts zu berichten gibt.", "empty")
    yield _heading(4, "1.1.1.1 Überschrift 4")
    yield Paragraph((Strong((Text("Eckdaten:"),)), Text(" Status und Verantwortliche")), "facts")
    yield _said("Feldbezeichnung:", "label")
    yield _said("Auch dieser Text ist Standard.")
    yield List(((_said("Aufzählungszeichen"),), (_said("noch eines"),)))
    yield Quote((_said("Zitat: Worte anderer."),))
    row = Row(((Text("Tabellentext"),), (Text("Reporttabelle"),)))
    yield Table("Beschriftung", (Column("Tabellenkopf"), Column("noch einer")), (row,))


def _heading(level: int, words: str) -> Heading:
    return Heading(level, "", (Text(words),))


def _said(words: str, role: str = "") -> Paragraph:
    return Paragraph((Text(words),), role)
