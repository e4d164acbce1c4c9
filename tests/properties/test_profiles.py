"""The properties of checked profiles: what the check lets through can be numbered and read."""

from __future__ import annotations

from datetime import date

import attrs
from hypothesis import given
from hypothesis import strategies as st

from kommunal_nh import (
    Goal,
    NumberingError,
    NumberingScheme,
    Profile,
    Project,
    Report,
    Status,
    Theme,
    check,
    number,
)
from kommunal_nh.colours import contrast, text_on
from kommunal_nh.testing import patterns, profiles, reports

any_pattern = st.one_of(st.just(""), patterns().map(lambda pattern: pattern.text))
any_scheme = st.builds(NumberingScheme, any_pattern, any_pattern, any_pattern, any_pattern)
colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
PROJECT = Project("p", "P", "laufend", progress="läuft")


def rules(report: Report) -> set[str]:
    """The rules that a report breaks."""
    return {finding.rule for finding in check(report)}


@given(any_scheme, st.booleans(), st.booleans())
def test_patterns_are_refused_exactly_where_they_collide(
    scheme: NumberingScheme, grouped: bool, in_theme: bool
) -> None:
    """With one of each, a pattern is refused where two would have one number, and only there."""
    profile = attrs.evolve(Profile(), numbering=scheme, status_sections=grouped)
    goals = () if in_theme else (Goal("g", statement="Ziel.", projects=(PROJECT,)),)
    theme = Theme("t", "T", "A", goals=goals, projects=(PROJECT,) if in_theme else ())
    report = Report("R", "K", date(2024, 1, 1), profile, themes=(theme,))
    try:
        number(report)
        collides = False
    except NumberingError:
        collides = True

    found = rules(report)
    assert bool(found & {"ambiguous-pattern", "invalid-pattern"}) >= collides
    assert collides or "ambiguous-pattern" not in found
    assert "ambiguous-number" not in found


@given(reports())
def test_generated_reports_have_sound_profiles(report: Report) -> None:
    """Nothing is wrong with the patterns, words and colours of a generated profile."""
    wrong = {"ambiguous-pattern", "invalid-pattern", "missing-text", "low-contrast"}

    assert rules(report) & wrong == set()


@given(colours, colours)
def test_words_that_can_not_be_read_are_refused(background: str, words: str) -> None:
    """A text colour with less than 4.5 : 1 is an error; the one chosen by default never is."""
    status = Status("s", "S", colour=background, text_colour=words)
    report = Report("R", "K", date(2024, 1, 1), Profile(statuses=(status,)))
    chosen = attrs.evolve(status, text_colour=text_on(background))

    assert ("low-contrast" in rules(report)) == (contrast(background, words) < 4.5)
    assert "low-contrast" not in rules(attrs.evolve(report, profile=Profile(statuses=(chosen,))))


@given(profiles())
def test_statuses_look_like_their_profile_says(profile: Profile) -> None:
    """The words of a mark are in the profile's colour or in the one that is easier to read."""
    from kommunal_nh.assembly import styles_of

    for status, style in zip(profile.statuses, styles_of(profile.statuses), strict=True):
        assert style.colour == status.colour
        assert style.text_colour == (status.text_colour or text_on(status.colour))
