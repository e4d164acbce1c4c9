"""The Blaustein examples have what their source has: fields of action, teams, letters, numbers."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kommunal_nh import (
    Document,
    Report,
    all_goals,
    all_projects,
    assemble,
    load,
    number,
    public_view,
)
from kommunal_nh.document import List, Section
from trees import find, heading, sections, spoken, tables, words

ROOT = Path(__file__).parents[2]
SEED = ROOT.parent / "shared" / "seeds" / "003_62f334468e8cf1d5.txt"
CLIMATE, FAMILY = "klimaschutz-und-energiewende", "familienfreundlichkeit"


@cache
def report(name: str = "blaustein") -> Report:
    """One of the examples, as it is published."""
    return public_view(load(ROOT / "examples" / name))


@cache
def document(name: str = "blaustein") -> Document:
    """Its document."""
    return assemble(report(name))


def section(anchor: str, name: str = "blaustein") -> Section:
    """The section with an anchor."""
    (found,) = (one for one in sections(document(name)) if one.anchor == anchor)
    return found


def test_three_dimensions_hold_fifteen_fields() -> None:
    """Three, five and seven Handlungsfelder, numbered through from 1 to 15."""
    counted = Counter(theme.dimension for theme in report().themes)

    assert list(counted.values()) == [3, 5, 7]
    assert [number(report())[theme.id] for theme in report().themes] == [
        str(value) for value in range(1, 16)
    ]


def test_the_figures_name_the_teams() -> None:
    """The last table of the figures has dimension, field and team; four fields have no team."""
    (figures,) = sections(document(), "figures")
    *_, (table, rows) = tables(figures)

    assert [column.title for column in table.columns] == [
        "Dimension", "Handlungsfeld", "Federführung",
    ]  # fmt: skip
    assert Counter(words(row.cells[2]) for row in rows) == {
        "Team Klima/Energie": 2,
        "Team Natur/Mobilität": 2,
        "Team Sozial": 7,
        "Impulsgruppe und Team Beschaffung": 1,
        "": 3,
    }


def test_goals_are_a_list_before_the_measures() -> None:
    """Four goals without numbers, then the sections of measures, finished ones and ideas."""
    inner = [block for block in section(CLIMATE).blocks if isinstance(block, Section)]
    titles = [words(heading(one).content) for one in inner]
    (goals,) = find(inner[0], List)

    assert titles == ["Ziele", "Maßnahmen", "Umgesetzte Maßnahmen", "Ideen"]
    assert [heading(one).number for one in inner] == [""] * 4
    assert len(goals.items) == 4


def test_measures_and_ideas_have_letters_of_their_own() -> None:
    """Measures a) to d) and ideas a) to e); in the other field a) to e) and a)."""
    numbering = number(report())
    found = [
        (theme.id, project.status, numbering[project.id])
        for theme in report().themes
        for project in theme.projects
    ]

    assert found == [
        *((CLIMATE, "massnahme", f"{letter})") for letter in "abcd"),
        *((CLIMATE, "idee", f"{letter})") for letter in "abcde"),
        *((FAMILY, "massnahme", f"{letter})") for letter in "abcde"),
        (FAMILY, "idee", "a)"),
    ]


def test_an_idea_and_its_measure_name_one_another() -> None:
    """Each of the first four ideas belongs to a measure, which names it; the last to none."""
    for theme in report().themes[:1]:
        measures = [one.id for one in theme.projects if one.status == "massnahme"]
        ideas = [one for one in theme.projects if one.status == "idee"]
        assert [one.extra.get("massnahme", "") for one in ideas] == [*measures, ""]
        for idea, measure in zip(ideas, measures, strict=False):
            title = next(one.title for one in theme.projects if one.id == measure)
            assert f"Zur Maßnahme: {title}" in "\n".join(spoken(section(idea.id)))
            assert f"Ideen dazu: {idea.title}" in "\n".join(spoken(section(measure)))


def test_fields_without_entries_say_so() -> None:
    """Thirteen Handlungsfelder have one sentence instead of goals, measures and ideas."""
    sentence = report().profile.labels.no_entries
    silent = [theme.id for theme in report().themes if not theme.goals and not theme.projects]

    assert len(silent) == 13
    assert all(sentence in list(spoken(section(name))) for name in silent)


def test_the_milestones_go_from_2013_to_2017() -> None:
    """The table of milestones has a row for each of the source's dates."""
    (chapter,) = (one for one in sections(document()) if one.anchor == "nh-weg..meilensteine")
    ((_, rows),) = tables(chapter)
    times = [words(row.cells[0]) for row in rows]

    assert (times[0], times[-1], len(times)) == ("September 2013", "Juni 2017", 13)


def test_the_report_says_what_is_new_since_the_first() -> None:
    """There is an edition of 2015 without measures; since then nine measures and six ideas came."""
    (changes,) = sections(document(), "changes")
    said = list(spoken(changes))

    assert [edition.report.as_of.year for edition in report().past] == [2015]
    assert list(all_projects(report().past[0].report)) == []
    assert sum(line.endswith("Maßnahme") for line in said) == 9
    assert sum(line.endswith("Idee") for line in said) == 6


# ---------------------------------------------------------------------- the Handlungskonzept


def test_subgoals_keep_the_numbers_that_were_decided() -> None:
    """Unterziele 1, 3 and 4 with activities 1.1 to 1.6, 3.1 to 3.3 and 4.1 to 4.4."""
    concept = report("blaustein_handlungskonzept")
    numbering = number(concept)
    (theme,) = concept.themes

    assert numbering[theme.id] == ""
    assert [numbering[goal.id] for goal in all_goals(theme)] == [
        "Unterziel 1", "Unterziel 3", "Unterziel 4",
    ]  # fmt: skip
    assert [numbering[project.id] for project in all_projects(concept)] == [
        *(f"1.{place}" for place in range(1, 7)),
        *(f"3.{place}" for place in range(1, 4)),
        *(f"4.{place}" for place in range(1, 5)),
    ]


# ------------------------------------------------------------------------ against the source


@pytest.mark.skipif(not SEED.is_file(), reason="the published source is not here")
@pytest.mark.parametrize("name", ["blaustein", "blaustein_handlungskonzept"])
def test_no_sentence_is_the_source_s(name: str) -> None:
    """Facts and names are the source's; no run of eight words is."""
    source = _runs(SEED.read_text("utf-8"))
    titles = {theme.title for theme in report().themes}
    texts = [text for text in _texts(report(name)) if text not in titles]

    assert [run for text in texts for run in _runs(text) if run in source] == []


def _texts(example: Report) -> list[str]:
    texts = [chapter.text for chapter in example.chapters]
    for theme in example.themes:
        texts += [theme.title, theme.introduction]
        texts += [goal.statement for goal in all_goals(theme)]
    for project in all_projects(example):
        texts += [project.title, project.description, project.progress]
    return texts


def _runs(text: str) -> set[str]:
    """All runs of eight words that stand on one line."""
    lines = (re.findall(r"\w+", line.lower()) for line in text.splitlines())
    return {" ".join(found[at : at + 8]) for found in lines for at in range(len(found) - 7)}
