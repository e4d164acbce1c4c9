"""Reports without errors, from empty ones to some with hundreds of projects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from kommunal_nh.model import ArchiveEntry, Chapter, Council, Report, Theme, Withdrawn
from kommunal_nh.profile import Profile
from kommunal_nh.testing.choice import SEEDS, Choices
from kommunal_nh.testing.filling import MUNICIPALITIES, UNITS, Filling
from kommunal_nh.testing.profile import profiles
from kommunal_nh.testing.shape import Shape
from kommunal_nh.testing.text import texts
from kommunal_nh.testing.word import TITLE_POOLS, ids
from kommunal_nh.walks import all_goals, projects_of

_PROFILES = profiles()
_TEXT_POOLS = st.lists(texts(["ZIEL-0", "ZIEL-1", "ZIEL-2", "ZIEL-3"]), min_size=2, max_size=6)
_PLAIN_POOLS = st.lists(texts(), min_size=2, max_size=6)
_CHAPTER_IDS = st.lists(
    ids().filter(lambda name: not name.startswith("nh-")), max_size=3, unique=True
)


@st.composite
def reports(
    draw: st.DrawFn,
    profile: st.SearchStrategy[Profile] | None = None,
    *,
    references: bool = True,
) -> Report:
    """Reports without errors: empty, usual, and now and then one with hundreds of projects.

    Args:
        draw: Given by Hypothesis.

        profile: Profiles to choose from; any profile if left out.

        references: Whether texts may refer to other things of the report. Without them, projects
            can be taken out of the report and it still has no errors.

    Returns:
        A report; private data is part of it.
    """
    chosen = draw(_PROFILES if profile is None else profile)
    names, choices = draw(TITLE_POOLS), Choices(draw(SEEDS))
    shape = Shape(draw, chosen, crowd=40 if choices.one(range(20)) == 19 else 1).themes()
    chapters = draw(_CHAPTER_IDS)
    targets = [*chapters, *_public_ids(shape)]
    if references and targets:
        stock = [_aimed(text, targets, choices) for text in draw(_TEXT_POOLS)]
    else:
        stock = draw(_PLAIN_POOLS)
    writer = Filling(draw, chosen, names, stock, targets if references else ())
    themes = tuple(writer.theme(theme) for theme in shape)
    as_of = choices.one((date(2023, 10, 1), date(2001, 12, 31), date(2096, 2, 29)))
    return Report(
        title=choices.one(names),
        publisher=choices.one(names),
        as_of=as_of,
        profile=chosen,
        previous_as_of=choices.one((None, as_of - timedelta(days=183))),
        language=choices.one(("de-DE", "de", "de-AT")),
        chapters=tuple(Chapter(name, choices.one(names), choices.one(stock)) for name in chapters),
        themes=themes,
        units=UNITS,
        municipalities=MUNICIPALITIES,
        archive=_archive(choices, themes, names),
        withdrawn=_withdrawn(choices, themes, names, stock),
        council=choices.one((None, Council("279/2022", names[0], as_of), Council(names[-1]))),
    )


def _aimed(text: str, targets: Sequence[str], choices: Choices) -> str:
    """The text with its references pointing to things that there are."""
    for place in ("ZIEL-0", "ZIEL-1", "ZIEL-2", "ZIEL-3"):
        text = text.replace(f"(#{place})", f"(#{choices.one(targets)})")
    return text


def _public_ids(themes: Sequence[Theme]) -> list[str]:
    names = [theme.id for theme in themes]
    names += [goal.id for theme in themes for goal in all_goals(theme)]
    projects = (project for theme in themes for project in projects_of(theme))
    return [*names, *(project.id for project in projects if not project.draft)]


def _archive(
    choices: Choices, themes: Sequence[Theme], names: Sequence[str]
) -> tuple[ArchiveEntry, ...]:
    known = ["Früheres Thema", *(name for theme in themes for name in (theme.id, theme.title))]
    printed = ("", "1.1.1.1", "1.1.1 + 1.2.1")
    return tuple(
        ArchiveEntry(choices.one(known), title, date(2022, 4, 1), choices.one(printed))
        for title in choices.some(names, 3)
    )


def _withdrawn(
    choices: Choices, themes: Sequence[Theme], names: Sequence[str], stock: Sequence[str]
) -> tuple[Withdrawn, ...]:
    projects = [project for theme in themes for project in projects_of(theme)]
    merged = ["", *(project.id for project in projects if not project.draft)]
    days = (None, date(2022, 4, 1))
    return tuple(
        Withdrawn(title, choices.one(stock), choices.one(days), choices.one(merged))
        for title in choices.some(names, 3)
    )
