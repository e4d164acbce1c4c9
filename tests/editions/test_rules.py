"""Rules about a report and its earlier editions: what each says, where, and when it is silent."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from kommunal_nh import ArchiveEntry, Report, Withdrawn, change_project, edition_of
from kommunal_nh.changing import without_projects
from kommunal_nh.dates import parse_partial_date
from kommunal_nh.editions.frozen import to_text
from kommunal_nh.editions.rules import edition_rules, untouched
from kommunal_nh.editions.shelf import Projects
from kommunal_nh.findings import Finding, Severity
from two_themes import REPORT

LAST = date(2023, 10, 1)
NOW = attrs.evolve(REPORT, as_of=date(2024, 4, 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which three editions are frozen, the last of them on the first of October."""
    for day in (date(2022, 10, 1), date(2023, 4, 1), LAST):
        keep(tmp_path, attrs.evolve(REPORT, as_of=day))
    return tmp_path


def keep(folder: Path, report: Report) -> None:
    """Freeze a report."""
    file = folder / "ausgaben" / f"{report.as_of}.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(to_text(edition_of(report)), "utf-8")


def found(report: Report, folder: Path, *, thorough: bool = False) -> list[Finding]:
    """What the rules say."""
    return list(edition_rules(report, folder, thorough=thorough))


def test_who_keeps_everything_hears_nothing(folder: Path) -> None:
    """A report with all projects of the last edition is in order, on the same day or later."""
    assert found(NOW, folder) == []
    assert found(REPORT, folder) == []


def test_without_editions_there_is_nothing_to_say(tmp_path: Path) -> None:
    """Before anything was frozen no rule applies."""
    assert found(NOW, tmp_path, thorough=True) == []


def test_a_day_before_the_last_edition_is_an_error(folder: Path) -> None:
    """The message names the last edition and the key that may be wrong."""
    assert found(attrs.evolve(REPORT, as_of=date(2023, 9, 30)), folder) == [
        Finding(
            "date-order",
            "Die Ausgabe vom 01.10.2023 ist schon eingefroren, und stand liegt davor: bitte stand "
            "prüfen.",
            about="[bericht]",
            field="stand",
        )
    ]


def test_a_project_that_is_missing_is_an_error_of_the_report(folder: Path) -> None:
    """The message names the project, the edition that had it, and what to do."""
    assert found(without_projects(NOW, {"bruecke", "beratung"}), folder) == [
        Finding(
            "vanished-project",
            f"Das Projekt „{title}“ ({name}) stand im Report vom 01.10.2023 und fehlt jetzt: bitte "
            f"wieder aufnehmen oder unter entfallen mit id: {name} und grund eintragen.",
            about="[bericht]",
        )
        for name, title in (("bruecke", "Brücke"), ("beratung", "Beratung"))
    ]


def test_a_project_that_became_a_draft_is_an_error_of_the_project(folder: Path) -> None:
    """The message names the project where it stands now, and what to do."""
    assert found(change_project(NOW, "bruecke", draft=True), folder) == [
        Finding(
            "vanished-project",
            "Das Projekt „Brücke“ (bruecke) stand im Report vom 01.10.2023 und ist jetzt ein "
            "Entwurf: bitte den Entwurf freigeben oder unter entfallen mit id: bruecke und grund "
            "eintragen.",
            about="bruecke",
        )
    ]


def test_what_is_archived_or_withdrawn_has_not_vanished(folder: Path) -> None:
    """One project in the archive and one among the withdrawn leave only the third one missing."""
    report = attrs.evolve(
        without_projects(NOW, {"allianz", "beratung", "radweg"}),
        archive=(ArchiveEntry("klima", "Allianz", LAST, "1.1.1.1", "allianz"),),
        withdrawn=(Withdrawn("Beratung", "Die Stelle fehlt.", id="beratung"),),
    )
    (one,) = found(report, folder)

    assert "(radweg)" in one.message


def test_a_file_that_can_not_be_read_is_an_error_with_its_path(folder: Path) -> None:
    """A damaged and a changed edition are told apart, and the others are looked at all the same."""
    damaged, changed = folder / "ausgaben/2022-10-01.json", folder / "ausgaben/2023-04-01.json"
    damaged.write_bytes(b"\xff\xfe")
    changed.write_text(changed.read_text("utf-8").replace("Radweg", "Gehweg"), "utf-8")
    first, second, third = found(without_projects(NOW, {"bruecke"}), folder, thorough=True)

    assert first == Finding(
        "unreadable-edition",
        "ausgaben/2022-10-01.json ist beschädigt: bitte aus einer Sicherung wiederherstellen.",
        file="ausgaben/2022-10-01.json",
        line=1,
    )
    assert second == Finding(
        "tampered-edition",
        "ausgaben/2023-04-01.json wurde nach dem Einfrieren verändert, die Prüfsumme stimmt nicht: "
        "bitte aus einer Sicherung wiederherstellen.",
        file="ausgaben/2023-04-01.json",
        line=1,
    )
    assert third.rule == "vanished-project"


def test_older_editions_are_only_read_if_asked_for(folder: Path) -> None:
    """Damage of an older edition and what nobody touches are left to `check`."""
    (folder / "ausgaben/2022-10-01.json").write_bytes(b"\xff\xfe")

    assert found(NOW, folder) == []
    assert [one.rule for one in found(NOW, folder, thorough=True)] == [
        "unreadable-edition", "untouched-project", "untouched-project",
    ]  # fmt: skip


def test_a_damaged_last_edition_is_the_only_thing_that_is_said(folder: Path) -> None:
    """Without the last edition nothing can be said of what is missing."""
    (folder / "ausgaben/2023-10-01.json").write_bytes(b"\xff\xfe")

    assert [one.rule for one in found(without_projects(NOW, {"bruecke"}), folder)] == [
        "unreadable-edition"
    ]


# ------------------------------------------------------------------------------- untouched-project


SAID: dict[str, dict[str, Any]] = {
    "beratung": {
        "id": "beratung",
        "titel": "Beratung",
        "status": "in-bearbeitung",
        "sachstand": "Beginnt am 15.11.2023.",
        "verantwortlich": ["80.01"],
    },
    "bruecke": {
        "id": "bruecke",
        "titel": "Brücke",
        "status": "in-planung",
        "beschreibung": "Folgt auf [Projekt {nummer}](#radweg).",
    },
}
"""The two running projects as editions say them."""
OTHER = SAID | {"beratung": SAID["beratung"] | {"sachstand": "Läuft."}}


def about(report: Report, *editions: Projects) -> list[str]:
    """Which projects nobody has touched."""
    return [one.about for one in untouched(report, editions)]


def test_a_running_project_that_stands_still_gets_a_hint() -> None:
    """The hint stands at the progress of the project, and says what to do."""
    first, _ = untouched(NOW, [SAID, SAID])

    assert first == Finding(
        "untouched-project",
        "Das Projekt steht seit zwei Ausgaben unverändert im Report: bitte den Sachstand prüfen.",
        Severity.INFO,
        about="beratung",
        field="sachstand",
    )


def test_one_edition_is_not_enough() -> None:
    """Only after two editions does a project stand still."""
    assert about(NOW) == []
    assert about(NOW, SAID) == []
    assert about(NOW, SAID, SAID) == ["beratung", "bruecke"]


@pytest.mark.parametrize("place", [0, 1])
def test_a_change_in_one_of_the_last_two_editions_counts(place: int) -> None:
    """A project that said something else in either of them does not stand still."""
    editions = [SAID, SAID]
    editions[place] = OTHER

    assert about(NOW, *editions) == ["bruecke"]


def test_a_change_now_counts() -> None:
    """A project that says something else than in both editions does not stand still."""
    assert about(NOW, OTHER, OTHER) == ["bruecke"]


def test_only_the_last_two_editions_count() -> None:
    """What a project said before them makes no difference."""
    assert about(NOW, {}, SAID, SAID) == ["beratung", "bruecke"]
    assert about(NOW, SAID, SAID, {}) == []


def test_what_is_finished_or_a_draft_may_stand_still() -> None:
    """Only projects that run or are planned, and that somebody sees, get the hint."""
    said = SAID["bruecke"] | {"status": "umgesetzt"}
    editions = [SAID | {"bruecke": said}] * 2
    report = change_project(NOW, "bruecke", status="umgesetzt")

    assert about(report, *editions) == ["beratung"]
    assert about(change_project(NOW, "beratung", draft=True), *[SAID] * 2) == ["bruecke"]


def test_dates_are_compared_as_editions_write_them() -> None:
    """A project with a beginning stands still like any other."""
    report = change_project(NOW, "bruecke", start=parse_partial_date("2024-Q2"))
    said = SAID["bruecke"] | {"beginn": "2024-Q2"}

    assert about(report, *[{"bruecke": said}] * 2) == ["bruecke"]
