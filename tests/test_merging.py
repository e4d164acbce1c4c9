"""Laying a mapping over another: what profiles and sets of words do with what they build on."""

from __future__ import annotations

from kommunal_nh.loading.merging import merge
from kommunal_nh.loading.source import Mapping, parse_yaml


def mapping(text: str) -> Mapping:
    """YAML that is a mapping."""
    value, findings = parse_yaml(text, "profil.yaml")
    assert findings == []
    assert isinstance(value, Mapping)
    return value


BELOW = "farbe: rot\nebenen:\n  thema: Handlungsfeld\n  ziel: Ziel\nstatus: [a, b]\n"


def test_what_differs_holds_entry_by_entry() -> None:
    """Inside mappings single entries change; what only one side has stays."""
    above = mapping("ebenen:\n  ziel: Unterziel\nschrift: Arial\n")

    assert merge(mapping(BELOW), above) == {
        "farbe": "rot",
        "ebenen": {"thema": "Handlungsfeld", "ziel": "Unterziel"},
        "status": ["a", "b"],
        "schrift": "Arial",
    }


def test_anything_but_mappings_is_replaced_as_a_whole() -> None:
    """A list takes the place of a list, and text and mapping take each other's."""
    above = mapping("status: [c]\nebenen: keine\nfarbe:\n  text: blau\n")

    assert merge(mapping(BELOW), above) == {
        "status": ["c"],
        "ebenen": "keine",
        "farbe": {"text": "blau"},
    }


def test_neither_side_is_changed() -> None:
    """Both mappings are afterwards what they were, also in their lines."""
    below, above = mapping(BELOW), mapping("ebenen:\n  ziel: Unterziel\n")
    merged = merge(below, above)
    merged.lines["farbe"] = 99
    merged.blocks.add("farbe")

    assert (below, above) == (mapping(BELOW), mapping("ebenen:\n  ziel: Unterziel\n"))
    assert (above.lines, above.blocks) == ({"ebenen": 1}, set())


def test_lines_are_those_of_what_differs() -> None:
    """A message about something that differs names its own line, the first one of a long text."""
    above = mapping("# Profil\nebenen:\n  # Text\n  ziel: |\n    Unterziel\nfarbe: blau\n")
    merged = merge(mapping(BELOW), above)

    assert (merged.line, merged.lines) == (2, {"ebenen": 2, "farbe": 6})
    assert (merged["ebenen"].line, merged["ebenen"].lines) == (4, {"ziel": 4})
    assert merged["ebenen"].text_line("ziel") == 5
