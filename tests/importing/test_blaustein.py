"""The published slides of Blaustein: themes from a table, goals and measures from lists."""

from __future__ import annotations

from functools import cache

import pytest
from tests.importing.manuscripts import BLAUSTEIN, ROOT, facts, imported

from kommunal_nh import Report, check, load
from kommunal_nh.findings import has_errors
from kommunal_nh.importing import Imported

pytestmark = pytest.mark.skipif(not BLAUSTEIN.exists(), reason="the published slides are not here")


@cache
def blaustein() -> Imported:
    return imported(BLAUSTEIN, "blaustein")


@cache
def example() -> Report:
    return load(ROOT / "examples" / "blaustein")


def test_fifteen_themes_with_dimension_and_team() -> None:
    """Names, dimensions and teams of all fifteen fields of action come from the table."""
    as_the_slides_say = {
        "Team Natur/Mobilität": "Team Natur",
        "Impulsgruppe und Team Beschaffung": "Impulsgruppe/Beschaffung",
    }
    found = [
        (one.title, one.dimension.replace(" „G", ": g").replace("“", ""), one.lead)
        for one in blaustein().report.themes
    ]
    known = [(one.title, one.dimension, one.lead) for one in example().themes]
    assert found == [
        (title, dimension, as_the_slides_say.get(lead, lead)) for title, dimension, lead in known
    ]


def test_goals_measures_and_ideas() -> None:
    """Both fields of action that the slides show have their goals, measures and ideas."""
    report = blaustein().report
    shown = [theme for theme in report.themes if theme.goals]
    counts = [
        (
            len(theme.goals),
            [project.status for project in theme.projects].count("massnahme"),
            [project.status for project in theme.projects].count("idee"),
        )
        for theme in shown
    ]
    assert counts == [(4, 4, 5), (1, 5, 1)]
    assert [goal.statement for goal in shown[0].goals] == [
        "Senkung der CO₂-Emissionen",
        "Senkung des Gesamtenergiebedarfs",
        "Erhöhung des Anteils regenerativer Energien",
        "Ausbau Kraft-Wärme-Kopplung",
    ]
    assert shown[0].projects[0].title.startswith("Regelmäßige Energieberichterstattung")
    assert shown[0].projects[-1].title.startswith("Runder Tisch")


def test_as_many_as_the_example_has() -> None:
    """The data made by hand has the same number of measures and ideas."""
    for one, other in zip(blaustein().report.themes, example().themes, strict=True):
        assert len(one.projects) == len(other.projects), one.title
        assert len(one.goals) == len(other.goals), one.title


def test_day() -> None:
    """The day is that of the title page."""
    assert blaustein().report.as_of.isoformat() == "2017-07-14"


def test_findings() -> None:
    """One name is cut off in the table; the publisher is not named; the slides' rest is left."""
    assert facts(blaustein()) == [
        ("no-publisher", 1),
        ("not-recognised", 7),
        ("name-differs", 136),
    ]
    assert not has_errors(check(blaustein().report))


def test_the_rest_is_kept() -> None:
    """Milestones and activities, which are no part of the profile, are in the file of the rest."""
    left = "\n".join(words for _, words in blaustein().left)
    assert "Bürgerwerkstatt „Nachhaltige Kommunalentwicklung“" in left
    assert "Ausarbeitung des entwicklungspolitischen Handlungskonzepts" in left
