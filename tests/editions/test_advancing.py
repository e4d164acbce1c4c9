"""Advancing: what is finished goes into the archive, everything else goes on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import attrs
import pytest

from kommunal_nh import (
    ArchiveEntry,
    Council,
    DataError,
    EditionError,
    UsageError,
    advance,
    all_projects,
    build,
    change_project,
    check,
    freeze,
    load,
    read_edition,
    save,
    withdraw_project,
)
from two_themes import REPORT, make_folder

NEXT = date(2024, 4, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with comments."""
    return make_folder(tmp_path / "daten")


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_what_is_finished_is_archived(folder: Path) -> None:
    """The archive gets id, title, theme, edition and printed number; drafts stay."""
    done = advance(folder, NEXT)

    assert done.archived == (
        ArchiveEntry("klima", "Allianz", date(2023, 10, 1), "1.1.1.1", "allianz"),
        ArchiveEntry(
            "wege", "Radweg", date(2023, 10, 1), "2.1.1.1", "radweg",
            "Rechnung liegt noch beim Amt 20.",
        ),
    )  # fmt: skip
    assert load(folder).archive == done.archived
    assert [one.id for one in all_projects(load(folder))] == ["beratung", "ampel", "bruecke"]


@pytest.mark.parametrize(
    "day", ["01.04.2024", "2024-04-01", NEXT, datetime(2024, 4, 1, 12, tzinfo=UTC)]
)
def test_the_dates_move_on(folder: Path, day: str | date) -> None:
    """The day of this edition becomes that of the edition before, however it is given."""
    advance(folder, day)
    report = load(folder)

    assert (report.as_of, report.previous_as_of) == (NEXT, date(2023, 10, 1))


def test_the_edition_is_frozen_first(folder: Path) -> None:
    """The frozen edition is the report as it was, finished projects included."""
    done = advance(folder, NEXT)
    frozen = read_edition(done.edition)

    assert done.edition == folder / "ausgaben" / "2023-10-01.json"
    assert frozen.report.as_of == date(2023, 10, 1)
    assert frozen.numbers["radweg"] == "2.1.1.1"


def test_comments_order_and_formatting_stay(folder: Path) -> None:
    """In the theme files only the lines of what was archived are gone."""
    before = {name: text.decode().split("\n") for name, text in contents(folder).items()}
    advance(folder, NEXT)
    for name in ("themen/1-klima.yaml", "themen/2-wege.yaml"):
        after = (folder / name).read_text("utf-8").split("\n")
        rest = iter(before[name])

        assert all(line in rest for line in after)
        assert len(before[name]) - len(after) <= 5
        assert [line for line in after if "#" in line] == [
            one for one in before[name] if "#" in one
        ]


def test_references_to_what_is_archived_lead_to_the_archive(folder: Path) -> None:
    """A text that refers to an archived project still does, by its title."""
    advance(folder, NEXT)
    (file,) = build(folder, "markdown")
    text = file.read_text("utf-8")

    assert "Folgt auf [Projekt Radweg](#nh-archiv)" in text
    assert "Mehr dazu: [Allianz](#nh-archiv)" in text


def test_what_is_to_be_done_is_listed(folder: Path) -> None:
    """The agenda names projects whose progress is out of date, with file and line."""
    agenda = advance(folder, NEXT).agenda

    assert [(one.rule, one.about, one.file) for one in agenda] == [
        ("stale-progress", "beratung", "themen/1-klima.yaml")
    ]
    line = (folder / agenda[0].file).read_text("utf-8").split("\n")[agenda[0].line - 1]
    assert "15.11.2023" in line


def test_what_nobody_touches_is_listed_after_two_editions(folder: Path) -> None:
    """A running project that said the same in two editions is on the agenda, until it changes."""
    advance(folder, NEXT)
    agenda = advance(folder, date(2024, 10, 1)).agenda
    untouched = [one.about for one in agenda if one.rule == "untouched-project"]
    save(change_project(load(folder), "beratung", progress="Läuft."), folder)
    left = [one.about for one in check(folder) if one.rule == "untouched-project"]

    assert untouched == ["beratung", "bruecke"]
    assert left == ["bruecke"]


def test_an_old_council_paper_is_listed(folder: Path) -> None:
    """The paper of the edition before is not that of the new one; the agenda says so."""
    report = attrs.evolve(load(folder), council=Council("1/23", "Kreistag", date(2023, 11, 28)))
    save(report, folder)

    assert "outdated-council" in {one.rule for one in advance(folder, NEXT).agenda}


@pytest.mark.parametrize("day", ["2023-10-01", "2023-04-01", "bald", "2024", ""])
def test_other_days_are_refused(folder: Path, day: str) -> None:
    """The same day, an earlier one or no day at all changes nothing."""
    before = contents(folder)
    with pytest.raises(UsageError):
        advance(folder, day)

    assert contents(folder) == before


def test_advancing_twice_to_one_day_is_refused(folder: Path) -> None:
    """The second time nothing happens, so nothing is archived twice."""
    advance(folder, NEXT)
    before = contents(folder)
    with pytest.raises(EditionError, match=r"schon den Stand 01\.04\.2024"):
        advance(folder, NEXT)

    assert contents(folder) == before


def test_errors_in_the_data_are_refused(folder: Path) -> None:
    """With errors in the data nothing is frozen, archived or dated."""
    file = folder / "themen" / "2-wege.yaml"
    file.write_text(file.read_text("utf-8").replace("in-planung", "geplannt"), "utf-8")
    before = contents(folder)
    with pytest.raises(DataError, match="geplannt"):
        advance(folder, NEXT)

    assert contents(folder) == before


def test_a_changed_edition_is_refused(folder: Path) -> None:
    """A report that was changed after it was frozen does not advance by accident."""
    freeze(folder)
    save(change_project(load(folder), "beratung", title="Andere Beratung"), folder)
    before = contents(folder)
    with pytest.raises(EditionError, match="seitdem geändert"):
        advance(folder, NEXT)

    assert contents(folder) == before


def test_nothing_vanishes(folder: Path) -> None:
    """A project that was published and is simply deleted is an error; with a reason it is none."""
    advance(folder, NEXT)
    report = load(folder)
    file = folder / "themen" / "1-klima.yaml"
    whole = file.read_text("utf-8")
    file.write_text(whole[: whole.index("    projekte:")] + "\n", "utf-8")
    errors = [one for one in check(folder) if one.rule == "vanished-project"]
    file.write_text(whole, "utf-8")
    save(withdraw_project(report, "beratung", "Die Stelle ist weggefallen."), folder)

    assert len(errors) == 1
    assert "„Beratung“ (beratung)" in errors[0].message
    assert not [one for one in check(folder) if one.rule == "vanished-project"]


def test_a_published_project_does_not_become_a_draft(folder: Path) -> None:
    """Who hides a project that was published is told where it was and what to do."""
    freeze(folder)
    file = folder / "themen" / "1-klima.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("status: in-b", "entwurf: ja\n        status: in-b"), "utf-8")
    (found,) = (one for one in check(folder) if one.rule == "vanished-project")

    assert "ist jetzt ein Entwurf" in found.message
    assert (found.file, found.about) == ("themen/1-klima.yaml", "beratung")


def test_a_day_before_the_last_edition_is_an_error(folder: Path) -> None:
    """The report can not go back behind what is frozen."""
    freeze(folder)
    save(attrs.evolve(load(folder), as_of=date(2023, 9, 1)), folder)

    assert "date-order" in {one.rule for one in check(folder)}


def test_archive_and_withdrawn_get_files_of_their_own(folder: Path) -> None:
    """Where bericht.yaml names no file yet, one is made, and none that is there is overwritten."""
    (folder / "archiv.yaml").write_text("Notizen", "utf-8")
    advance(folder, NEXT)

    assert (folder / "archiv.yaml").read_text("utf-8") == "Notizen"
    assert "archiv: archiv-2.yaml" in (folder / "bericht.yaml").read_text("utf-8")


def test_a_report_without_anything_finished_advances(tmp_path: Path) -> None:
    """Nothing is archived, and no file is made for it."""
    folder = tmp_path / "daten"
    report = change_project(REPORT, "allianz", status="in-planung")
    save(change_project(report, "radweg", status="in-planung"), folder)

    assert advance(folder, NEXT).archived == ()
    assert not (folder / "archiv.yaml").exists()


def test_only_what_is_new_in_the_archive_is_told(folder: Path) -> None:
    """What the archive had before is not told again, and stays."""
    first = advance(folder, NEXT).archived
    save(change_project(load(folder), "beratung", status="umgesetzt"), folder)
    second = advance(folder, date(2024, 10, 1)).archived

    assert second == (ArchiveEntry("klima", "Beratung", NEXT, "1.1.1.1", "beratung"),)
    assert load(folder).archive == first + second


def test_the_report_is_told_as_it_begins(folder: Path) -> None:
    """What comes back is what the folder says now."""
    report = advance(folder, NEXT).report

    assert report == load(folder)
    assert report.as_of == NEXT


def test_the_folder_is_also_named_by_its_report_file(folder: Path) -> None:
    """Who names bericht.yaml means the folder, and gets the file in it."""
    done = advance(folder / "bericht.yaml", NEXT)

    assert done.edition == folder / "ausgaben" / "2023-10-01.json"
    assert done.edition.is_file()


def test_no_folder_is_made_for_a_report_that_is_not_there(tmp_path: Path) -> None:
    """A wrong path is an error that leaves nothing behind."""
    with pytest.raises(DataError):
        advance(tmp_path / "fehlt", NEXT)

    assert list(tmp_path.iterdir()) == []


def test_a_day_that_is_too_early_is_explained(folder: Path) -> None:
    """The message names the day of this edition and the one that was asked for."""
    sentence = (
        r"^Der Report hat schon den Stand 01\.10\.2023; der neue Stand 30\.09\.2023 muss danach "
        r"liegen\.$"
    )
    with pytest.raises(EditionError, match=sentence):
        advance(folder, "30.09.2023")
