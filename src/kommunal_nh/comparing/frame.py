"""What changed in the report as a whole: its facts and its profile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from kommunal_nh.assembly.context import Context
from kommunal_nh.assembly.parts import council_line
from kommunal_nh.comparing.changes import TextChange
from kommunal_nh.comparing.contexts import in_words_of
from kommunal_nh.comparing.lines import Line
from kommunal_nh.document import Text
from kommunal_nh.model import Report
from kommunal_nh.profile import Profile, Status

_PROFILE: dict[str, Callable[[Profile], object]] = {
    "levels": lambda profile: profile.levels,
    "statuses": lambda profile: [_words(status) for status in profile.statuses],
    "numbering": lambda profile: profile.numbering,
    "fields": lambda profile: [(field.key, field.label) for field in profile.fields],
    "frame": lambda profile: (profile.labels, profile.parts, profile.contents_depth),
}


def report_changes(new: Context, old: Context) -> Iterator[TextChange]:
    """The facts of the report that say something else.

    Args:
        new: The newer edition.

        old: The older one.

    Yields:
        Title, publisher, council paper, units, municipalities and order of chapters, each only if
        it changed.
    """
    now, then, labels = new.report, old.report, new.labels
    yield from _fact("title", labels.title_fact, then.title, now.title)
    yield from _fact("publisher", labels.publisher_fact, then.publisher, now.publisher)
    councils = council_line(in_words_of(old, new)), council_line(new)
    yield from _fact("council", labels.council_fact, *councils)
    yield from _names("units", labels.units_fact, then.units, now.units)
    yield from _names(
        "municipalities", labels.municipalities_fact, then.municipalities, now.municipalities
    )
    yield from _fact("order", labels.order_fact, *_orders(old, new))


def notes(new: Report, old: Report) -> Iterator[str]:
    """What else is different in the report as a whole.

    Args:
        new: The newer edition.

        old: The older one.

    Yields:
        `levels`, `statuses`, `numbering`, `fields`, `frame` and `modules`, as far as they changed.
    """
    if new.profile is not old.profile:
        yield from (name for name, of in _PROFILE.items() if of(new.profile) != of(old.profile))
    if new.modules != old.modules:
        yield "modules"


def _words(status: Status) -> tuple[str, ...]:
    return (status.id, status.label, status.section_title, status.column_title, status.definition)


def _fact(key: str, label: str, old: str, new: str) -> Iterator[TextChange]:
    if old != new:
        yield TextChange(key, label, _lines((old,)), _lines((new,)), on_one_line=True)


def _names(
    key: str, label: str, old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[TextChange]:
    """The names that are new, gone or different; the others stay out."""
    before = [_name(*pair) for pair in old.items() if new.get(pair[0]) != pair[1]]
    after = [_name(*pair) for pair in new.items() if old.get(pair[0]) != pair[1]]
    if before or after:
        yield TextChange(key, label, _lines(before), _lines(after))


def _name(name_id: str, name: str) -> str:
    shown = name_id[:1].isdigit() and name_id not in name
    return f"{name_id} {name}" if shown else name


def _orders(old: Context, new: Context) -> tuple[str, str]:
    """The titles of the chapters that both have, if their order is another one."""
    known = {chapter.id for chapter in old.report.chapters}
    after = [chapter for chapter in new.report.chapters if chapter.id in known]
    ids = {chapter.id for chapter in after}
    before = [chapter.id for chapter in old.report.chapters if chapter.id in ids]
    if [chapter.id for chapter in after] == before:
        return "", ""
    titles = {chapter.id: chapter.title for chapter in after}
    return ", ".join(titles[name] for name in before), ", ".join(c.title for c in after)


def _lines(texts: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line((Text(text),), "item") for text in texts if text)
