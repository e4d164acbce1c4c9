"""Number patterns and numbers that fit them."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st

from kommunal_nh.patterns import Number, Pattern, problem_of

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
