"""What the strategies promise, so that the other properties speak of what they mean to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from edits import Edit, edited, edits, parents
from kommunal_nh import (
    Finding,
    Goal,
    NumberingScheme,
    PartialDate,
    Profile,
    Report,
    Severity,
    check,
    load_profile,
    number,
    public_view,
)
from kommunal_nh.checks.identity import ID
from kommunal_nh.patterns import Pattern, problem_of
from kommunal_nh.testing import (
    ids,
    partial_dates,
    patterns,
    plain_texts,
    profiles,
    reports,
    schemes,
    texts,
    titles,
)
from kommunal_nh.text import Surroundings, Target, problems_in
from kommunal_nh.walks import all_goals, all_projects


def errors(report: Report) -> list[Finding]:
    """The findings that forbid building."""
    return [finding for finding in check(report) if finding.severity is Severity.ERROR]


@given(reports())
def test_generated_reports_have_no_errors(report: Report) -> None:
    """`check` finds no error in a generated report, nor in its public part."""
    assert errors(report) == []
    assert errors(public_view(report)) == []


@given(reports(references=False), edits())
def test_edited_reports_have_no_errors(report: Report, changes: list[Edit]) -> None:
    """`check` finds no error in a report after any edits."""
    assert errors(edited(report, changes)) == []


@given(texts(["a"]))
def test_generated_texts_are_allowed(text: str) -> None:
    """A generated text breaks no rule if the ids it refers to exist."""
    around = Surroundings(lambda name: Target(name, "1", "A") if name == "a" else None)

    assert problems_in(text, around) == []


@given(titles(), ids(), plain_texts())
def test_names_are_what_they_say(title: str, name: str, text: str) -> None:
    """Titles are one line that is not blank; ids are well formed; plain texts have no markup."""
    assert title.strip() == title != ""
    assert "\n" not in title
    assert ID.fullmatch(name)
    assert not set(text) & set("*_`<>[]\\&|~")


@given(schemes(), patterns(), partial_dates())
def test_schemes_and_patterns_can_be_used(
    scheme: NumberingScheme, pattern: Pattern, day: PartialDate
) -> None:
    """Generated patterns are not refused, and generated dates exist."""
    used = (scheme.theme, scheme.goal, scheme.status or scheme.theme, scheme.project, pattern.text)

    assert [problem_of(text) for text in used] == [""] * 5
    assert day.first_day <= day.last_day


STRANGE_CASES: dict[str, Callable[[Report], bool]] = {
    "hundreds of projects": lambda report: len(list(all_projects(report))) > 200,
    "nothing": lambda report: not report.themes,
    "an empty theme": lambda report: any(not theme.goals for theme in report.themes),
    "an empty goal": lambda report: any(
        not goal.projects and not goal.goals for goal in goals(report)
    ),
    "projects of a theme": lambda report: any(theme.projects for theme in report.themes),
    "three levels": lambda report: any(
        inner.goals for theme in report.themes for goal in theme.goals for inner in goal.goals
    ),
    "goals beside projects": lambda report: any(
        goal.goals and goal.projects for goal in goals(report)
    ),
    "fixed numbers": lambda report: any(parent.number for parent in parents(report)),
    "drafts": lambda report: any(project.draft for project in all_projects(report)),
    "internal notes": lambda report: any(project.internal_note for project in all_projects(report)),
    "parts": lambda report: any(project.parts for project in all_projects(report)),
    "everyone": lambda report: any(
        "alle" in project.cooperation.municipalities for project in all_projects(report)
    ),
    "private fields": lambda report: any(
        project.extra.get(field.key)
        for project in all_projects(report)
        for field in report.profile.fields
        if field.private
    ),
    "references": lambda report: any("](#" in project.progress for project in all_projects(report)),
    "archive": lambda report: bool(report.archive and report.withdrawn),
    "letters": lambda report: number(report).projects_are_local and len(report.themes) > 1,
    "one status": lambda report: len(report.profile.statuses) == 1,
    "shipped": lambda report: report.profile == load_profile("soest"),
}


def goals(report: Report) -> list[Goal]:
    """All goals of a report."""
    return [goal for theme in report.themes for goal in all_goals(theme)]


def test_the_strange_cases_occur() -> None:
    """Hundreds of projects, empty reports, nested goals, drafts and more come up among reports."""
    seen: Counter[str] = Counter()

    @settings(max_examples=800, phases=[Phase.generate], database=None)
    @given(reports())
    def look(report: Report) -> None:
        seen.update(name for name, occurs in STRANGE_CASES.items() if occurs(report))

    for _ in range(10):  # the rarest come up seven times in one round, on average
        if set(seen) != set(STRANGE_CASES):
            look()

    assert set(seen) == set(STRANGE_CASES)


@given(profiles(), st.data())
def test_profiles_give_reports(profile: Profile, data: st.DataObject) -> None:
    """Any generated profile can be had in a report."""
    report = data.draw(reports(st.just(profile)))

    assert report.profile == profile
