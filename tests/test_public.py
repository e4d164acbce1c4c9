"""What leaves the house, by example."""

from __future__ import annotations

from datetime import date

import attrs

from kommunal_nh import (
    Cooperation,
    ExtraField,
    FieldKind,
    Goal,
    Profile,
    Project,
    Report,
    Theme,
    Withdrawn,
    assemble,
    number,
    public_view,
)
from kommunal_nh.walks import all_projects
from trees import strings

FIELDS = (
    ExtraField("kosten", "Kosten:", FieldKind.NUMBER),
    ExtraField("bearbeiter", "Bearbeitet von:", private=True),
)
OPEN = Project(
    "offen",
    "Offenes Projekt",
    "laufend",
    progress="Läuft.",
    internal_note="Bürgermeister fragen",
    extra={"kosten": "1.000", "bearbeiter": "Referat"},
)
DRAFT = Project(
    "entwurf",
    "Geheimer Plan",
    "idee",
    progress="Noch vertraulich.",
    responsible=("x9",),
    cooperation=Cooperation(municipalities=("dorf",)),
    draft=True,
)
REPORT = Report(
    "Report",
    "Kreis",
    date(2024, 1, 1),
    attrs.evolve(Profile(), fields=FIELDS),
    themes=(Theme("t", "Thema", goals=(Goal("g", projects=(DRAFT, OPEN)),)),),
    units={"x9": "Sonderstab"},
    municipalities={"dorf": "Dorf"},
    withdrawn=(Withdrawn("Altes Projekt", "Aufgegeben.", merged_into="entwurf"),),
)


def test_drafts_are_left_out() -> None:
    """A draft is not in the public view, and nothing counts it."""
    view = public_view(REPORT)

    assert [project.id for project in all_projects(view)] == ["offen"]
    assert number(view)["offen"] == "1.1.2.1"
    assert "entwurf" not in number(view)


def test_notes_and_private_fields_are_left_out() -> None:
    """Internal notes and the values and labels of private fields are not in the public view."""
    (project,) = all_projects(public_view(REPORT))

    assert project.internal_note == ""
    assert dict(project.extra) == {"kosten": "1.000"}
    assert [field.key for field in public_view(REPORT).profile.fields] == ["kosten"]


def test_the_document_says_nothing_of_it() -> None:
    """Neither texts nor names nor anchors of private things occur in the document."""
    said = "\n".join(strings(assemble(public_view(REPORT))))
    secrets = ("Geheim", "vertraulich", "entwurf", "fragen", "Referat", "Bearbeitet", "Sonderstab")

    assert [word for word in (*secrets, "x9", "Dorf") if word in said] == []
    assert "1.000" in said
    assert "Aufgegeben." in said


def test_the_report_itself_is_unchanged() -> None:
    """The public view is a new report; the whole one still has everything."""
    before = attrs.evolve(REPORT)
    public_view(REPORT)

    assert before == REPORT
    assert [project.id for project in all_projects(REPORT)] == ["entwurf", "offen"]
