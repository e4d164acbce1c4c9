"""What a line announces: a theme, goal, section, project, field, part, or nothing but text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import accumulate

import attrs

from kommunal_nh.importing.wording import Wording, folded
from kommunal_nh.manuscripts import Line
from kommunal_nh.patterns import Number

_LONGEST_TITLE = 260
_ENDS_A_SENTENCE = re.compile(r"[.!?;,]$|[a-zäöü]{3,}\. [A-ZÄÖÜ]")
_ODD_NUMBER = re.compile(r"(?<!\d)0\d|\d{4,}")


class Kind(Enum):
    """What a line can announce."""

    THEME = "thema"
    GOAL = "ziel"
    SECTION = "status"
    PROJECT = "projekt"
    FIELD = "angabe"
    EMPTY = "leer"
    REGION = "teil"
    CAPTION = "tabelle"
    GOALS = "ziele"
    TEXT = "text"


@attrs.frozen
class Sign:
    """What a line announces.

    Attributes:
        kind: What it is.
        words: The title, or what follows the label of a field; without the number.
        printed: The number as printed.
        number: Its parts.
        key: Which status, field or part.
        day: The day that an empty section names.
    """

    kind: Kind
    words: str = ""
    printed: str = ""
    number: Number | None = None
    key: str = ""
    day: str = ""


def sign_of(line: Line, wording: Wording) -> Sign:
    """Find out what a line announces, from its words alone.

    Args:
        line: The line.

        wording: The words of the profile.

    Returns:
        What it most probably is; themes still need a look at what follows.
    """
    whole = line.whole
    if len(whole) > _LONGEST_TITLE:
        return _field(line, wording) or Sign(Kind.TEXT, line.words)
    found = _numbered(whole, line, wording) or _titled(line, wording) or _field(line, wording)
    return found or Sign(Kind.TEXT, line.words)


def _numbered(whole: str, line: Line, wording: Wording) -> Sign | None:
    for printed, title in _openings(whole):
        if (title and _ENDS_A_SENTENCE.search(title) and not line.level) or _is_odd(printed):
            continue
        for kind, number in _readings(printed, wording):
            if sign := _as(kind, printed, number, title, line, wording):
                return sign
    return None


def _openings(whole: str) -> Iterator[tuple[str, str]]:
    """The first word as a number, or the first two, each with the rest."""
    parts = whole.split(" ", 2)
    for count in range(1, min(2, len(parts)) + 1):
        printed = list(accumulate(parts, "{} {}".format))[count - 1]
        yield printed, whole[len(printed) :].strip()


def _is_odd(printed: str) -> bool:
    return bool(_ODD_NUMBER.search(printed))


def _readings(printed: str, wording: Wording) -> Iterator[tuple[Kind, Number]]:
    for name, pattern in wording.patterns.items():
        for text in dict.fromkeys((printed, printed.rstrip("."))):
            try:
                number = pattern.parse(text)
            except ValueError:
                continue
            yield Kind(name), number
            break


def _as(
    kind: Kind, printed: str, number: Number, title: str, line: Line, wording: Wording
) -> Sign | None:
    levels = wording.profile.levels.goals
    status = wording.sections.get(folded(title))
    if kind is Kind.PROJECT and wording.patterns["projekt"].is_local and not line.level:
        return None
    if kind is Kind.PROJECT and number.status > len(wording.profile.statuses):
        return None
    if kind is Kind.SECTION:
        return Sign(kind, title, printed, number, status) if status else None
    if kind is Kind.PROJECT and not _has_all(printed, number, wording):
        return None
    if kind is Kind.GOAL and (len(number.goal) > max(1, len(levels)) or not number.goal):
        return None
    if kind is Kind.THEME and (not title or folded(title) in wording.regions):
        return None
    return Sign(kind, title, printed.rstrip("."), number)


def _has_all(printed: str, number: Number, wording: Wording) -> bool:
    """Whether a number has a part for the goal, or could not be that of a goal either."""
    if number.goal or "ziel" not in wording.patterns["projekt"].places:
        return True
    goal = wording.patterns.get("ziel")
    try:
        return goal is None or len(goal.parse(printed).goal) > len(wording.profile.levels.goals)
    except ValueError:
        return True


def _titled(line: Line, wording: Wording) -> Sign | None:
    words = folded(line.words)
    if not words:
        return None
    if words in wording.regions:
        return Sign(Kind.REGION, line.words, key=wording.regions[words])
    if words in wording.goal_lists:
        return Sign(Kind.GOALS, line.words)
    if words in wording.sections and not line.marker:
        return Sign(Kind.SECTION, line.words, key=wording.sections[words])
    return _matched(words, line, wording)


def _matched(words: str, line: Line, wording: Wording) -> Sign | None:
    for expression in wording.theme_headings:
        if found := expression.fullmatch(words):
            start, end = found.span("titel")
            return Sign(Kind.THEME, _cut(line.words, words, start, end))
    for name, expression in wording.captions:
        if expression.fullmatch(words):
            return Sign(Kind.CAPTION, line.words, key=name)
    for status, expression in wording.empty_texts:
        if found := expression.fullmatch(words):
            day = found.groupdict().get("letzter_stand") or ""
            return Sign(Kind.EMPTY, line.words, key=status, day=day)
    return None


def _cut(line: str, words: str, start: int, end: int) -> str:
    """The part of a line that stands at a place in its folded words."""
    whole = " ".join(line.split())
    return whole[start:end] if len(whole) >= end else words[start:end]


def _field(line: Line, wording: Wording) -> Sign | None:
    if line.marker:
        return None
    name, colon, rest = line.words.partition(":")
    key = wording.fields.get(folded(name))
    if key is None or not colon:
        return None
    return Sign(Kind.FIELD, rest.strip(), key=key)
