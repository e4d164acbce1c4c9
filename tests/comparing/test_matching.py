"""What changed, by example: facts of the report, pictures, parts of projects."""

from __future__ import annotations

import json
import struct
import zlib

import attrs
from tests.comparing.cases import BASIS, edition, half_a_year, measures, with_project
from tests.comparing.rendering import rendered

from kommunal_nh import Chapter, Part, Report, change_report, compare
from kommunal_nh.comparing import Changes, to_json


def changes_of(old: Report, new: Report) -> Changes:
    """What changed between two reports."""
    return compare(edition(old), edition(new))


def report_of(old: Report, new: Report) -> str:
    """The change report of two reports as text."""
    return rendered(change_report(changes_of(old, new)))


def test_another_order_of_chapters_is_told() -> None:
    """Chapters that change places are named in both orders."""
    chapters = (Chapter("a", "Anfang", "A."), Chapter("b", "Mitte", "B."))
    old = attrs.evolve(BASIS, chapters=chapters)
    text = report_of(old, attrs.evolve(old, chapters=chapters[::-1]))

    assert "facts: **Reihenfolge der Kapitel:** {+Mitte, +}Anfang[-, Mitte-]" in text


def test_other_data_of_a_module_are_told() -> None:
    """The comparison does not know what a module's data mean, but that they are others."""
    old = attrs.evolve(BASIS, modules={"messung": (1,)})
    changes = changes_of(old, attrs.evolve(old, modules={"messung": (2,)}))

    assert changes.notes == ("modules",)


def test_names_of_units_are_a_change_of_the_report() -> None:
    """A unit with another name is told once, not for each project that it is responsible for."""
    changes = changes_of(BASIS, attrs.evolve(BASIS, units={**BASIS.units, "65": "Bauen"}))

    assert [text.key for text in changes.texts] == ["units"]
    assert changes.things == ()


def test_statuses_that_are_given_up_have_a_look() -> None:
    """The change report has a style for each status of both editions."""
    old, new = measures()
    document = change_report(changes_of(old, new))

    assert [style.id for style in document.statuses] == ["offen", "fertig", "ruht"]


def test_unchanged_lines_are_left_out_unless_they_are_short() -> None:
    """A short line between two changes stays; a long one, or several, become dots."""
    long = "Ein Absatz, der bleibt, wie er ist. " * 10
    old = with_project(BASIS, "wind", progress=f"Eins gilt.\n\nKurz.\n\nZwei gilt.\n\n{long}")
    new = with_project(BASIS, "wind", progress=f"Eins galt.\n\nKurz.\n\nZwei galt.\n\n{long}")
    text = report_of(old, new)

    assert (
        "text: Eins [-gilt-]{+galt+}.\ntext: Kurz.\ntext: Zwei [-gilt-]{+galt+}.\ntext: […]" in text
    )


def test_parts_are_compared_by_their_titles() -> None:
    """A new part before the others changes nothing in them."""
    parts = (
        Part("Ost", "Ein Weg."),
        Part("Nord", "Drei Wege.", "Gebaut."),
        Part("Süd", "Zwei Wege."),
    )
    (change,) = changes_of(BASIS, with_project(BASIS, "wege", parts=parts)).things

    assert [(text.key, text.label) for text in change.texts] == [
        ("part", "Teil:"),
        ("description", "Ost – Projektbeschreibung:"),
        ("progress", "Nord – Sachstand:"),
    ]


def picture(shade: int) -> bytes:
    """A PNG of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixel = zlib.compress(bytes((0, shade)))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
    )


def test_another_picture_is_a_change() -> None:
    """A picture with the same words is another one if its bytes are others."""
    text = "![Karte der Wege](karte.png)"
    old = attrs.evolve(with_project(BASIS, "wege", progress=text), images={"karte.png": picture(0)})
    new = with_project(old, "wege", title="Radwege ")
    changes = changes_of(old, attrs.evolve(new, images={"karte.png": picture(255)}))

    assert [text.key for change in changes.things for text in change.texts] == ["title", "progress"]


def test_the_data_of_half_a_year() -> None:
    """The data for programs say in plain words what the change report says."""
    old, new = half_a_year()
    data = json.loads(to_json(changes_of(old, new)))
    things = {one["id"]: one for one in data["things"]}

    assert data["counts"] == {"new": 1, "gone": 3, "changed": 3, "renumbered_only": 0}
    assert things["wind"]["moved"]
    assert things["netz"]["ending"]["merged_into"] == "beratung"
    assert things["allianz"]["ending"]["number"] == "1.1.1.1"
    assert things["konzept"]["texts"] == [
        {
            "key": "progress",
            "label": "Sachstand:",
            "old": ["Das Konzept wird beraten."],
            "new": ["Das Konzept ist am 14.12.2023 beschlossen."],
        }
    ]
