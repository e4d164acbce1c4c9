"""Numbers of well-known reports, as examples of the properties in properties/test_numbering.py."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from kommunal_nh import (
    Edition,
    Goal,
    Level,
    NumberingError,
    NumberingScheme,
    Profile,
    Project,
    Report,
    Severity,
    Theme,
    check,
    load_profile,
    number,
)
from kommunal_nh.numbering import in_order, numbering_of


def report(*themes: Theme, scheme: NumberingScheme | None = None) -> Report:
    """A report with the statuses of Kreis Soest."""
    profile = load_profile("soest")
    if scheme is not None:
        profile = attrs.evolve(profile, numbering=scheme)
    return Report("Report", "Kreis", date(2023, 10, 1), profile, themes=themes)


def projects(*statuses: str, prefix: str = "p") -> tuple[Project, ...]:
    """One project with each of the statuses."""
    return tuple(
        Project(f"{prefix}{place}", f"Projekt {place}", status, progress="läuft")
        for place, status in enumerate(statuses, 1)
    )


SOEST = report(
    Theme(
        "klima",
        "Klima",
        goals=(
            Goal("sparen", projects=projects("umgesetzt", "in-bearbeitung", "ideenspeicher")),
            Goal("leer"),
        ),
    ),
    Theme("konsum", "Konsum", goals=(Goal("kaufen", projects=projects("in-planung", prefix="q")),)),
)


def test_soest_numbers_have_the_status_in_third_place() -> None:
    """Kreis Soest: theme, goal, place of the status, place among the projects of that status."""
    numbering = number(SOEST)

    assert dict(numbering.texts) == {
        "klima": "1",
        "sparen": "1.1",
        "p1": "1.1.1.1",
        "p2": "1.1.2.1",
        "p3": "1.1.4.1",
        "leer": "1.2",
        "konsum": "2",
        "kaufen": "2.1",
        "q1": "2.1.3.1",
    }
    assert numbering.sections["sparen", "in-planung"] == "1.1.3"
    assert [numbering.sections["leer", status.id] for status in SOEST.profile.statuses] == [
        "1.2.1",
        "1.2.2",
        "1.2.3",
        "1.2.4",
    ]


def test_projects_are_counted_by_status_not_by_their_place_in_the_data() -> None:
    """Projects stand in the data in any order; the number counts those of the same status."""
    mixed = projects("in-planung", "umgesetzt", "in-planung", "umgesetzt")
    numbering = number(report(Theme("t", "T", goals=(Goal("g", projects=mixed),))))

    assert list(numbering.texts.items())[2:] == [
        ("p2", "1.1.1.1"),
        ("p4", "1.1.1.2"),
        ("p1", "1.1.3.1"),
        ("p3", "1.1.3.2"),
    ]


def test_numbers_fixed_by_the_council_stay() -> None:
    """Blaustein: sub-goals 1, 3 and 4 are decided, activities count below each, 1.1 to 4.4."""
    goals = tuple(
        Goal(f"u{value}", f"Unterziel {value}", number=value,
             projects=projects(*["umgesetzt"] * 4, prefix=f"u{value}a"))
        for value in (1, 3, 4)
    )  # fmt: skip
    scheme = NumberingScheme("{thema:A}", "{ziel}", "", "{ziel}.{projekt}")
    blaustein = report(Theme("klima", "Klimaschutz", goals=goals), scheme=scheme)
    numbering = number(blaustein)

    assert [numbering[f"u{value}"] for value in (1, 3, 4)] == ["1", "3", "4"]
    assert [numbering[f"u1a{place}"] for place in range(1, 5)] == ["1.1", "1.2", "1.3", "1.4"]
    assert numbering["u4a4"] == "4.4"
    assert [finding for finding in check(blaustein) if finding.severity is Severity.ERROR] == []


def test_a_goal_without_a_fixed_number_follows_the_one_before() -> None:
    """After a goal with the fixed number 3 comes 4."""
    goals = (Goal("a"), Goal("b", number=3), Goal("c"))
    numbering = number(report(Theme("t", "T", goals=goals)))

    assert [numbering[name] for name in "abc"] == ["1.1", "1.3", "1.4"]


@pytest.mark.parametrize("values", [(3, 3), (3, 1), (0, 1), (None, 1)])
def test_fixed_numbers_must_rise(values: tuple[int | None, ...]) -> None:
    """A fixed number that does not rise above the one before is an error that says so."""
    goals = tuple(Goal(f"g{place}", number=value) for place, value in enumerate(values))
    findings = check(report(Theme("t", "T", goals=goals)))

    assert "number-not-rising" in {finding.rule for finding in findings}


def test_letters_start_again_below_each_goal() -> None:
    """With the pattern {projekt:a}), projects are lettered a), b) … below every goal."""
    scheme = NumberingScheme("{thema}", "{thema}.{ziel}", "", "{projekt:a})")
    goals = (
        Goal("g", projects=projects(*["umgesetzt"] * 28)),
        Goal("h", projects=projects("umgesetzt", prefix="q")),
    )
    numbering = number(report(Theme("t", "T", goals=goals), scheme=scheme))

    assert [numbering[f"p{place}"] for place in (1, 2, 26, 27, 28)] == [
        "a)",
        "b)",
        "z)",
        "aa)",
        "ab)",
    ]
    assert numbering["q1"] == "a)"
    assert numbering.projects_are_local
    assert not numbering.grouped_by_status


def test_codes_count_through_a_theme() -> None:
    """With {thema:kuerzel}{projekt}, projects are B1, B2, … through all goals of the theme."""
    scheme = NumberingScheme("{thema}", "{thema}.{ziel}", "", "{thema:kuerzel}{projekt}")
    building = Theme(
        "bauen",
        "Bauen",
        "B",
        goals=(Goal("g", projects=projects("umgesetzt", "in-planung")),),
        projects=projects("ideenspeicher", prefix="x"),
    )
    leaders = Theme(
        "über", "Überörtliches", "Ü", goals=(Goal("h", projects=projects("umgesetzt", prefix="q")),)
    )
    numbering = number(report(building, leaders, scheme=scheme))  # fmt: skip

    assert [numbering[name] for name in ("x1", "p1", "p2", "q1")] == ["B1", "B2", "B3", "Ü1"]


def test_nested_goals_continue_the_goal_part() -> None:
    """A goal below goal 1.2 is 1.2.1, and its projects go on from there."""
    inner = (Goal("o1", projects=projects("umgesetzt")), Goal("o2"))
    numbering = number(report(Theme("t", "T", goals=(Goal("s1"), Goal("s2", goals=inner)))))

    assert [numbering[name] for name in ("s2", "o1", "o2", "p1")] == [
        "1.2",
        "1.2.1",
        "1.2.2",
        "1.2.1.1.1",
    ]
    assert ("s2", "umgesetzt") not in numbering.sections


def test_goals_without_a_theme_in_their_number_count_on() -> None:
    """With the pattern {ziel}, the goals of all themes are counted as one row."""
    scheme = NumberingScheme("{thema:A}", "{ziel}", "", "{ziel}.{projekt}")
    themes = (
        Theme("t1", "T", goals=(Goal("a"), Goal("b", goals=(Goal("b1"),)))),
        Theme("t2", "T", goals=(Goal("c", projects=projects("umgesetzt")),)),
    )
    numbering = number(report(*themes, scheme=scheme))

    assert [numbering[name] for name in ("t1", "a", "b", "b1", "t2", "c", "p1")] == [
        "A",
        "1",
        "2",
        "2.1",
        "B",
        "3",
        "3.1",
    ]


def test_fixed_numbers_of_goals_that_count_on_must_rise_through_all_themes() -> None:
    """Where goals count on through the themes, a fixed number below the last one is an error."""
    scheme = NumberingScheme("{thema:A}", "{ziel}", "", "{ziel}.{projekt}")
    themes = (
        Theme("t1", "T", goals=(Goal("a", number=5),)),
        Theme("t2", "T", goals=(Goal("b", number=3),)),
    )

    assert "number-not-rising" in {
        finding.rule for finding in check(report(*themes, scheme=scheme))
    }


def test_projects_without_a_goal_leave_its_part_out() -> None:
    """A theme's own project has no goal part, nor the sign before it."""
    scheme = NumberingScheme("{thema}", "{thema}.{ziel}", "", "{thema}.{ziel}/{projekt}")
    theme = Theme(
        "t",
        "T",
        projects=projects("umgesetzt"),
        goals=(Goal("g", projects=projects("umgesetzt", prefix="q")),),
    )
    numbering = number(report(theme, scheme=scheme))  # fmt: skip

    assert (numbering["p1"], numbering["q1"]) == ("1/1", "1.1/1")


def test_a_number_printed_twice_is_refused() -> None:
    """If goal 1.1 and the theme's own project 1.1 would print the same, both are named."""
    scheme = NumberingScheme("{thema}", "{thema}.{ziel}", "", "{thema}.{ziel}.{projekt}")
    twice = report(
        Theme("t", "T", projects=projects("umgesetzt"), goals=(Goal("g"),)), scheme=scheme
    )

    with pytest.raises(NumberingError, match=r"1\.1.*„(p1|g)“.*„(p1|g)“"):
        number(twice)
    assert [finding.rule for finding in check(twice)] == ["ambiguous-pattern"]


def test_nothing_has_no_number() -> None:
    """An id that is not in the report is not in its numbering."""
    numbering = number(SOEST)

    assert "sparen" in numbering
    assert "nix" not in numbering
    with pytest.raises(KeyError, match="nix"):
        numbering["nix"]


def test_a_report_without_themes_is_numbered() -> None:
    """An empty report has an empty numbering, with any profile."""
    empty = Report("R", "K", date(2024, 1, 1), Profile())

    assert dict(number(empty).texts) == {}


LETTERS = NumberingScheme("", "", "", "{projekt:a})")


def test_letters_begin_again_in_each_status_section() -> None:
    """Blaustein: measures a), b) and ideas a), b) below headings without numbers."""
    profile = attrs.evolve(load_profile("soest"), numbering=LETTERS, status_sections=True)
    theme = Theme("t", "T", projects=projects("umgesetzt", "ideenspeicher", "umgesetzt"))
    numbering = number(attrs.evolve(report(theme), profile=profile))

    assert [numbering[name] for name in ("p1", "p2", "p3")] == ["a)", "a)", "b)"]
    assert numbering["t"] == ""
    assert list(numbering.sections) == [("t", status.id) for status in profile.statuses]
    assert set(numbering.sections.values()) == {""}


def test_goals_in_a_list_have_no_sections() -> None:
    """Where goals are a list, the sections belong to the theme, and to it alone."""
    level = attrs.evolve(load_profile("soest").levels, goals=(Level("Ziel", listed=True),))
    profile = attrs.evolve(
        load_profile("soest"), levels=level, numbering=LETTERS, status_sections=True
    )
    goals = (Goal("g", goals=(Goal("h"),)),)
    numbering = number(attrs.evolve(report(Theme("t", "T", goals=goals)), profile=profile))

    assert {parent for parent, _ in numbering.sections} == {"t"}


def test_inner_goals_in_a_list_leave_the_sections_to_the_goal_above() -> None:
    """Where only the inner goals are a list, the goal above them has the sections, not they."""
    levels = attrs.evolve(
        load_profile("soest").levels, goals=(Level("Ziel"), Level("Unterziel", listed=True))
    )
    profile = attrs.evolve(
        load_profile("soest"), levels=levels, numbering=LETTERS, status_sections=True
    )
    theme = Theme("t", "T", goals=(Goal("g", goals=(Goal("h"),)),))
    numbering = number(attrs.evolve(report(theme), profile=profile))

    assert {parent for parent, _ in numbering.sections} == {"g"}


@pytest.mark.parametrize("name", ["all", "0", "None"])
def test_any_name_of_a_goal_leaves_the_numbers_alone(name: str) -> None:
    """Goals below a goal begin with 1, also where goals count on through the themes."""
    scheme = NumberingScheme("{thema:A}", "{ziel}", "", "{ziel}.{projekt}")
    goals = (Goal("first"), Goal(name, goals=(Goal("inner"),)))
    numbering = number(report(Theme("t", "T", goals=goals), scheme=scheme))

    assert [numbering[goal] for goal in ("first", name, "inner")] == ["1", "2", "2.1"]


def test_an_unknown_status_comes_last_and_has_no_place() -> None:
    """A project whose status the profile does not know comes last, its number without that part."""
    theme = Theme("t", "T", goals=(Goal("g", projects=projects("vertagt", "ideenspeicher")),))
    project, status = "{thema}.{ziel}/{status}:{projekt}", "{thema}.{ziel}/{status}"
    scheme = NumberingScheme("{thema}", "{thema}.{ziel}", status, project)
    unknown = report(theme, scheme=scheme)
    numbering = number(unknown)

    assert [one.id for one in in_order(unknown.profile, theme.goals[0])] == ["p2", "p1"]
    assert (numbering["p1"], numbering.numbers["p1"].status) == ("1.1:1", 0)


def test_a_section_may_not_have_the_number_of_a_goal() -> None:
    """If the first section of a theme and its first goal would both print 1.1, both are named."""
    profile = load_profile("soest")
    scheme = attrs.evolve(
        profile.numbering, status="{thema}.{status}", project="{thema}/{status}.{projekt}"
    )
    theme = Theme("t", "T", projects=projects("umgesetzt"), goals=(Goal("g", goals=(Goal("h"),)),))

    with pytest.raises(NumberingError, match=r"1\.1.*„g“.*„t“"):
        number(report(theme, scheme=scheme))


def test_an_edition_keeps_the_numbers_that_were_printed() -> None:
    """What an edition says of a number or section holds; what it does not say is computed."""
    section = ("sparen", "in-planung")
    numbering = numbering_of(Edition(SOEST, {"klima": "I"}, {section: "I.1.3"}))

    assert (numbering["klima"], numbering["konsum"]) == ("I", "2")
    assert numbering.sections[section] == "I.1.3"
    assert numbering.sections["leer", "in-planung"] == "1.2.3"
    assert numbering.numbers == number(SOEST).numbers
