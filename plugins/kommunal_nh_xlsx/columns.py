"""Which columns the sheets of the themes have, and how wide they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from kommunal_nh import Goal, Project, Theme
from kommunal_nh.naming import Names

Value: TypeAlias = Callable[[Project, tuple[Theme | Goal, ...]], str]
_NARROW, _MIDDLE = 16, 26
_WIDE = {1_500: 60, 2_000: 75}
_WIDEST = 95
_TEXTS = ("part", "description", "progress")


class Field(NamedTuple):
    """A column.

    Attributes:
        key: What it is.
        title: Its header.
        width: In characters.
        value: What it says of a project that belongs to a theme and goals.
    """

    key: str
    title: str
    width: int
    value: Value


def fields_of(names: Names) -> list[Field]:
    """The columns of a report; one that no project would fill is left out.

    Args:
        names: The names of the report.

    Returns:
        Number, goal, title and status, then texts and facts in the order of a project's section.
    """
    said = {one.id: _said(names, one) for one in names.projects()}
    return [*_head(names), *_facts(said)]


def _head(names: Names) -> Iterator[Field]:
    profile, numbering = names.report.profile, names.numbering
    labels, levels = profile.labels, profile.levels
    if not numbering.patterns.project.is_empty:
        yield Field("number", labels.column_number, 11, lambda one, _: numbering[one.id])
    yield Field("title", levels.project.singular, _MIDDLE, lambda one, _: one.title)
    yield Field("status", labels.column_status, _NARROW, lambda one, _: names.mark(one).text)
    if any(theme.goals for theme in names.report.themes):
        word = levels.goal(0).singular
        word = word[:1].upper() + word[1:]
        yield Field("goal", word, _MIDDLE, lambda _, above: _goal(names, above))


def _goal(names: Names, above: tuple[Theme | Goal, ...]) -> str:
    """Title of the innermost goal, and what it wants to reach."""
    goal = above[-1]
    if not isinstance(goal, Goal):
        return ""
    return "\n".join(filter(None, (names.title(goal.id), names.plain(goal.statement))))


def _said(names: Names, project: Project) -> dict[str, tuple[str, str]]:
    """Label and words of each kind of text or fact; of several of a kind one after the other."""
    found: dict[str, tuple[str, str]] = {}
    for key, label, words in names.facts(project):
        if key == "part":  # its name stands before its texts
            found["description"] = _joined(found.get("description"), "", label)
        elif not key.startswith("history"):
            found[key] = _joined(found.get(key), label, words)
    return found


def _joined(before: tuple[str, str] | None, label: str, words: str) -> tuple[str, str]:
    if before is None:
        return label, words
    return before[0] or label, f"{before[1]}\n{words}"


def _facts(said: dict[str, dict[str, tuple[str, str]]]) -> Iterator[Field]:
    labels: dict[str, str] = {}
    longest: dict[str, int] = {}
    for facts in said.values():
        for key, (label, words) in facts.items():
            labels[key] = labels.get(key) or label
            longest[key] = max(longest.get(key, 0), len(words))
    for key in sorted(labels, key=_order):
        yield Field(key, labels[key].rstrip(": "), _width(longest[key]), _value(said, key))


def _order(key: str) -> tuple[int, str]:
    known = (*_TEXTS, "responsible", "cooperation", "period", "sdgs", "frameworks")
    return (known.index(key), "") if key in known else (len(known), key)


def _width(longest: int) -> int:
    """A row is at most as high as a program shows it, so long texts need width."""
    if longest <= _NARROW:
        return _NARROW
    if longest <= 120:
        return _MIDDLE
    return next((width for most, width in _WIDE.items() if longest <= most), _WIDEST)


def _value(said: dict[str, dict[str, tuple[str, str]]], key: str) -> Value:
    return lambda project, _: said[project.id].get(key, ("", ""))[1]
