"""No line ends inside an abbreviation, before a unit or in a date, if the profile wants that."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunal_nh import ArchiveEntry, Profile, Report, Theme, assemble, build, check, load
from kommunal_nh.document import Table
from kommunal_nh.spaces import FIXED, breaking_spaces, fixed_text
from kommunal_nh.testing import reports
from trees import everything

SET = [
    "z. B.", "u. a.", "i. d. R.", "d. h.", "§ 3", "§§ 4", "Art. 5", "10 km", "80 %", "5 Mio.",
    "Nr. 3", "Abs. 2", "2,5 ha", "40 €", "300 kWh",
]  # fmt: skip
LEFT = ["5 Kinder", "Art der 3", "3 kleine", "2023 hat", "in. d. R", "10 kmh", "Nr. drei"]


def words(node: Any) -> list[str]:
    """Every text of a document, with ordinary spaces."""
    return [one.replace(FIXED, " ") for one in everything(node) if isinstance(one, str)]


@pytest.mark.parametrize("text", SET)
def test_what_belongs_together_stays_together(text: str) -> None:
    """Abbreviations, signs before numbers and numbers before units get no-break spaces."""
    assert (
        fixed_text(f"Es sind {text} und mehr.") == f"Es sind {text.replace(' ', FIXED)} und mehr."
    )


@pytest.mark.parametrize("text", LEFT)
def test_other_spaces_stay(text: str) -> None:
    """A space between words stays what it is."""
    assert breaking_spaces(f"Es sind {text} und mehr.") == []


def test_dates_stay_together_but_lists_stay_lists() -> None:
    """A day keeps its month, unless its number begins a line, where it begins a list."""
    assert fixed_text("am 01. Oktober\n1. Oktober") == f"am 01.{FIXED}Oktober\n1. Oktober"


@given(st.lists(st.sampled_from([*SET, *LEFT, "\n", "\n\n", "- ", "**", "1. Mai"])).map(" ".join))
def test_words_never_change(text: str) -> None:
    """Whatever is set, the words are the same, and setting again changes nothing."""
    assert fixed_text(text).replace(FIXED, " ") == text
    assert fixed_text(fixed_text(text)) == fixed_text(text)
    assert breaking_spaces(fixed_text(text)) == []


@given(reports())
def test_a_document_says_the_same(report: Report) -> None:
    """With `feste_leerzeichen: ja` any document has the same words in the same places."""
    profile = attrs.evolve(report.profile, fixed_spaces=True)
    fixed = assemble(attrs.evolve(report, profile=profile))

    assert words(fixed) == words(assemble(report))


def test_an_archived_project_stays_in_its_theme() -> None:
    """A theme that the archive names by its title is still that theme."""
    theme = Theme(id="a", title="Bis 50 %")
    entry = ArchiveEntry(theme="Bis 50 %", project="5 km", edition=date(2022, 4, 1), number="1")
    profile = attrs.evolve(Profile(), fixed_spaces=True, parts=("verlauf",))
    report = Report("R", "K", date(2023, 4, 1), profile, themes=(theme,), archive=(entry,))

    (table,) = (one for one in everything(assemble(report)) if isinstance(one, Table))

    assert (table.caption, words(table)[-2:]) == (f"Verlauf „Bis 50{FIXED}%“", ["5 km", "1"])


def folder(path: Path, profile: str) -> Path:
    """A data folder with two themes that have such places."""
    project = "projekte: [{id: %s, titel: T, status: idee, sachstand: Es sind 5 km und 80 %% }]"
    path.joinpath("bericht.yaml").write_text(
        f"titel: R\nherausgeber: K\nstand: 2024-04-01\nprofil: {profile}\nthemen:\n"
        f"  - {{id: a, titel: A, {project % 'a1'}}}\n  - {{id: b, titel: B, {project % 'b1'}}}\n",
        "utf-8",
    )
    return path


def test_each_theme_has_one_hint(tmp_path: Path) -> None:
    """`check` says once for each theme where the first place is, and how many there are."""
    found = check(folder(tmp_path, "standard"))

    assert [(one.rule, one.line) for one in found] == [("breaking-space", 6), ("breaking-space", 7)]
    assert "5 km" in found[0].message and "zusammen 2" in found[0].message


def test_what_was_set_is_said(tmp_path: Path) -> None:
    """`build` says how many there are in the report; `check` has nothing left to say."""
    data = folder(tmp_path, "{basis: standard, feste_leerzeichen: ja}")
    said: list[str] = []
    (file,) = build(data, ["markdown"], tmp_path / "out", note=said.append)

    assert check(data) == []
    assert [note[:20] for note in said] == ["Hinweis: An 4 Stelle"]
    assert f"5{FIXED}km" in file.read_text("utf-8")
    assert load(data).themes[0].projects[0].progress == "Es sind 5 km und 80 %"
