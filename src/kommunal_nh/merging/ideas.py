"""New ideas become projects in the first status for ideas, each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kommunal_nh.checks.identity import ids_of, is_id
from kommunal_nh.merging.answers import Answers, Idea
from kommunal_nh.merging.outcome import Conflict, NewIdea, Version
from kommunal_nh.merging.wording import markdown, visible
from kommunal_nh.model import ArchiveEntry, Cooperation, Project, Report, Withdrawn
from kommunal_nh.profile import Stage
from kommunal_nh.slugs import slug
from kommunal_nh.surveying.asking import goals_to_choose
from kommunal_nh.surveying.fingerprints import print_of
from kommunal_nh.surveying.sameness import folded, meant
from kommunal_nh.surveying.shown import shown
from kommunal_nh.walks import all_projects, former_ids

_WHAT = "Neuer Vorschlag"
_NO_STATUS = "Das Profil hat keinen Status für Ideen (phase: idee). Bitte selbst eintragen."
_DIFFERENT = (
    "Diesen Vorschlag gibt es mit verschiedenen Beschreibungen oder Zielen. Bitte entscheiden und "
    "selbst eintragen."
)
_KNOWN = "Diesen Titel gibt es schon. Bitte vergleichen und selbst eintragen, was gilt."


class Ideas:
    """Takes ideas over.

    Attributes:
        report: The report.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        statuses = report.profile.statuses
        self._status = next((one.id for one in statuses if one.stage is Stage.IDEA), "")
        self._goals = {choice.label: choice.id for choice in goals_to_choose(report)}
        self._ids = {*ids_of(report), *former_ids(report)}
        self._projects = {folded(project.title): project for project in all_projects(report)}
        gone: tuple[ArchiveEntry | Withdrawn, ...] = (*report.archive, *report.withdrawn)
        self._gone = {folded(entry.project) for entry in gone}

    def taken(self, answers: Sequence[Answers]) -> tuple[list[NewIdea], list[Conflict]]:
        """Take ideas over; the order of the files makes no difference.

        Args:
            answers: The files.

        Returns:
            New projects and conflicts.
        """
        together: dict[str, list[tuple[str, Answers, Idea]]] = {}
        for one in answers:
            for idea in one.ideas:
                together.setdefault(folded(idea.title), []).append((one.unit, one, idea))
        new: list[NewIdea] = []
        conflicts: list[Conflict] = []
        for name in sorted(together):
            some = sorted(together[name], key=lambda one: (one[0], one[1].source, one[2].place))
            if message := self._objection(name, some):
                conflicts.append(self._conflict(name, some, message))
            elif name not in self._projects:
                new.append(self._new(some))
        return new, conflicts

    def _goal(self, idea: Idea) -> str:
        return meant(idea.goal, {**self._goals, **{goal: goal for goal in self._goals.values()}})

    def _objection(self, name: str, some: Sequence[tuple[str, Answers, Idea]]) -> str:
        first = some[0][2]
        if not self._status:
            return _NO_STATUS
        if len({(self._goal(idea), *_prints(idea)) for _, _, idea in some}) > 1:
            return _DIFFERENT
        if name in self._gone or (
            name in self._projects and _prints(first) != _prints_of(self._projects[name])
        ):
            return _KNOWN
        if self._goal(first) not in self._goals.values():
            said = f"Das Ziel „{first.goal}“ gibt es nicht." if first.goal else "Das Ziel fehlt."
            return f"{said} Bitte eines aus der Liste wählen oder selbst eintragen."
        return ""

    def _new(self, some: Sequence[tuple[str, Answers, Idea]]) -> NewIdea:
        idea = some[0][2]
        units = tuple(unit for unit in self.report.units if unit in {one for one, _, _ in some})
        title = visible(idea.title)
        project = Project(
            self._fresh_id(title), title, self._status, description=markdown(idea.description),
            responsible=units, cooperation=Cooperation(markdown(idea.cooperation)),
        )  # fmt: skip
        return NewIdea(self._goal(idea), project)

    def _fresh_id(self, title: str) -> str:
        name = slug(title)
        base = name if is_id(name) else f"idee-{name}".strip("-")
        fresh, count = base, 1
        while fresh in self._ids:
            count += 1
            fresh = f"{base}-{count}"
        self._ids.add(fresh)
        return fresh

    def _conflict(
        self, name: str, some: Sequence[tuple[str, Answers, Idea]], message: str
    ) -> Conflict:
        known = self._projects.get(name)
        current = f"{known.title} ({known.id})\n\n{known.description}" if known else ""
        return Conflict("", some[0][2].title, _WHAT, message, current, tuple(_versions(some)))


def _versions(some: Sequence[tuple[str, Answers, Idea]]) -> Iterator[Version]:
    for unit, file, idea in some:
        parts = (f"Ziel: {idea.goal}", markdown(idea.description), markdown(idea.cooperation))
        yield Version(unit, file.source, idea.place, "\n\n".join(filter(None, parts)))


def _prints(idea: Idea) -> tuple[str, str]:
    return print_of(idea.description), print_of(idea.cooperation)


def _prints_of(project: Project) -> tuple[str, str]:
    return print_of(shown(project.description)), print_of(shown(project.cooperation.text))
