"""Which of the wishes come true: those that nobody contradicts, about what is as it was asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from kommunal_nh.findings import suggestion
from kommunal_nh.merging.candidates import Candidate
from kommunal_nh.merging.outcome import Change, Conflict, Field
from kommunal_nh.merging.present import Present
from kommunal_nh.merging.wording import markdown
from kommunal_nh.model import Report
from kommunal_nh.surveying.asking import statuses_to_choose
from kommunal_nh.surveying.rich import Run, plain
from kommunal_nh.surveying.sameness import meant

_DIFFERENT = "Hierzu gibt es verschiedene Antworten. Bitte entscheiden und selbst eintragen."
_MEANWHILE = (
    "Die Daten wurden seit der Rückfrage geändert. Bitte vergleichen und selbst eintragen, was "
    "gilt."
)
_CONTRADICTS = "Hier ist „unverändert“ gewählt und doch etwas geändert. Bitte nachfragen, was gilt."
_EMPTIED = (
    "Dieser Text wurde geleert. War das Absicht, bitte ihn in den Daten löschen; in der Rückfrage "
    "sagt es das Wort „entfällt“."
)


def judged(present: Present, wishes: Iterable[Candidate]) -> tuple[list[Change], list[Conflict]]:
    """Decide field by field; the order of the wishes makes no difference.

    Args:
        present: The data as it is.

        wishes: What the answers want to change.

    Returns:
        The changes and the conflicts, in the order of the data.
    """
    together: dict[tuple[str, Field], list[Candidate]] = {}
    for wish in wishes:
        known = _with_known_status(present.report, wish)
        together.setdefault((known.key, known.field), []).append(known)
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    places = {key: at for at, key in enumerate(present.prints)}
    for key, field in sorted(together, key=lambda one: _order(places, *one)):
        some = sorted(set(together[key, field]), key=_name)
        if message := _objection(present, some):
            conflicts.append(_conflict(present, some, message))
        elif change := _change(present, some):
            changes.append(change)
    return changes, conflicts


def _order(places: Mapping[str, int], key: str, field: Field) -> tuple[int, str, int]:
    return places.get(key, len(places)), key, list(Field).index(field)


def _name(wish: Candidate) -> tuple[str, ...]:
    one = wish.version
    return one.unit, one.source, one.place, one.said


def _with_known_status(report: Report, wish: Candidate) -> Candidate:
    """A status by its id; where several read alike, the names in forms go before others."""
    statuses, word = report.profile.statuses, plain(wish.text)
    if wish.field is not Field.STATUS or any(status.id == word for status in statuses):
        return wish
    known = {
        **{status.section_title: status.id for status in reversed(statuses)},
        **{status.column_title: status.id for status in reversed(statuses)},
        **{status.id: status.id for status in statuses},
        **{choice.label: choice.id for choice in statuses_to_choose(report)},
    }
    known.pop("", None)
    return attrs.evolve(wish, text=((Run(meant(word, known)),),))


def _objection(present: Present, wishes: Sequence[Candidate]) -> str:
    """Why nothing is changed; nothing if there is no reason."""
    first = wishes[0]
    if gone := present.why_gone(first.key):
        return f"{gone} Bitte prüfen, ob die Antwort noch gebraucht wird."
    if any(wish.contradicts for wish in wishes):
        return _CONTRADICTS
    if any(wish.emptied for wish in wishes):
        return _EMPTIED
    if len({wish.fingerprint for wish in wishes}) > 1:
        return _DIFFERENT
    if first.field is Field.STATUS and (unknown := _unknown_status(present, first)):
        return unknown
    if not _is_there(present, first) and not _is_as_asked(present, wishes):
        return _MEANWHILE
    return ""


def _unknown_status(present: Present, wish: Candidate) -> str:
    statuses, word = present.report.profile.statuses, plain(wish.text)
    if any(status.id == word for status in statuses):
        return ""
    near = suggestion(word, [status.label for status in statuses])
    return f"Den Status „{word}“ gibt es nicht.{near}"


def _is_there(present: Present, wish: Candidate) -> bool:
    """Whether the data says it already, as after a first merge."""
    current = present.said(wish.key, wish.field)
    if wish.fingerprint == present.fingerprint(wish.key, wish.field):
        return True
    return wish.field is not Field.STATUS and markdown(wish.text, current) == current


def _is_as_asked(present: Present, wishes: Iterable[Candidate]) -> bool:
    return any(wish.asked == present.fingerprint(wish.key, wish.field) for wish in wishes)


def _change(present: Present, wishes: Sequence[Candidate]) -> Change | None:
    first = wishes[0]
    if _is_there(present, first):
        return None
    old = present.said(first.key, first.field)
    is_status = first.field is Field.STATUS
    new = plain(first.text) if is_status else markdown(first.text, old)
    units = tuple(sorted({wish.version.unit for wish in wishes}))
    return Change(first.key, first.field, old, new, units)


def _conflict(present: Present, wishes: Sequence[Candidate], message: str) -> Conflict:
    first = wishes[0]
    versions = tuple(attrs.evolve(wish.version, said=_as_markdown(wish)) for wish in wishes)
    current = present.said(first.key, first.field)
    return Conflict(
        first.key, present.title(first.key), first.field.value, message, current, versions
    )


def _as_markdown(wish: Candidate) -> str:
    return plain(wish.text) if wish.field is Field.STATUS else markdown(wish.text)
