"""The goals for sustainable development: the table, and who inherits what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kommunal_nh import Goal, Project, Report, Theme, load_profile
from kommunal_nh.colours import READABLE, contrast, text_on
from kommunal_nh.naming import Names
from kommunal_nh.numbering import number
from kommunal_nh.sdgs import SDGS, assigned_sdgs
from kommunal_nh.sequences import in_parts
from kommunal_nh.testing import reports

_SOEST = load_profile("soest")


def test_there_are_seventeen_with_readable_colours() -> None:
    """Numbers run from 1 to 17, no colour comes twice, and words can be read on each."""
    assert [sdg.number for sdg in SDGS] == list(range(1, 18))
    assert len({sdg.colour for sdg in SDGS}) == len({sdg.title for sdg in SDGS}) == 17
    for sdg in SDGS:
        assert contrast(sdg.colour, text_on(sdg.colour)) >= READABLE


def lineages(report: Report) -> list[tuple[Theme | Goal | Project, tuple[Theme | Goal, ...]]]:
    """Each thing with what it belongs to."""
    return list(Names(report, number(report)).lineages())


@st.composite
def reports_with_more(draw: st.DrawFn) -> tuple[Report, dict[str, tuple[int, ...]]]:
    """A report, and what some of its things serve besides; some numbers do not exist."""
    report = draw(reports(st.just(_SOEST)))
    ids = [thing.id for thing, _ in lineages(report)]
    numbers = st.lists(st.integers(0, 19), max_size=3).map(tuple)
    return report, draw(st.dictionaries(st.sampled_from([*ids, "fehlt"]), numbers, max_size=5))


@given(reports_with_more())
def test_whoever_stands_below_serves_what_stands_above(
    given_: tuple[Report, dict[str, tuple[int, ...]]],
) -> None:
    """A thing serves what it names, and all that its goals and theme serve, and nothing else."""
    report, further = given_
    assigned = assigned_sdgs(report, further)
    for thing, above in lineages(report):
        one = assigned[thing.id]
        named = {*thing.sdgs, *further.get(thing.id, ())} & {*range(1, 18)}
        passed = {number for other in above for number in assigned[other.id].own}

        assert set(one.own) == named
        assert set(one.all) == named | passed
        assert not one.inherited.keys() & named


@given(reports_with_more())
def test_what_is_inherited_comes_from_the_nearest(
    given_: tuple[Report, dict[str, tuple[int, ...]]],
) -> None:
    """The source of an inherited number is the innermost thing above that names it."""
    report, further = given_
    assigned = assigned_sdgs(report, further)
    for thing, above in lineages(report):
        for sdg, source in assigned[thing.id].inherited.items():
            naming = [other.id for other in above if sdg in assigned[other.id].own]

            assert naming[-1] == source


@given(reports(st.just(_SOEST)))
def test_nothing_is_inherited_if_nobody_wants_it(report: Report) -> None:
    """Without inheritance each thing serves what it names itself."""
    for one in assigned_sdgs(report, inherit=False).values():
        assert one.all == one.own


@given(st.lists(st.integers(), max_size=60), st.integers(1, 12))
def test_parts_are_few_and_about_as_long(items: list[int], most: int) -> None:
    """Parts put together are the sequence; none is too long; lengths differ by one at most."""
    parts = in_parts(items, most)

    assert [item for part in parts for item in part] == items
    assert len(parts) == -(-len(items) // most)
    lengths = [len(part) for part in parts]
    assert not lengths or max(lengths) <= most
    assert not lengths or max(lengths) - min(lengths) <= 1
