"""Profiles: those that are shipped, and any others that can be used."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from kommunal_nh.labels import Labels
from kommunal_nh.loading.label_sets import load_labels
from kommunal_nh.loading.profiles import load_profile
from kommunal_nh.profile import (
    ExtraField,
    FieldKind,
    Level,
    Levels,
    NumberingScheme,
    Profile,
    Stage,
    Status,
)
from kommunal_nh.testing.choice import SEEDS, Choices
from kommunal_nh.testing.word import TITLE_POOLS

PARTS = (
    "titelseite", "inhaltsverzeichnis", "kapitel", "legende", "lesehilfe", "kennzahlen",
    "uebersicht", "themen",
    "projektlisten", "module", "entfallen", "archiv", "aenderungen", "verlauf",
)  # fmt: skip
_STATUS_IDS = ("umgesetzt", "in-bearbeitung", "in-planung", "idee", "ruht", "neu.2")
_EMPTY_TEXTS = ("keine Projekte", "", "seit dem {letzter_stand} nichts", "{nichts} </p>")
_COLOURS = ("#c5e8cd", "#FFE7A0", "#000000", "#ffffff", "#7f7f7f", "#0b5394")
_FIELD_KEYS = ("kosten", "foerderung", "beschluss", "link", "frist", "bemerkung")


def schemes() -> st.SearchStrategy[NumberingScheme]:
    """Numbering schemes as municipalities use them, and their relatives.

    Returns:
        A strategy for schemes with which a report can be numbered without printing a number twice.
    """
    return SEEDS.map(lambda seed: _scheme(Choices(seed)))


def _scheme(choices: Choices) -> NumberingScheme:
    kind = choices.one(("grouped", "nested", "local", "running", "of theme", "unnumbered"))
    theme = choices.one(("{thema}", "{thema:A}", "{thema:kuerzel}"))
    joint = choices.one((".", "-", " ") if theme == "{thema}" else (".", "-", ""))
    on_through_themes = theme != "{thema}" and choices.seldom()
    goal = "{ziel}" if on_through_themes else f"{theme}{joint}{{ziel}}"
    sign = choices.one((".", "-", "/"))
    style = choices.one(("", ":a", ":A"))
    if kind == "unnumbered":
        local = f"{{projekt{style or ':a'}}})"
        return NumberingScheme("", choices.one(("", "Z{ziel}")), "", choices.one(("", local)))
    if kind == "grouped":
        status = f"{goal}{sign}{{status}}"
        return NumberingScheme(theme, goal, status, f"{status}{sign}{{projekt{style}}}")
    project = {
        "nested": f"{goal}{sign}{{projekt{style}}}",
        "local": f"{{projekt{style or ':a'}}})",
        "running": "Nr. {projekt}",
        "of theme": f"{theme}{'' if theme == '{thema:kuerzel}' and joint else ' / '}{{projekt}}",
    }[kind]
    return NumberingScheme(theme, goal, choices.one(("", f"{goal} ({{status}})")), project)


def _statuses(choices: Choices, names: Sequence[str]) -> tuple[Status, ...]:
    maybe = ("", *names)
    first = choices.one(range(len(_STATUS_IDS)))
    chosen = (_STATUS_IDS[first:] + _STATUS_IDS[:first])[: choices.one(range(6)) + 1]
    return tuple(
        Status(
            id=name,
            label=choices.one(names),
            section_title=choices.one(maybe),
            column_title=choices.one(maybe),
            definition=choices.one(maybe),
            empty_text=choices.one(_EMPTY_TEXTS),
            colour=choices.one(_COLOURS),
            symbol=choices.one("●►□○x✓"),
            stage=choices.one(list(Stage)),
        )
        for name in chosen
    )


def _fields(choices: Choices, names: Sequence[str]) -> tuple[ExtraField, ...]:
    return tuple(
        ExtraField(
            key,
            choices.one(names),
            kind,
            required=kind is not FieldKind.REFERENCE and choices.one((False, True)),
            private=choices.one((False, True)),
            reverse=choices.one(("", *names)),
        )
        for key in choices.some(_FIELD_KEYS, 4)
        for kind in (choices.one(list(FieldKind)),)
    )


_LEVELS = (
    Levels(),
    Levels(
        Level("Handlungsfeld", "Handlungsfelder"),
        (
            Level("strategisches Ziel", "strategische Ziele", "Strategisches Ziel {ziel}"),
            Level("operatives Ziel", "operative Ziele", "Operatives Ziel {nummer} ({x})"),
        ),
        Level("Maßnahme", "Maßnahmen"),
    ),
    Levels(
        Level("Thema"), (Level("Ziel"), Level("Unterziel"), Level("Schritt")), Level("Aktivität")
    ),
    Levels(Level("Thema"), (Level("Ziel", "Ziele", listed=True),), Level("Idee")),
    Levels(Level("Thema"), (Level("Ziel"), Level("unteres Ziel", listed=True)), Level("Idee")),
)
_LABELS = (
    Labels(),
    Labels(date_format="%Y-%m-%d", list_caption="{thema}: {projekte}", no_entries="–"),
    Labels(contents="Contents", archive="Archive", as_of="As of {stand}", overview="{", legend="}"),
    load_labels("en"),
)


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Profiles: those that are shipped, and made ones with any statuses, numbers, fields and parts.

    Args:
        draw: Given by Hypothesis.

    Returns:
        A profile.
    """
    shipped = draw(st.sampled_from(("soest", "standard", "blaustein", "gnk", *("",) * 8)))
    if shipped:
        return load_profile(shipped)
    names, choices = draw(TITLE_POOLS), Choices(draw(SEEDS))
    parts = draw(st.permutations(PARTS)) if choices.one((False, True)) else PARTS
    if choices.one((True, True, True, False)):  # most go without: drawing charts takes its time
        parts = [part for part in parts if part != "kennzahlen"]
    return Profile(
        name="gemacht",
        levels=choices.one(_LEVELS),
        labels=choices.one(_LABELS),
        contents_depth=choices.one((4, 1, 2, 3)),
        parts=tuple(parts[choices.one((0, 0, 0, *range(12))) :]),
        numbering=draw(schemes()),
        statuses=_statuses(Choices(draw(SEEDS)), names),
        fields=_fields(Choices(draw(SEEDS)), names),
        status_sections=choices.one((False, False, True)),
    )
