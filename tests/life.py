"""A report through many hands and editions, as a state machine for Hypothesis."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from edits import VALUES, parents
from kommunal_nh import (
    ArchiveEntry,
    Changes,
    Edition,
    KommunalNHError,
    Project,
    Report,
    Stage,
    add_project,
    advance,
    all_projects,
    build,
    change_project,
    check,
    compare,
    edition_of,
    freeze,
    load,
    move_project,
    read_edition,
    save,
    withdraw_project,
)
from kommunal_nh.findings import has_errors
from kommunal_nh.patterns import Pattern
from kommunal_nh.testing import reports, texts
from kommunal_nh.testing.fit import goals_hold_both, themes_hold_projects
from kommunal_nh.walks import all_goals, former_ids
from numbers_hold import PROPERTIES

_T = TypeVar("_T")
PLACES = st.integers(0, 50)


class Life(RuleBasedStateMachine):
    """A data folder through many hands and editions, beside a model of what must hold."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.folder = self.place / "daten"
        self.editions: dict[date, Edition] = {}
        self.archive: tuple[ArchiveEntry, ...] = ()
        self.ever: set[str] = set()
        self.count = 0

    def teardown(self) -> None:
        """Throw the folder away."""
        shutil.rmtree(self.place)

    @initialize(report=reports())
    def begin(self, report: Report) -> None:
        """A report is written for the first time."""
        save(report, self.folder)
        self.report = report
        self.archive = report.archive

    # ------------------------------------------------------------------------- what people do

    @rule(home=PLACES, status=PLACES)
    def add(self, home: int, status: int) -> None:
        """A new project comes in."""
        homes = self._homes()
        if not homes:
            return
        self.count += 1
        fields = self.report.profile.fields
        extra = {field.key: VALUES[field.kind] for field in fields if field.required}
        chosen = around(self.report.profile.statuses, status).id
        new = Project(f"neu-{self.count}", f"Neues {self.count}", chosen, extra=extra)
        self._save(add_project(self.report, around(homes, home), new))

    @rule(what=PLACES, text=texts())
    def edit(self, what: int, text: str) -> None:
        """Somebody writes another progress."""
        self._with(what, lambda one: change_project(self.report, one.id, progress=text))

    @rule(what=PLACES, status=PLACES)
    def change_status(self, what: int, status: int) -> None:
        """A project gets another status."""
        chosen = around(self.report.profile.statuses, status).id
        self._with(what, lambda one: change_project(self.report, one.id, status=chosen))

    @rule(what=PLACES, home=PLACES)
    def move(self, what: int, home: int) -> None:
        """A project goes to another theme or goal."""
        homes = self._homes()
        if homes:
            target = around(homes, home)
            self._with(what, lambda one: move_project(self.report, one.id, target))

    @rule(what=PLACES)
    def withdraw(self, what: int) -> None:
        """A project is given up."""
        self._with(what, lambda one: withdraw_project(self.report, one.id, "*Kein* Geld"))

    @rule(what=PLACES, into=PLACES)
    def merge(self, what: int, into: int) -> None:
        """A project becomes part of another one."""
        public = [one for one in all_projects(self.report) if not one.draft]
        if len(public) > 1:
            ends = around(public, what)
            stays = around([one for one in public if one is not ends], into)
            self._save(withdraw_project(self.report, ends.id, "", stays.id))

    @rule()
    def freeze(self) -> None:
        """The edition is kept; printed from the file, it is the same as from the data."""
        file = freeze(self.folder, replace=True)
        frozen = read_edition(file)
        self._keep(edition_of(self.report))

        assert frozen == self.editions[self.report.as_of]
        from_file = [path.read_bytes() for path in build(file, out=self.place / "eins")]
        assert from_file == [
            path.read_bytes() for path in build(self.folder, out=self.place / "zwei")
        ]

    @precondition(lambda self: self.report.as_of.year < 2200)
    @rule(days=st.integers(1, 400))
    def advance(self, days: int) -> None:
        """The next edition begins."""
        before = edition_of(self.report)
        kept = self.editions.get(self.report.as_of)
        day = self.report.as_of + timedelta(days)
        if kept is not None and kept != before:
            refused(lambda: advance(self.folder, day))
            freeze(self.folder, replace=True)
        done = advance(self.folder, day)
        self._keep(before)
        old, self.report = self.report, done.report

        assert (self.report.as_of, self.report.previous_as_of) == (day, old.as_of)
        assert {entry.id for entry in done.archived} == finished(old)
        assert not {one.id for one in all_projects(self.report)} & finished(old)
        refused(lambda: advance(self.folder, day))

    @rule()
    def reload(self) -> None:
        """Saving what was read changes no byte."""
        before = {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

        assert save(load(self.folder), self.folder) == []
        assert before == {
            path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()
        }

    # ------------------------------------------------------------------------- what must hold

    @invariant()
    def folder_says_what_was_saved(self) -> None:
        """load(save(x)) == x, and `check` finds nothing wrong."""
        assert load(self.folder) == self.report
        assert not has_errors(check(self.folder))

    @invariant()
    def numbers_hold(self) -> None:
        """The properties of numbers."""
        for holds in PROPERTIES:
            holds(self.report)

    @invariant()
    def nothing_is_lost(self) -> None:
        """Each project that ever was is in the report, in the archive, or ended with a reason."""
        now = {one.id for one in all_projects(self.report)}
        self.ever |= now
        archived = {entry.id for entry in self.report.archive}
        ended = {e.id for e in self.report.withdrawn if e.reason or e.merged_into}

        assert self.ever == (now | archived | ended) - {""}
        assert len(now) + len(set(former_ids(self.report))) == len(self.ever)

    @invariant()
    def the_archive_only_grows(self) -> None:
        """What was in the archive stays there, in its order, as it was."""
        assert self.report.archive[: len(self.archive)] == self.archive
        self.archive = self.report.archive

    @invariant()
    def archived_numbers_were_printed(self) -> None:
        """Each archived number is the one that the frozen edition printed."""
        for entry in self.report.archive:
            if entry.id:
                edition = self.editions[entry.edition]
                title = next(p.title for p in all_projects(edition.report) if p.id == entry.id)

                assert (entry.number, entry.project) == (edition.numbers[entry.id], title)

    @invariant()
    def changes_match(self) -> None:
        """Compared with itself nothing changed; compared with the last edition, the ids match."""
        now = edition_of(self.report)
        assert not compare(now, now)
        if self.editions:
            last = self.editions[max(self.editions)]
            old, new = ids(last), ids(now)
            changes = compare(last, now)

            assert {one.id for one in changes.projects if one.is_new} == new - old
            assert {one.id for one in changes.projects if one.is_gone} == old - new
            assert not any(
                one.is_missing and not self._is_draft(one.id) for one in changes.projects
            )
            self._kept_ones_match(changes, last, now)
            same_day = attrs.evolve(
                now.report, as_of=last.report.as_of, previous_as_of=last.report.previous_as_of
            )
            assert not (last.report == same_day and changes)

    # -------------------------------------------------------------------------------- helpers

    def _with(self, what: int, change: Callable[[Project], Report]) -> None:
        projects = list(all_projects(self.report))
        if projects:
            self._save(change(around(projects, what)))

    def _save(self, report: Report) -> None:
        if not has_errors(check(report)):  # a draft may not be withdrawn where others name it
            save(report, self.folder)
            self.report = report

    def _kept_ones_match(self, changes: Changes, last: Edition, now: Edition) -> None:
        """Status, place and number of what both editions have differ where the comparison says."""
        before, after = facts(last), facts(now)
        kept = before.keys() & after.keys()
        for place, name in enumerate(("has_new_status", "is_moved", "has_new_number")):
            found = {one.id for one in changes.projects if getattr(one, name)}

            assert found == {one for one in kept if before[one][place] != after[one][place]}, name
        for one in changes.projects:
            same = one.id in kept and before[one.id][:2] == after[one.id][:2]
            if same and not one.has_new_texts:
                assert one.is_only_renumbered

    def _keep(self, edition: Edition) -> None:
        self.editions[edition.report.as_of] = edition

    def _homes(self) -> list[str]:
        profile, themes = self.report.profile, self.report.themes
        both = goals_hold_both(profile)
        homes = [goal.id for t in themes for goal in all_goals(t) if both or not goal.goals]
        return homes + [t.id for t in themes if themes_hold_projects(profile)]


def around(things: Sequence[_T], place: int) -> _T:
    """One of several things, counted around."""
    return things[place % len(things)]


def ids(edition: Edition) -> set[str]:
    """Ids of an edition's projects."""
    return {one.id for one in all_projects(edition.report)}


def facts(edition: Edition) -> dict[str, tuple[str, str, str]]:
    """Status, place and full number of each project."""
    found = {}
    for parent in parents(edition.report):
        for one in parent.projects:
            number = edition.numbers[one.id]
            number = f"{edition.numbers[parent.id]} {number}" if is_local(edition) else number
            found[one.id] = (one.status, parent.id, number)
    return found


def is_local(edition: Edition) -> bool:
    """Whether projects are lettered anew below each goal."""
    return Pattern(edition.report.profile.numbering.project).is_local


def finished(report: Report) -> set[str]:
    """Ids of the projects that are finished and published."""
    done = {one.id for one in report.profile.statuses if one.stage is Stage.DONE}
    return {one.id for one in all_projects(report) if one.status in done and not one.draft}


def refused(step: Callable[[], object]) -> None:
    """Make sure that a step is refused."""
    try:
        step()
    except KommunalNHError:
        return
    raise AssertionError("It was not refused.")
