"""Links of reports that this library wrote become references to ids."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeVar

import attrs

from kommunal_nh.assembly.context import Context
from kommunal_nh.document import Paragraph, Text
from kommunal_nh.importing.own.sections import FRAME
from kommunal_nh.model import Goal, Project, Report
from kommunal_nh.numbering import number
from kommunal_nh.profile import FieldKind
from kommunal_nh.slugs import slug
from kommunal_nh.text import Target, markdown_of
from kommunal_nh.value import Value

_LINK = re.compile(
    r"(?P<code>(?P<fence>`+)(?!`).*?(?<!`)(?P=fence)(?!`))|\\.|"
    r"\[(?P<words>(?:\\.|[^\]\\])*)\]\(<?#(?P<anchor>[^)>\s]+)>?\)",
    re.DOTALL,
)
_TEXTS = frozenset({"text", "description", "progress", "introduction", "statement", "reason"})
_V = TypeVar("_V")


def with_references(report: Report) -> Report:
    """A report whose links within itself are references.

    Args:
        report: The report, with links as they were printed.

    Returns:
        The same; links to what the report does not have are words only.
    """
    links = _Links(report)
    parts = ("chapters", "themes", "archive", "withdrawn")
    report = attrs.evolve(report, **{name: links.all(getattr(report, name)) for name in parts})
    return links.with_former(report)


class _Links:
    def __init__(self, report: Report) -> None:
        self._context = Context(report, number(report))
        self._kinds = {field.key: field.kind for field in report.profile.fields}
        self._former: dict[tuple[str, str], str] = {}
        self._targets = self._printed()

    def _printed(self) -> dict[str, dict[str, str]]:
        """Ids by anchor and by what can be printed for them: goals in lists, former projects."""
        found: dict[str, dict[str, str]] = {}
        for name in self._context.things:
            target = self._context.target(name)
            if target is not None and target.anchor != name:
                names = found.setdefault(target.anchor, {})
                whole = f"{target.number} {target.title}".strip()
                for words in filter(None, (whole, target.number, target.title)):
                    names.setdefault(" ".join(words.split()), name)
        report = self._context.report
        for part, entries in (("archiv", report.archive), ("entfallen", report.withdrawn)):
            names = found.setdefault(f"{FRAME}{part}", {})
            for entry in entries:
                names.setdefault(" ".join(entry.project.split()), f"{FRAME}{part}")
        return found

    def all(self, value: _V) -> _V:
        if isinstance(value, tuple):
            return tuple(map(self.all, value))  # type: ignore[return-value]
        if not isinstance(value, Value):
            return value
        changes: dict[str, Any] = {}
        for field in attrs.fields(type(value)):  # type: ignore[arg-type]
            old = getattr(value, field.name)
            if isinstance(old, str) and field.name in _TEXTS and old:
                changes[field.name] = self._text(old)
            elif isinstance(old, tuple | Value):
                changes[field.name] = self.all(old)
        if isinstance(value, Project):
            changes["extra"] = {key: self._extra(key, text) for key, text in value.extra.items()}
        return attrs.evolve(value, **changes)  # type: ignore[misc]

    def _extra(self, key: str, text: str) -> str:
        kind = self._kinds.get(key)
        if kind is FieldKind.MARKDOWN:
            return self._text(text)
        if kind is not FieldKind.REFERENCE:
            return text
        found = _LINK.fullmatch(text)
        if found is None or not found["anchor"]:
            return _bare(text)
        return self._id(found["anchor"], _bare(found["words"]))

    def _text(self, text: str) -> str:
        return _LINK.sub(self._replaced, text) if "](" in text else text

    def _replaced(self, found: re.Match[str]) -> str:
        if not found["anchor"]:
            return found[0]
        name = self._id(found["anchor"], _bare(found["words"]))
        target = self._context.target(name) if name else None
        if target is None:
            return f"[{found['words']}](#{name})" if name else found["words"]
        return f"[{_own_words(found['words'], target)}](#{name})"

    def _id(self, anchor: str, words: str) -> str:
        if not anchor.startswith(FRAME):
            return anchor if self._context.target(anchor) else ""
        names = self._targets.get(anchor, {})
        words = " ".join(words.split())
        exact = names.get(words)
        title = words if words in names else _likely(words, names)
        name = exact or names.get(title, "")
        if not name.startswith(FRAME):
            return name
        return self._former.setdefault((name, title), slug(title) or "frueheres-projekt")

    def with_former(self, report: Report) -> Report:
        """A report whose former projects have ids as far as something refers to them."""
        return attrs.evolve(
            report,
            archive=tuple(self._named(entry, "archiv") for entry in report.archive),
            withdrawn=tuple(self._named(entry, "entfallen") for entry in report.withdrawn),
        )

    def _named(self, entry: Any, part: str) -> Any:
        key = (f"{FRAME}{part}", " ".join(entry.project.split()))
        name = self._former.pop(key, "")
        return attrs.evolve(entry, id=name) if name else entry


def _likely(words: str, titles: Iterable[str]) -> str:
    """Which of several things the words of a link mean: one that they name, wholly or in part."""
    near = [one for one in titles if one in words] or [one for one in titles if words in one]
    return near[0] if near else ""


def _own_words(words: str, target: Target) -> str:
    """The words of a reference, with placeholders for what changes."""
    printed = target.number or target.title
    if _bare(words).split() == printed.split():
        return ""
    number = markdown_of((Text(target.number),)) if target.number else ""
    if number:
        words = re.sub(rf"(?<![\w.]){re.escape(number)}(?![\w]|\.\w)", "{nummer}", words, count=1)
    return words


def _bare(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words)


def without_made_titles(report: Report) -> Report:
    """A report whose goals have no title where the profile makes the same.

    Args:
        report: The report.

    Returns:
        The same report.
    """
    context = Context(report, number(report))

    def bare(goal: Goal) -> Goal:
        made = goal.title.split() == context.title(attrs.evolve(goal, title="")).split()
        if made and context.is_listed(goal):
            first = next(context.text(goal.statement), None)
            made = not isinstance(first, Paragraph)
        return attrs.evolve(
            goal, title="" if made else goal.title, goals=tuple(map(bare, goal.goals))
        )

    themes = (attrs.evolve(theme, goals=tuple(map(bare, theme.goals))) for theme in report.themes)
    return attrs.evolve(report, themes=tuple(themes))
