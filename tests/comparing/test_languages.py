"""Change reports in other languages: no word is the library's own, and words are no changes."""

from __future__ import annotations

import attrs
import pytest
from tests.comparing.cases import CASES, edition, half_a_year, in_april

from foreign import in_cyrillic, in_greek, latin, shown
from kommunal_nh import (
    ArchiveEntry,
    Council,
    PartialDate,
    Profile,
    Project,
    Report,
    Theme,
    Withdrawn,
    assemble,
    change_report,
    compare,
    load_labels,
)
from kommunal_nh.model import Edition
from visible import FORMATS, visible

each_case = pytest.mark.parametrize("case", CASES)
PARTS = ("titelseite", "inhaltsverzeichnis", "kapitel", "uebersicht", "aenderungen", "verlauf",
         "themen", "projektlisten", "entfallen", "archiv")  # fmt: skip


def foreign(report: Report) -> Report:
    """The report with data in Greek letters and a frame in Cyrillic ones, with all chapters."""
    profile = attrs.evolve(in_cyrillic(report.profile), parts=PARTS)
    return in_greek(attrs.evolve(report, profile=profile))


def editions(case: str) -> tuple[Edition, Edition]:
    """A pair of editions, both in the other letters."""
    old, new = map(foreign, CASES[case]())
    return edition(old), edition(new)


@each_case
def test_no_word_of_a_change_report_is_the_library_s_own(case: str) -> None:
    """With data in Greek and a profile in Cyrillic letters no word has a Latin letter."""
    old, new = editions(case)
    report = change_report(compare(old, new))

    assert latin(shown(report), new.report) == []
    for form in FORMATS:
        assert latin(visible(report, form), new.report) == []


@each_case
def test_no_word_about_the_past_is_the_library_s_own(case: str) -> None:
    """The same holds for the chapters on changes and history of the report itself."""
    old, new = editions(case)
    document = assemble(attrs.evolve(new.report, past=(old,)))

    assert latin(shown(document), new.report) == []
    for form in FORMATS:
        assert latin(visible(document, form), new.report) == []


def with_dates(report: Report) -> Report:
    """The report with a date, precise or not, wherever there can be one."""
    days = {"start": PartialDate(2023, 3), "end": PartialDate(2024, quarter=2)}
    project = Project("termine", "Termine", "umgesetzt", progress="Fertig.", **days)
    return attrs.evolve(
        report,
        council=Council("279/2022", "Kreistag", report.as_of),
        archive=(ArchiveEntry("klima", "Pegel", report.as_of, "1.1"),),
        withdrawn=(Withdrawn("Carport", "zu teuer", report.as_of),),
        themes=(*report.themes, Theme("plan", "Plan", projects=(project,))),
    )


def in_english(profile: Profile) -> Profile:
    return attrs.evolve(profile, labels=load_labels("en"))


def test_another_language_is_one_change() -> None:
    """If only the labels are in another language, the frame is different, and nothing else."""
    old = with_dates(half_a_year()[1])
    new = attrs.evolve(old, profile=in_english(old.profile))
    changes = compare(edition(old), edition(new))

    assert changes.notes == ("frame",)
    assert (changes.things, changes.texts, changes.entries) == ((), (), ())


def test_dates_in_another_language_are_no_changes_of_projects() -> None:
    """A project with one new text has no other change when the language is another one, too."""
    old = with_dates(half_a_year()[1])
    theme = old.themes[-1]
    project = attrs.evolve(theme.projects[0], progress="Ganz fertig.")
    themes = (*old.themes[:-1], attrs.evolve(theme, projects=(project,)))
    new = attrs.evolve(in_april(old), themes=themes, profile=in_english(old.profile))
    (change,) = compare(edition(old), edition(new)).things

    assert [text.key for text in change.texts] == ["progress"]
