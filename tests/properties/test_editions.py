"""Whatever happens to a report from edition to edition, nothing is lost and nothing contradicts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

import life
from kommunal_nh import ArchiveEntry, Report
from kommunal_nh.changing import without_projects
from kommunal_nh.editions import advancing, frozen, rules
from kommunal_nh.saving import updating

EXAMPLES = max(settings().max_examples // 5, 5)

LifeTest = life.Life.TestCase
LifeTest.settings = settings(max_examples=EXAMPLES, stateful_step_count=25)


# ------------------------------------------------------------------------ what must be noticed

advanced = advancing.advanced
entry, content = advancing._entry, frozen._content
thing = updating.Updater.thing


def nothing_is_archived(report: Report, *rest: Any) -> Report:
    """Finished projects disappear."""
    return attrs.evolve(advanced(report, *rest), archive=report.archive)


def the_archive_is_written_anew(report: Report, *rest: Any) -> Report:
    """Only what has just been finished is in the archive."""
    new = advanced(report, *rest)
    return attrs.evolve(new, archive=new.archive[len(report.archive) :])


def one_project_gets_lost(report: Report, *rest: Any) -> Report:
    """The first project that is not finished is not in the next edition."""
    new = advanced(report, *rest)
    left = next(iter(life.all_projects(new)), None)
    return without_projects(new, {left.id}) if left else new


def the_old_date_stays(report: Report, *rest: Any) -> Report:
    """The edition before the last is still called the last."""
    return attrs.evolve(advanced(report, *rest), previous_as_of=report.previous_as_of)


def numbers_are_made_up(report: Report, theme: str, project: Any, number: str) -> ArchiveEntry:
    """The archive says another number than the edition printed."""
    return attrs.evolve(entry(report, theme, project, number), number=f"{number}.1")


def other_numbers_are_frozen(edition: Any) -> Any:
    """The frozen edition has lost its numbers."""
    return content(edition) | {"nummern": dict.fromkeys(edition.numbers, "1")}


def nothing_is_withdrawn(report: Report, name: str, *rest: Any) -> Report:
    """Who gives a project up deletes it."""
    return without_projects(report, {name})


def keys_are_never_removed(updater: Any, node: Any, found: Any, before: Any) -> None:
    """What a report no longer says stays in the file."""


def a_save_is_forgotten(self: Any, node: Any, old: Any, new: Any, *rest: Any) -> None:
    """A change of a project does not reach the file."""
    if not isinstance(new, life.Project):
        thing(self, node, old, new, *rest)


def no_changes_are_found(old: Any, new: Any) -> Any:
    """The comparison finds nothing."""
    return compare(new, new)


compare = life.compare

MISTAKES: tuple[tuple[Any, str, Callable[..., Any]], ...] = (
    (advancing, "advanced", nothing_is_archived),
    (advancing, "advanced", the_archive_is_written_anew),
    (advancing, "advanced", one_project_gets_lost),
    (advancing, "advanced", the_old_date_stays),
    (advancing, "_entry", numbers_are_made_up),
    (frozen, "_content", other_numbers_are_frozen),
    (life, "withdraw_project", nothing_is_withdrawn),
    (life, "compare", no_changes_are_found),
    (updating, "remove_entry", keys_are_never_removed),
    (updating.Updater, "thing", a_save_is_forgotten),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake[2].__name__)
def test_mistakes_are_noticed(
    mistake: tuple[Any, str, Callable[..., Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The state machine fails for an implementation with a mistake."""
    place, name, broken = mistake
    monkeypatch.setattr(place, name, broken)
    monkeypatch.setattr(rules, "_vanished", lambda *_: ())  # which would find some of them itself
    enough = settings(max_examples=1500, stateful_step_count=25, phases=[Phase.generate],
                   database=None, print_blob=False, report_multiple_bugs=False)  # fmt: skip

    with pytest.raises(Exception):  # noqa: B017 - which check finds it does not matter
        run_state_machine_as_test(life.Life, settings=enough)
