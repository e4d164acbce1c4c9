"""What the report itself tells of earlier editions, as text in tests/golden/changes.

`UPDATE_GOLDEN=1 pytest` writes what is made now, to be read before it is kept.
"""

from __future__ import annotations

from datetime import date

import attrs
import pytest
from tests.comparing.cases import BASIS, CASES, edition
from tests.comparing.rendering import rendered
from tests.comparing.test_report import assert_golden

from kommunal_nh import ArchiveEntry, Document, Report, assemble
from kommunal_nh.model import Edition
from trees import sections

TELLING = ("kapitel", "themen", "aenderungen", "verlauf")


def telling(report: Report, *past: Edition) -> Document:
    """The document of a report that tells of its past."""
    profile = attrs.evolve(report.profile, parts=TELLING)
    return assemble(attrs.evolve(report, profile=profile, past=past))


def chapter(document: Document, kind: str) -> str:
    """A chapter of a document as text."""
    return rendered(sections(document, kind)[:1])


def in_years(count: int) -> list[Edition]:
    """Editions of as many years, the last of them that of 2023."""
    years = range(2024 - count, 2024)
    return [edition(attrs.evolve(BASIS, as_of=date(year, 10, 1))) for year in years]


@pytest.mark.parametrize("name", CASES)
def test_the_chapter_on_changes_reads_like_this(name: str) -> None:
    """The chapter of each case lists what happened, with links to what is in the report."""
    old, new = CASES[name]()
    before = attrs.evolve(old, profile=attrs.evolve(old.profile, parts=TELLING))

    assert_golden(f"{name}.chapter", chapter(telling(new, edition(before)), "changes"))


@pytest.mark.parametrize("name", ["half-a-year", "measures"])
def test_the_chapter_on_histories_reads_like_this(name: str) -> None:
    """Projects have a row with status and number in each edition, archived ones as well."""
    old, new = CASES[name]()

    assert_golden(f"{name}.history", chapter(telling(new, edition(old)), "history"))


def test_without_an_earlier_edition_the_chapter_says_so() -> None:
    """A first report has nothing to be compared with."""
    text = chapter(telling(BASIS), "changes")

    assert "Es gibt keine frühere Ausgabe" in text


def test_a_history_has_at_most_six_columns() -> None:
    """The five latest earlier editions and the report itself; what is older is left out."""
    old = attrs.evolve(BASIS, archive=(ArchiveEntry("klima", "Uralt", date(2001, 1, 1), "9"),))
    text = chapter(telling(attrs.evolve(old, as_of=date(2024, 4, 1)), *in_years(7)), "history")

    years = ("2019", "2020", "2021", "2022", "2023")
    assert f"Projekt | {' | '.join(f'01.10.{year}' for year in years)} | 01.04.2024" in text
    assert "Uralt" not in text


def test_a_project_tells_all_its_editions() -> None:
    """The line with the history of a project goes back as far as the editions do."""
    later = attrs.evolve(BASIS, as_of=date(2024, 4, 1))
    text = rendered(telling(later, *in_years(2)))

    line = "facts: **Verlauf:** 01.10.2022 Planung (1.2.3.1); 01.10.2023 Planung (1.2.3.1)"
    assert line in text.splitlines()


def test_histories_are_told_only_on_request() -> None:
    """A profile without the part prints no line with a history."""
    assert "Verlauf" not in rendered(assemble(attrs.evolve(BASIS, past=tuple(in_years(2)))))
