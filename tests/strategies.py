"""Hypothesis strategies for reports, from single titles up to whole documents.

    documents ── reports ─┬─ profiles ── schemes, statuses, extra fields
                          └─ texts, titles, ids, partial dates
    numbers   ── patterns

Everything is as strange as municipal reports are (umlauts, slashes, soft hyphens, typographic
quotes, emoji, words without end), and everything is allowed: `kommunal_nh.check` finds no error in
a generated report. Use them like any other strategy:

    >>> from hypothesis import given
    >>> @given(documents())
    ... def test_my_exporter_keeps_every_title(document): ...
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import TypeVar

import attrs
from hypothesis import assume
from hypothesis import strategies as st

from kommunal_nh import (
    ArchiveEntry,
    Chapter,
    Cooperation,
    Council,
    Document,
    ExtraField,
    FieldKind,
    Goal,
    Labels,
    Level,
    Levels,
    NumberingError,
    NumberingScheme,
    Part,
    PartialDate,
    Profile,
    Project,
    Report,
    Stage,
    Status,
    Theme,
    Withdrawn,
    assemble,
    load_labels,
    load_profile,
    number,
    public_view,
)
from kommunal_nh.dates import parse_partial_date
from kommunal_nh.patterns import Number, Pattern, problem_of
from kommunal_nh.walks import all_goals, projects_of

# ------------------------------------------------------------------------------------------ words

SHY, NBSP = "\N{SOFT HYPHEN}", "\N{NO-BREAK SPACE}"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3

_PLAIN_WORDS = (
    "Klima/Energie/Umwelt", "Maßnahmen", "für", "Bürgerinnen", "und", "Bürger", "E-Mobilität",
    "CO₂", "„Markt", "der", "Möglichkeiten“", "»so«", "‚einfach‘", "–", "…", "50 %", f"z.{NBSP}B.",
    f"Nach{SHY}haltig{SHY}keit", "15.09.2022", "3.000", "Schüler:innen", "O’Neill", "H₂", "(2024)",
    "🚲", "👩‍🌾", "Ærøskøbing", "Ελλάδα", "żółć", 'Arbeitsgruppe "Pflege"', "C++", "100%",
    "a=b", "#1",     "1.", "-", "+", "ß", "ẞ", "!", "{", "}", "{nummer}", "{ziel}", "𝟙", LONG_WORD,
)  # fmt: skip
_STRANGE_WORDS = (
    "A|B", "snake_case_name", "*", "**", "_", "2*3*4", "<b>fett</b>", "x < y", "AT&T", "&amp;",
    "~~",     "`ls`", "[sic]", "\\", "](#x)", "<!--", "]]>", "$x$", "@wer", "://", "\\n",
)  # fmt: skip
_ALPHABET = "abcxyzÄÖÜäöüß 0123456789.,;:!?/()-–„“‚‘»«…\"'€%§" + SHY + NBSP + "é₂🌍"


def words() -> st.SearchStrategy[str]:
    """Single words and signs, none of which Markdown takes for markup inside a line.

    Returns:
        A strategy for texts that are not blank.
    """
    made = st.text(_ALPHABET, min_size=1, max_size=12).filter(lambda text: text.strip() != "")
    return st.one_of(st.sampled_from(_PLAIN_WORDS), made)


def titles() -> st.SearchStrategy[str]:
    """Titles: plain text of one line, in which markup is just characters.

    Returns:
        A strategy for texts that are not blank.
    """
    word = st.one_of(words(), st.sampled_from(_STRANGE_WORDS))
    return st.lists(word, min_size=1, max_size=4).map(lambda parts: " ".join(parts).strip())


def ids() -> st.SearchStrategy[str]:
    """Ids as themes, goals, projects and chapters have them.

    Returns:
        A strategy for ids that are well formed.
    """
    part = st.text("abc012", min_size=1, max_size=4)
    joined = st.lists(part, min_size=1, max_size=3).flatmap(
        lambda parts: st.sampled_from("-_.").map(lambda sign: sign.join(parts))
    )
    return st.one_of(st.sampled_from(("klima-allianz", "a", "a-b", "1.2.3", "x" * 100)), joined)


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Dates of every precision.

    Returns:
        A strategy for dates from year 1 to 9999.
    """
    years, months = st.integers(1, 9999), st.integers(1, 12)
    return st.one_of(
        st.builds(PartialDate, years),
        st.builds(PartialDate, years, quarter=st.integers(1, 4)),
        st.builds(PartialDate, years, months),
        st.dates().map(lambda day: PartialDate(day.year, day.month, day.day)),
    )


# ------------------------------------------------------------------------------------------ texts

_INLINE_MARKUP = (
    "**wichtig**", "*betont*", "_auch betont_", "***beides***", "`Code * <b>`", "Bürger*innen",
    "Schüler*innen", "Kolleg**innen", "<https://example.org/a_b?c=1&d=2>",
    "[Seite](https://example.org/x 'Titel')", "[**fett** verlinkt](http://example.org)",
    "[Post](mailto:amt@example.org)", "[Ruf](tel:+490000)", "\\*kein Stern\\*", "\\<b>",
    "&auml;&lt;", "Zeile  \nneue Zeile", "Zeile\\\nneue Zeile", "weicher\nUmbruch", "3 * 4",
    "a | b", "~50~",
)  # fmt: skip
_BLOCK_MARKUP = (
    "- eins\n- zwei\n  - drei\n\n    lang",
    "3. drei\n4. **vier**\n\n   dazu",
    "> Zitat\n> geht weiter\n>\n> - so",
    "| Jahr | CO₂ |\n| --- | ---: |\n| 2023 | **5** \\| 6 |\n| 2024 | |",
    "## Zwischentitel",
    "Titel\n===",
    "    Code\n\n    mehr",
    "```\nCode **roh**\n```",
    "---",
    "* Stern\n* Bürger*innen",
)
_REFERENCES = (
    "[](#{})",
    "[Projekt {{nummer}}](#{})",
    "[{{titel}}](#{})",
    "[*{{kurztitel}}*, {{nummer}}](#{})",
    "([siehe **{{nummer}}**](#{}))",
)


def plain_texts() -> st.SearchStrategy[str]:
    """Prose without markup: paragraphs of words, some of them with line breaks.

    Returns:
        A strategy for texts that may be empty.
    """
    line = st.lists(words(), min_size=1, max_size=5).map(" ".join)
    return st.lists(st.tuples(line, st.sampled_from(("\n", "\n\n", "\n \n\n"))), max_size=4).map(
        lambda lines: "".join(text + end for text, end in lines).strip()
    )


def texts(targets: Sequence[str] = ()) -> st.SearchStrategy[str]:
    """Markdown as authors write it: prose, emphasis, lists, tables, links and references.

    Args:
        targets: Ids that references may point to; without them there are no references.

    Returns:
        A strategy for texts that may be empty and in which nothing is forbidden.
    """
    inline = [words(), st.sampled_from(_INLINE_MARKUP)]
    if targets:
        pairs = st.tuples(st.sampled_from(_REFERENCES), st.sampled_from(targets))
        inline.append(pairs.map(lambda pair: pair[0].format(pair[1])))
    paragraph = st.lists(st.one_of(inline), min_size=1, max_size=5).map(" ".join)
    blocks = st.one_of(paragraph, paragraph, st.sampled_from(_BLOCK_MARKUP))
    return st.lists(blocks, max_size=3).map("\n\n".join)


# ---------------------------------------------------------------------------------------- numbers

_SEPARATORS = (".", "-", "/", " ", " – ", ")", ":", "")


@st.composite
def patterns(draw: st.DrawFn) -> Pattern:
    """Number patterns: any places with any signs between, before and after them.

    Args:
        draw: Given by Hypothesis.

    Returns:
        A pattern that can be used.
    """
    places = draw(st.lists(st.sampled_from(("thema", "ziel", "status", "projekt")),
                           min_size=1, unique=True))  # fmt: skip
    text = draw(st.sampled_from(("", "Nr. ", "§", "(")))
    for place in sorted(places, key=["thema", "ziel", "status", "projekt"].index):
        styles = ("", "", ":a", ":A", ":kuerzel") if place == "thema" else ("", "", ":a", ":A")
        separator = draw(st.sampled_from(_SEPARATORS)) if "{" in text else ""
        text += f"{separator}{{{place}{draw(st.sampled_from(styles))}}}"
    text += draw(st.sampled_from(("", ")", ".", " –")))
    assume(not problem_of(text))
    return Pattern(text)


@st.composite
def numbers(draw: st.DrawFn, pattern: Pattern) -> Number:
    """Numbers that a pattern prints whole.

    Args:
        draw: Given by Hypothesis.

        pattern: The pattern.

    Returns:
        A number with those parts that the pattern prints.
    """
    value = st.integers(1, 800)
    coded = ":kuerzel" in pattern.text
    optional = pattern.places[0] != "ziel"
    goal = st.lists(value, min_size=0 if optional else 1, max_size=3).map(tuple)
    return Number(
        theme=draw(value) if "thema" in pattern.places and not coded else 0,
        code=draw(st.text("BKLÜa", min_size=1, max_size=3)) if coded else "",
        goal=draw(goal) if "ziel" in pattern.places else (),
        status=draw(value) if "status" in pattern.places else 0,
        project=draw(value) if "projekt" in pattern.places else 0,
    )


# ----------------------------------------------------------------------------------- quick choices

_T = TypeVar("_T")
_SEEDS = st.integers(0, 2**80)


class Choices:
    """Many choices out of one drawn number, digit by digit.

    Drawing each field of each project by itself would take Hypothesis far longer than all tests
    together. The number 0 chooses the first of everything, so examples still become simple.
    """

    def __init__(self, seed: int) -> None:
        """Start with a drawn number."""
        self.left = seed

    def one(self, pool: Sequence[_T]) -> _T:
        """One of several things.

        Args:
            pool: The things; the simplest first.

        Returns:
            One of them.
        """
        self.left, digit = divmod(self.left, len(pool))
        return pool[digit]

    def some(self, pool: Sequence[_T], most: int = 2) -> tuple[_T, ...]:
        """A few of several things.

        Args:
            pool: The things.

            most: How many at most.

        Returns:
            None, one or several different ones.
        """
        chosen = [self.one(pool) for _ in range(self.one(range(most + 1)))]
        return tuple(dict.fromkeys(chosen))

    def seldom(self) -> bool:
        """True in one of five cases."""
        return self.one(range(5)) == 4


# --------------------------------------------------------------------------------------- profiles

PARTS = (
    "titelseite", "inhaltsverzeichnis", "kapitel", "legende", "uebersicht", "themen",
    "projektlisten", "module", "entfallen", "archiv", "aenderungen", "verlauf",
)  # fmt: skip
_STATUS_IDS = ("umgesetzt", "in-bearbeitung", "in-planung", "idee", "ruht", "neu.2")
_EMPTY_TEXTS = ("keine Projekte", "", "seit dem {letzter_stand} nichts", "{nichts} </p>")
_COLOURS = ("#c5e8cd", "#FFE7A0", "#000000", "#ffffff", "#7f7f7f", "#0b5394")
_FIELD_KEYS = ("kosten", "foerderung", "beschluss", "link", "frist", "bemerkung")
_TITLE_POOLS = st.lists(titles(), min_size=3, max_size=8, unique=True)


def schemes() -> st.SearchStrategy[NumberingScheme]:
    """Numbering schemes as municipalities use them, and their relatives.

    Returns:
        A strategy for schemes with which a report can be numbered without printing a number twice.
    """
    return _SEEDS.map(lambda seed: _scheme(Choices(seed)))


def _scheme(choices: Choices) -> NumberingScheme:
    kind = choices.one(("grouped", "nested", "local", "running", "of theme"))
    theme = choices.one(("{thema}", "{thema:A}", "{thema:kuerzel}"))
    joint = choices.one((".", "-", " ") if theme == "{thema}" else (".", "-", ""))
    on_through_themes = theme != "{thema}" and choices.seldom()
    goal = "{ziel}" if on_through_themes else f"{theme}{joint}{{ziel}}"
    sign = choices.one((".", "-", "/"))
    style = choices.one(("", ":a", ":A"))
    if kind == "grouped":
        status = f"{goal}{sign}{{status}}"
        return NumberingScheme(theme, goal, status, f"{status}{sign}{{projekt{style}}}")
    project = {
        "nested": f"{goal}{sign}{{projekt{style}}}",
        "local": f"{{projekt{style or ':a'}}})",
        "running": "Nr. {projekt}",
        "of theme": f"{theme}{'' if theme == '{thema:kuerzel}' and joint else ' / '}{{projekt}}",
    }[kind]
    return NumberingScheme(theme, goal, "", project)


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
            choices.one(list(FieldKind)),
            required=choices.one((False, True)),
            private=choices.one((False, True)),
        )
        for key in choices.some(_FIELD_KEYS, 4)
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
    shipped = draw(st.sampled_from(("soest", "standard", "", "", "", "")))
    if shipped:
        return load_profile(shipped)
    names, choices = draw(_TITLE_POOLS), Choices(draw(_SEEDS))
    parts = draw(st.permutations(PARTS)) if choices.one((False, True)) else PARTS
    return Profile(
        name="gemacht",
        levels=choices.one(_LEVELS),
        labels=choices.one(_LABELS),
        contents_depth=choices.one((4, 1, 2, 3)),
        parts=tuple(parts[choices.one((0, 0, 0, *range(12))) :]),
        numbering=draw(schemes()),
        statuses=_statuses(Choices(draw(_SEEDS)), names),
        fields=_fields(Choices(draw(_SEEDS)), names),
    )


def goals_hold_both(profile: Profile) -> bool:
    """Whether a goal can have goals and projects of its own without a number being printed twice.

    Args:
        profile: The profile; its patterns decide.

    Returns:
        True if the numbers stay different.
    """
    return _can_be_numbered(profile, in_theme=False)


def themes_hold_projects(profile: Profile) -> bool:
    """Whether a theme can have projects beside its goals without a number being printed twice.

    Args:
        profile: The profile; its patterns decide.

    Returns:
        True if the numbers stay different.
    """
    return _can_be_numbered(profile, in_theme=True)


@cache
def _can_be_numbered(profile: Profile, *, in_theme: bool) -> bool:
    """Tries it with a report that has more projects than there are letters."""
    ids_of_statuses = [status.id for status in profile.statuses] * 27
    projects = [
        tuple(Project(f"p{i}-{j}", "P", name) for j, name in enumerate(ids_of_statuses[:27]))
        for i in range(6)
    ]
    inner = (Goal("g1", projects=projects[0]), Goal("g2", projects=projects[1]))
    goals = (
        Goal("g3", goals=inner, projects=() if in_theme else projects[2]),
        Goal("g4", projects=projects[3]),
    )
    themes = (
        Theme("t1", "T", "B", goals=goals, projects=projects[4] if in_theme else ()),
        Theme("t2", "T", "C", goals=(Goal("g5", projects=projects[5]),)),
    )
    try:
        number(Report("R", "K", date(2024, 1, 1), profile, themes=themes))
    except NumberingError:
        return False
    return True


# ---------------------------------------------------------------------------------------- reports

UNITS = {
    "80.01": "Sachgebiet Klima", "80.10": "80.10 Mobilität", "61": "Planung und Entwicklung",
    "wfg": "wfg Wirtschaftsförderung GmbH", "dez-06": "Dezernat „06“", "NO": "Nordost",
}  # fmt: skip
MUNICIPALITIES = {
    "anroechte": "Anröchte", "soest": "Soest", "wickede": "Wickede (Ruhr)", "moehnesee": "Möhnesee",
    "rheda": "Rheda-Wiedenbrück", "a|b": "A|B <Dorf>",
}  # fmt: skip
_CODES = ("B", "Ü", "KL", "öff", "Z")
_NUMBERS = ("0", "-5", "1.000", "12.345,67", "1000000")
_LINKS = ("https://example.org/ä?x=1&y=<2>", "http://example.org/(a)_*b*")
_DATES = ("2024", "2024-Q2", "2024-03", "2024-03-01", "0900-01-01")
_STARTS = (None, *map(parse_partial_date, ("1999", "2023-Q4", "2024-01-31", "01.02.2024")))
_ENDS = (None, *map(parse_partial_date, ("2024-Q2", "2025-11", "31.12.2030", "9999")))
_FRAMEWORKS: tuple[dict[str, tuple[str, ...]], ...] = (
    {}, {"BNK": ("10",)}, {"SDG-Ü": ("1.a", "<2>"), "X": ()},
)  # fmt: skip
_TEXT_POOLS = st.lists(texts(["ZIEL-0", "ZIEL-1", "ZIEL-2", "ZIEL-3"]), min_size=2, max_size=6)
_PLAIN_POOLS = st.lists(texts(), min_size=2, max_size=6)
_CHAPTER_IDS = st.lists(
    ids().filter(lambda name: not name.startswith("nh-")), max_size=3, unique=True
)


class _Shape:
    """Draws the shape of a report: ids, statuses, drafts and fixed numbers, but no texts yet."""

    def __init__(self, draw: st.DrawFn, profile: Profile, crowd: int) -> None:
        self.draw = draw
        self.crowd = crowd
        self.both = goals_hold_both(profile)
        self.in_themes = themes_hold_projects(profile)
        self.continued = "{thema" not in profile.numbering.goal
        self.statuses = [status.id for status in profile.statuses]
        self.count = 0

    def themes(self) -> tuple[Theme, ...]:
        choices = self._choices()
        values = _fixed_numbers(choices, choices.one((1, 2, 0, 2, 3, 5)))
        return tuple(self._theme(code, value) for code, value in zip(_CODES, values, strict=False))

    def _theme(self, code: str, value: int | None) -> Theme:
        choices = self._choices()
        goals = self._goals(choices, choices.one((1, 2, 0, 3)), 0)
        projects = self._projects(choices) if self.in_themes else ()
        return Theme(self._id(choices), "", code, goals=goals, projects=projects, number=value)

    def _goals(self, choices: Choices, count: int, depth: int) -> tuple[Goal, ...]:
        values = [None] * count if self.continued else _fixed_numbers(choices, count)
        return tuple(self._goal(depth, value) for value in values)

    def _goal(self, depth: int, value: int | None) -> Goal:
        choices = self._choices()
        inner = self._goals(choices, 2, depth + 1) if depth < 2 and choices.seldom() else ()
        projects = self._projects(choices) if self.both or not inner else ()
        return Goal(self._id(choices), goals=inner, projects=projects, number=value)

    def _projects(self, choices: Choices) -> tuple[Project, ...]:
        count = choices.one((1, 2, 0, 3, 5)) * self.crowd
        names = [self._id(choices) for _ in range(count)]
        if self.crowd > 1:
            choices = Choices(7 ** (3 * count))  # enough digits for all of them
        return tuple(
            Project(name, "", choices.one(self.statuses), draft=choices.seldom()) for name in names
        )

    def _choices(self) -> Choices:
        return Choices(self.draw(_SEEDS))

    def _id(self, choices: Choices) -> str:
        self.count += 1
        return f"{choices.one(('p', 'klima-allianz', 'a.b_c', '1'))}-{self.count}"


def _fixed_numbers(choices: Choices, count: int) -> list[int | None]:
    """Fixed numbers for some of the siblings, rising with gaps."""
    values: list[int | None] = []
    last = 0
    for _ in range(count):
        gap = choices.one((0, 0, 1, 2, 0, 30))
        last += max(gap, 1)
        values.append(last if gap else None)
    return values


@attrs.frozen
class _Writer:
    """Fills the shape of a report with texts out of a small stock."""

    draw: st.DrawFn
    profile: Profile
    titles: Sequence[str]
    texts: Sequence[str]

    def theme(self, theme: Theme) -> Theme:
        choices = self._choices()
        return attrs.evolve(
            theme,
            title=choices.one(self.titles),
            dimension=choices.one(("", *self.titles)),
            lead=choices.one(("", *self.titles)),
            sdgs=choices.some(range(1, 18)),
            introduction=choices.one(self.texts),
            goals=tuple(self.goal(goal) for goal in theme.goals),
            projects=tuple(self.project(project) for project in theme.projects),
        )

    def goal(self, goal: Goal) -> Goal:
        choices = self._choices()
        return attrs.evolve(
            goal,
            title=choices.one(("", *self.titles)),
            statement=choices.one(self.texts),
            sdgs=choices.some(range(1, 18)),
            goals=tuple(self.goal(inner) for inner in goal.goals),
            projects=tuple(self.project(project) for project in goal.projects),
        )

    def project(self, project: Project) -> Project:
        choices, maybe = self._choices(), ("", *self.titles)
        return attrs.evolve(
            project,
            title=choices.one(self.titles) + choices.one(("", f" {project.id}")),
            short_title=choices.one(maybe),
            description=choices.one(self.texts),
            progress=choices.one(self.texts),
            internal_note=choices.one(maybe),
            responsible=choices.some(list(UNITS)),
            cooperation=self._cooperation(choices),
            sdgs=choices.some(range(1, 18)),
            frameworks=choices.one(_FRAMEWORKS),
            start=choices.one(_STARTS),
            end=choices.one(_ENDS),
            parts=self._parts(choices),
            extra=self._extra(choices),
        )

    def _choices(self) -> Choices:
        return Choices(self.draw(_SEEDS))

    def _parts(self, choices: Choices) -> tuple[Part, ...]:
        return tuple(
            Part(title, choices.one(self.texts), choices.one(self.texts))
            for title in choices.some(("", *self.titles))
        )

    def _cooperation(self, choices: Choices) -> Cooperation:
        everyone = choices.seldom()
        named = ("alle",) if everyone else choices.some(list(MUNICIPALITIES), 3)
        return Cooperation(choices.one(("", *self.texts)), named)

    def _extra(self, choices: Choices) -> dict[str, str]:
        pools: dict[FieldKind, Sequence[str]] = {
            FieldKind.TEXT: self.titles,
            FieldKind.MARKDOWN: [text or "**Text**" for text in self.texts],
            FieldKind.DATE: _DATES,
            FieldKind.NUMBER: _NUMBERS,
            FieldKind.LINK: _LINKS,
        }
        return {
            field.key: choices.one(pools[field.kind])
            for field in self.profile.fields
            if field.required or choices.one((False, True))
        }


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
    names, choices = draw(_TITLE_POOLS), Choices(draw(_SEEDS))
    shape = _Shape(draw, chosen, crowd=40 if choices.one(range(20)) == 19 else 1).themes()
    chapters = draw(_CHAPTER_IDS)
    targets = [*chapters, *_public_ids(shape)]
    if references and targets:
        stock = [_aimed(text, targets, choices) for text in draw(_TEXT_POOLS)]
    else:
        stock = draw(_PLAIN_POOLS)
    writer = _Writer(draw, chosen, names, stock)
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


def documents(report: st.SearchStrategy[Report] | None = None) -> st.SearchStrategy[Document]:
    """Documents as exporters get them: of the public part of a report.

    Args:
        report: Reports to choose from; any report if left out.

    Returns:
        A strategy for documents.
    """
    return (reports() if report is None else report).map(lambda one: assemble(public_view(one)))


_PROFILES = profiles()


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
