"""Each kind of contradiction: one report that has it, and one that does not."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from tests.importing.manuscripts import of_lines

from kommunal_nh import NumberingScheme, load_profile

THEME, GOAL = "1. Klima", "1.1 Strategisches Ziel 1"
DONE, RUNNING, PLANNED, IDEAS = (
    "1.1.1 umgesetzte Projekte",
    "1.1.2 Projekte in Bearbeitung",
    "1.1.3 Projekte in Planung",
    "1.1.4 Ideenspeicher",
)
NONE = "derzeit keine Projekte vorhanden"
HEAD = "Nr.\tProjekt\tPlanung\tBearbeitung\tUmgesetzt\tVerantwortlichkeit"
LIST = "Projektliste „Klima“"


def row_of_many(place: int) -> str:
    """A row of a long list; only the first one has no responsible unit."""
    return f"1.1.2.{place}\tProjekt {place}\t\tx\t\t{'61' * (place > 1)}"


CASES: dict[str, tuple[list[str], list[str]]] = {
    "number-twice": (
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", "1.1.2.1 Windrad"],
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", "1.1.2.2 Windrad"],
    ),
    "number-gap": (
        [THEME, GOAL, DONE, "1.1.1.1 Solardach", "1.1.1.3 Windrad"],
        [THEME, GOAL, DONE, "1.1.1.1 Solardach", "1.1.1.2 Windrad"],
    ),
    "number-out-of-order": (
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", "1.1.2.3 Windrad", "1.1.2.2 Radweg"],
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", "1.1.2.2 Windrad", "1.1.2.3 Radweg"],
    ),
    "wrong-section": (
        [THEME, GOAL, RUNNING, "1.1.3.1 Solardach"],
        [THEME, GOAL, PLANNED, "1.1.3.1 Solardach"],
    ),
    "not-empty": (
        [THEME, GOAL, RUNNING, "1.1.3.1 Solardach", "Ein Satz.", PLANNED, NONE],
        [THEME, GOAL, RUNNING, NONE, PLANNED, "1.1.3.1 Solardach"],
    ),
    "number-differs": (
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", LIST, f"{HEAD}\n1.1.2.9\tSolardach\t\tx\t\t61"],
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", LIST, f"{HEAD}\n1.1.2.1\tSolardach\t\tx\t\t61"],
    ),
    "status-differs": (
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", LIST, f"{HEAD}\n1.1.2.1\tSolardach\tx\t\t\t61"],
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", LIST, f"{HEAD}\n1.1.2.1\tSolardach\t\tx\t\t61"],
    ),
    "title-differs": (
        [THEME, GOAL, RUNNING, "1.1.2.1 Windrad", LIST, f"{HEAD}\n1.1.2.1\tWindräder\t\tx\t\t61"],
        [THEME, GOAL, RUNNING, "1.1.2.1 „Sonne“", LIST, f'{HEAD}\n1.1.2.1\t"Sonne"\t\tx\t\t61'],
    ),
    "missing-in-list": (
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", "1.1.2.2 Windrad", LIST,
         f"{HEAD}\n1.1.2.1\tSolardach\t\tx\t\t61"],
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", "1.1.2.2 Windrad"],
    ),
    "missing-in-text": (
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", LIST,
         f"{HEAD}\n1.1.2.1\tSolardach\t\tx\t\t61\n1.1.2.2\tWindrad\t\tx\t\t61"],
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", LIST, f"{HEAD}\n1.1.2.1\tSolardach\t\tx\t\t61"],
    ),
    "count-differs": (
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", LIST,
         f"{HEAD}\n1.1.2.1\tSolardach\t\tx\t\t61\n1.1.2.2\tWindrad\t\tx\t\t61"],
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", LIST, f"{HEAD}\n1.1.2.1\tSolardach\t\tx\t\t61"],
    ),
    "printed-reference": (
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", "Mehr unter 1.1.2.7."],
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", "Mehr unter 1.1.2.2.", "1.1.2.2 Windrad"],
    ),
    "name-differs": (
        ["Inhaltsverzeichnis", "1. Klima und Luft\t3", THEME, GOAL],
        ["Inhaltsverzeichnis", "1. Klima\t3", THEME, GOAL],
    ),
    "missing-responsible": (
        [THEME, GOAL, RUNNING, *(f"1.1.2.{place} Projekt {place}" for place in range(1, 31)), LIST,
         "\n".join([HEAD, *map(row_of_many, range(1, 31))])],
        [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", LIST, f"{HEAD}\n1.1.2.1\tSolardach\t\tx\t\t"],
    ),
    "not-recognised": (
        ["Report", "Ein zweiter Titel", THEME, GOAL, "Luft wird sauberer."],
        ["Report", THEME, GOAL, "Luft wird sauberer."],
    ),
    "no-date": (["Report", THEME, GOAL], ["Report", "Stand: 01.10.2023", THEME, GOAL]),
    "no-publisher": (["Report", THEME, GOAL], ["Report der Stadt Soest", THEME, GOAL]),
}  # fmt: skip


@pytest.mark.parametrize("rule", CASES)
def test_it_is_found_where_it_is(rule: str, tmp_path: Path) -> None:
    """A report that contradicts itself has this finding, one that does not has none."""
    wrong, right = CASES[rule]
    assert rule in {one.rule for one in of_lines(tmp_path, wrong).findings}
    assert rule not in {one.rule for one in of_lines(tmp_path, right).findings}


def test_every_rule_is_explained() -> None:
    """The page about the import names each rule that there is, and no other."""
    page = Path(__file__).parents[2] / "docs" / "reference" / "import.md"
    table = page.read_text("utf-8").split("## Findings")[1].split("\n## ")[0]
    named = {
        word for row in table.split("\n") if row.startswith("| `") for word in row.split("`")[1::2]
    }
    assert {word for word in named if "-" in word} == set(CASES)


def message(rule: str, lines: list[str], folder: Path) -> str:
    """What is said about the only contradiction of a kind."""
    (one,) = (one for one in of_lines(folder, lines).findings if one.rule == rule)
    return one.message


def test_a_number_that_leads_to_itself(tmp_path: Path) -> None:
    """A project that refers to its own number is named."""
    lines = [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", "Siehe 1.1.2.1."]
    assert "führt zu sich selbst" in message("printed-reference", lines, tmp_path)


@pytest.mark.parametrize(
    "words", ["Siehe 1.1.2.2 Radweg am See.", "Beim „Radweg am See“ (1.1.2.2) ist es ebenso."]
)
def test_a_number_whose_words_mean_something_else(words: str, tmp_path: Path) -> None:
    """The title beside a number is another project's: both are named with their places."""
    projects = ["1.1.2.1 Solardach", words, "1.1.2.2 Windrad", "1.1.2.3 Radweg am See"]
    said = message("printed-reference", [THEME, GOAL, RUNNING, *projects], tmp_path)
    assert "führt zu „Windrad“, seine Worte nennen aber „Radweg am See“ (1.1.2.3, Zeile 13)" in said


def test_a_row_about_nothing_is_left(tmp_path: Path) -> None:
    """A second head with other words is no project that the text lacks."""
    rows = f"{HEAD}\n\t\tfertig\tbald\t\tAmt\n1.1.2.1\tSolardach\t\tx\t\t61"
    found = of_lines(tmp_path, [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", LIST, rows])
    assert "missing-in-text" not in {one.rule for one in found.findings}
    assert any("bald" in words for _, words in found.left)


def test_dates_are_no_numbers_of_projects(tmp_path: Path) -> None:
    """Days, amounts and versions look like numbers and are left as they are."""
    text = "Am 21.06.2022 kosteten 1.250.000 Teile nach BITV 2.0 genau 3.1 Mio. €."
    found = of_lines(tmp_path, [THEME, GOAL, RUNNING, "1.1.2.1 Solardach", text])
    assert found.report.themes[0].goals[0].projects[0].description == text


def test_short_numbers_need_a_word_before_them(tmp_path: Path) -> None:
    """Where numbers of projects have two parts, 1.2 alone may be an amount."""
    scheme = NumberingScheme("{thema}", "", "", "{thema}.{projekt}")
    profile = attrs.evolve(load_profile("standard"), numbering=scheme)
    lines = [
        "1. Klima",
        "1.1 Solardach",
        "Im Projekt 1.2 wurden 1.2 Mio. € verbaut.",
        "1.2 Windrad",
    ]
    found = of_lines(tmp_path, lines, profile)
    description = found.report.themes[0].projects[0].description
    assert description == "Im Projekt [](#windrad) wurden 1.2 Mio. € verbaut."
