"""What a file of ours carries of a report, as plain data.

Not in it:

- private notes and fields, drafts, pictures, modules, earlier editions
- short titles: only references print them
- units and municipalities that no project names
- the day of the edition before, unless an empty section names it
- runs of spaces, and which spaces the profile has made no-break spaces
- to which part of a project without a title its first texts belong; parts that say nothing; a part
  that has only a title is a strong line of the text before, and a strong line (or heading) at the
  end of a text is the title of the part that follows
- where the name of a framework ends: here before the word of its first criterion
- fixed numbers that counting gives as well, and numbers and codes that the patterns do not print
- titles of goals that the profile makes as well
- ids of goals that are items of a list; a heading at the beginning of such a goal, or a strong line
  if it has no number, is its title
- ids of archived and withdrawn projects, which only references to them need
- parts of the report that the profile leaves out
- Markdown that prints the same: texts are compared by what they print

Not in it, for DOCX and Markdown:

- the language; day and publisher if the profile leaves out the title page
- ids of units that are neither a code nor a word of their name
- which municipalities take part: their names are part of the words

Not in it, for DOCX only:

- where a list or quote ends and one of the same kind begins
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from kommunal_nh import Chapter, Goal, Part, Project, Report, Theme, public_view
from kommunal_nh.assembly.context import Context
from kommunal_nh.assembly.endings import archive, withdrawn
from kommunal_nh.assembly.facets import has_code, municipalities, unit_name
from kommunal_nh.assembly.parts import council_line
from kommunal_nh.assembly.projects import cooperation
from kommunal_nh.assembly.relations import named
from kommunal_nh.document import (
    Block,
    Document,
    Inline,
    List,
    Paragraph,
    Quote,
    Section,
    Strong,
    Text,
    plain_text,
)
from kommunal_nh.model import ALL_MUNICIPALITIES
from kommunal_nh.numbering import number
from kommunal_nh.profile import FieldKind
from kommunal_nh.slugs import slug
from kommunal_nh.spaces import with_fixed_spaces
from kommunal_nh.walks import projects_of
from kommunal_nh_markdown.lines import Lines
from kommunal_nh_markdown.looks import PLAIN
from kommunal_nh_markdown.lowering import lowered_blocks

_SPACES = re.compile(r"[ \n]+")


def carried(report: Report, form: str) -> dict[str, Any]:
    """What a file of a format carries of a report.

    Args:
        report: The report.

        form: `docx`, `html` or `markdown`.

    Returns:
        Plain data; two reports of which a file carries the same give the same.
    """
    report = public_view(report)
    if report.profile.fixed_spaces:
        report = with_fixed_spaces(report)
    return _Carried(report, form == "html", form == "docx").whole()


class _Carried:
    def __init__(self, report: Report, ids: bool, joins: bool) -> None:
        self.joins = joins
        self.report = report
        self.context = Context(report, number(report))
        self.ids = ids
        self.document = Document("", "", report.as_of, (), labels=report.profile.labels)

    def whole(self) -> dict[str, Any]:
        report, titled = self.report, self.ids or self._has("titelseite")
        return {
            "title": _squeezed(report.title),
            "publisher": _squeezed(report.publisher) if titled else "–",
            "as_of": report.as_of if titled else None,
            "previous": report.previous_as_of if self._names_previous() else None,
            "language": report.language if self.ids else "",
            "council": _squeezed(council_line(self.context)) if self._has("titelseite") else "",
            "chapters": [self._chapter(one) for one in report.chapters if self._has("kapitel")],
            "themes": [self._theme(*one) for one in self._numbers(self._themes(), 0)],
            "units": dict(sorted(self._units())),
            "places": dict(sorted(self._places())),
            "archive": self._text(archive(self.context)) if self._has("archiv") else "",
            "withdrawn": self._text(withdrawn(self.context)) if self._has("entfallen") else "",
        }

    def _has(self, part: str) -> bool:
        return part in self.report.profile.parts

    def _themes(self) -> Sequence[Theme]:
        return self.report.themes if self._has("themen") else ()

    def _projects(self) -> Iterator[Project]:
        return (project for theme in self._themes() for project in projects_of(theme))

    def _names_previous(self) -> bool:
        """Whether a section without projects names the edition before."""
        numbering = self.context.numbering
        told = {
            one.id for one in self.report.profile.statuses if "{letzter_stand}" in one.empty_text
        }
        parents = {parent for parent, _ in numbering.sections}
        full = {
            (parent.id, project.status)
            for theme in self.report.themes
            for parent in (theme, *_goals(theme))
            for project in parent.projects
        }
        return any((one, status) not in full for one in parents for status in told)

    def _chapter(self, chapter: Chapter) -> Any:
        from kommunal_nh.assembly.chapters import _chapter

        return chapter.id, _squeezed(chapter.title), self._text(_chapter(self.context, chapter))

    def _theme(self, theme: Theme, value: int | None) -> dict[str, Any]:
        has_code_ = "kuerzel" in self.report.profile.numbering.theme
        return {
            "id": theme.id,
            "title": _squeezed(theme.title),
            "code": theme.code if has_code_ else "",
            "number": value if "{thema}" in self.report.profile.numbering.theme else None,
            "dimension": _squeezed(theme.dimension),
            "lead": _squeezed(theme.lead),
            "sdgs": theme.sdgs,
            "introduction": self._of(theme.introduction),
            **self._below(theme, value),
        }

    def _below(self, parent: Theme | Goal, value: int | None) -> dict[str, Any]:
        return {
            "goals": [self._goal(one, number_) for one, number_ in self._numbers(parent.goals, 0)],
            "projects": [self._project(one) for one in self._in_order(parent)],
        }

    def _in_order(self, parent: Theme | Goal) -> Sequence[Project]:
        from kommunal_nh.numbering import in_order

        return in_order(self.report.profile, parent)

    def _goal(self, goal: Goal, value: int | None) -> dict[str, Any]:
        listed = self.context.is_listed(goal)
        title, statement = self._told(goal)
        printed = "{ziel" in self.report.profile.numbering.goal
        return {
            "id": "" if listed else goal.id,
            "title": _squeezed(title),
            "printed": self.context.numbering[goal.id] if printed else "",
            "statement": statement,
            "sdgs": goal.sdgs,
            **self._below(goal, value),
        }

    def _told(self, goal: Goal) -> tuple[str, str]:
        """Title and wording; in a list the wording can stand where titles stand, and look so."""
        blocks = list(self.context.text(goal.statement))
        first = blocks[0] if blocks else None
        if goal.title or not self.context.is_listed(goal) or not isinstance(first, Paragraph):
            return self.context.title(goal), self._text(blocks)
        is_bare = not self.context.numbering[goal.id]
        if first.role == "label" or (is_bare and self._is_strong(first)):
            return plain_text(first.content), self._text(blocks[1:])
        return "", self._text(blocks)

    def _numbers(self, things: Sequence[Any], last: int) -> Iterator[tuple[Any, int | None]]:
        """Things with the numbers that counting would not give."""
        for thing in things:
            fixed = thing.number if thing.number not in (None, last + 1) else None
            last = thing.number or last + 1
            yield thing, fixed

    def _project(self, project: Project) -> dict[str, Any]:
        return {
            "id": project.id,
            "title": _squeezed(project.title),
            "status": project.status,
            "parts": self._parts(project),
            "responsible": [self._unit(one) for one in project.responsible],
            "cooperation": self._cooperation(project),
            "sdgs": project.sdgs,
            "frameworks": _frameworks(project),
            "period": (project.start, project.end),
            "extra": dict(self._extra(project)),
        }

    def _parts(self, project: Project) -> list[tuple[str, str, str]]:
        """Pairs of description and progress, as they can be told apart on paper."""
        parts: list[tuple[str, str, str]] = []
        for field, title, blocks in self._retitled(list(self._printed(project))):
            text = self._text(blocks)
            last = parts[-1] if parts and not title else ("", "x", "x")
            if field == "progress" and not last[2]:
                parts[-1] = (*last[:2], text)
            elif field == "progress":
                parts.append((title, "", text))
            else:
                parts.append((title, text, ""))
        return parts

    def _printed(self, project: Project) -> Iterator[list[Any]]:
        """Each text with the title above it; what has no label belongs to the text before."""
        labels = self.report.profile.labels
        last: list[Any] = ["description", "", []]
        for part in (Part("", project.description, project.progress), *project.parts):
            title = part.title
            for field in ("description", "progress"):
                blocks = list(self.context.text(getattr(part, field)))
                if not getattr(part, field).strip():
                    continue
                if not getattr(labels, field):
                    last[2] += [*self._strong(title), *blocks]
                else:
                    yield from [last] if last[2] or last[1] else []
                    last = [field, title, blocks]
                title = ""
            last[2] += self._strong(title)
        yield from [last] if last[2] or last[1] else []

    def _strong(self, title: str) -> list[Block]:
        return [Paragraph((Strong((Text(title),)),))] if title else []

    def _is_strong(self, block: Paragraph) -> bool:
        said = plain_text(block.content)
        return self._text([block]) == self._line((Strong((Text(said),)),))

    def _retitled(self, texts: list[list[Any]]) -> list[list[Any]]:
        """A strong line at the end of a text is the title of what follows, as titles look so."""
        for before, following in itertools.pairwise(texts):
            last = before[2][-1] if before[2] else None
            if isinstance(last, Paragraph) and not following[1] and self._is_strong(last):
                following[1] = plain_text(last.content)
                del before[2][-1]
        result: list[list[Any]] = []
        for field, title, blocks in texts:
            if self._text(blocks):
                result.append([field, _squeezed(title), blocks])
            elif title:  # nothing stands below it
                result = result or [["description", "", []]]
                result[-1][2] += self._strong(title)
        return result

    def _unit(self, unit: str) -> str:
        name = self.report.units.get(unit, unit)
        return unit if self.ids or has_code(unit) else slug(name)

    def _units(self) -> Iterator[tuple[str, str]]:
        used = {unit for project in self._projects() for unit in project.responsible}
        for unit in used:
            yield self._unit(unit), unit_name(self.context, unit)

    def _places(self) -> Iterator[tuple[str, str]]:
        for project in self._projects() if self.ids else ():
            for one in municipalities(self.context, project):
                yield one, self.report.municipalities[one]

    def _cooperation(self, project: Project) -> Any:
        said = self._line(cooperation(self.context, project))
        if not self.ids:
            return said
        everyone = ALL_MUNICIPALITIES in project.cooperation.municipalities
        return said, everyone or tuple(municipalities(self.context, project))

    def _extra(self, project: Project) -> Iterator[tuple[str, str]]:
        for field in self.report.profile.fields:
            value = project.extra.get(field.key, "")
            if field.kind is FieldKind.MARKDOWN:
                value = self._of(value)
            elif field.kind is FieldKind.REFERENCE and value:
                value = self._line(named(self.context, value))
            if value:
                yield field.key, _squeezed(value)

    def _of(self, text: str) -> str:
        return self._text(self.context.text(text))

    def _line(self, content: tuple[Inline, ...]) -> str:
        return self._text([Paragraph(content)])

    def _text(self, blocks: Any) -> str:
        blocks = _joined(blocks) if self.joins else blocks
        lines = Lines(self.document, PLAIN).of(lowered_blocks(blocks, self.document))
        return "\n".join(lines)


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Blocks in which lists and quotes that follow their like have become one."""
    kept: list[Block] = []
    for block in blocks:
        last = kept[-1] if kept else None
        if isinstance(block, List) and isinstance(last, List) and last.ordered == block.ordered:
            kept[-1] = attrs.evolve(last, items=last.items + block.items)
        elif isinstance(block, Quote) and isinstance(last, Quote):
            kept[-1] = Quote(last.blocks + block.blocks)
        else:
            kept.append(block)
    return list(map(_joined_inside, kept))


def _joined_inside(block: Block) -> Block:
    if isinstance(block, List):
        return attrs.evolve(block, items=tuple(tuple(_joined(item)) for item in block.items))
    if isinstance(block, Section):
        return attrs.evolve(block, blocks=tuple(_joined(block.blocks)))
    return Quote(tuple(_joined(block.blocks))) if isinstance(block, Quote) else block


def _goals(parent: Theme | Goal) -> Iterator[Goal]:
    for goal in parent.goals:
        yield goal
        yield from _goals(goal)


def _frameworks(project: Project) -> str:
    return "; ".join(
        f"{name} {', '.join(criteria)}".strip() for name, criteria in project.frameworks.items()
    )


def _squeezed(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ")
