"""Words, titles, ids and dates, as strange as municipal reports have them."""

from __future__ import annotations

from hypothesis import strategies as st

from kommunal_nh.dates import PartialDate

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


TITLE_POOLS = st.lists(titles(), min_size=3, max_size=8, unique=True)
"""A few different titles, for one report or profile."""
