"""The module `prozess`: its rules with their places, its chapter, and what holds for any dates."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunal_nh import PartialDate, Report, assemble, build, check, load, number, public_view
from kommunal_nh.charts import chart_svg
from kommunal_nh.document import Block, Chart, Section
from kommunal_nh_prozess import ProcessModule
from kommunal_nh_prozess.course import current_phase, milestones_in_order, next_phase
from kommunal_nh_prozess.data import Cycle, Milestone, Phase, ProcessData, Span
from kommunal_nh_prozess.phases import USUAL
from kommunal_nh_prozess.places import middle_of, year_of
from kommunal_nh_prozess.rules import findings
from kommunal_nh_prozess.timeline import timeline
from two_themes import REPORT

EXAMPLES = Path(__file__).parents[2] / "examples"
HANDBOOK = Path(__file__).parents[2] / "docs" / "handbuch" / "modul-prozess.md"
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def exact(day: date) -> PartialDate:
    """A day as a date that could be imprecise."""
    return PartialDate(day.year, day.month, day.day)


def switched_on(example: str, to: Path) -> Path:
    """A copy of an example with the module on."""
    shutil.copytree(EXAMPLES / example, to, ignore=shutil.ignore_patterns("build"))
    report = to / "bericht.yaml"
    report.write_text(
        report.read_text("utf-8") + "\nmodule:\n  prozess: module/prozess.yaml\n", "utf-8"
    )
    return to


@pytest.fixture(scope="module")
def soest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Soest with the module on."""
    return switched_on("kreis_soest", tmp_path_factory.mktemp("prozess") / "soest")


@pytest.fixture(scope="module")
def markdown(soest: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Soest's chapter as Markdown."""
    (file,) = build(soest, "markdown", tmp_path_factory.mktemp("md") / "r.md")
    return re.split(r"(?m)^# ", file.read_text("utf-8").partition("# Nachhaltigkeitsmanag")[2])[0]


# ------------------------------------------------------------------------------------------ rules

CYCLE = """zyklen:
  - id: z1
    titel: Erster
    beginn: 2020
    ende: 2024
    phasen:
      - {phase: umsetzung, beginn: 2020}
"""
FAULTY = {
    "unknown-phase": (CYCLE.replace("umsetzung", "umsetzen"), 7),
    "dates-in-wrong-order": (CYCLE.replace("ende: 2024", "ende: 2019"), 5),
    "phase-outside-cycle": (CYCLE.replace("beginn: 2020}", "beginn: 2019}"), 7),
    "no-current-phase": (CYCLE.replace("beginn: 2020}", "beginn: 2020, ende: 2021}"), 1),
    "milestone-outside-cycle": (
        CYCLE + "    meilensteine:\n"
        "      - {id: m, datum: 2025, titel: M, phase: umsetzung}\n", 9,
    ),
    "resolution-without-body": (
        CYCLE + "    meilensteine:\n"
        "      - {id: m, datum: 2021, titel: M, phase: umsetzung, beschluss: ja}\n", 9,
    ),
    "resolution-in-future": (
        CYCLE.replace("    ende: 2024\n", "")  + "    meilensteine:\n"
        "      - {id: m, datum: 2099, titel: M, phase: umsetzung, gremium: Rat, beschluss: ja}\n",
        8,
    ),
    "process-id-twice": (CYCLE + "akteure:\n  - {id: z1, titel: A}\n", 2),
    "cycles-out-of-order": (CYCLE + "  - {id: z0, titel: Nullter, beginn: 2019, ende: 2019}\n", 8),
}  # fmt: skip


@pytest.mark.parametrize("rule", FAULTY)
def test_each_rule_names_file_and_line(rule: str, soest: Path, tmp_path: Path) -> None:
    """Every mistake is found where it is written, and the right data has none."""
    folder = tmp_path / "daten"
    shutil.copytree(soest, folder)
    assert [one.rule for one in check(folder) if one.file == "module/prozess.yaml"] == []
    text, line = FAULTY[rule]
    (folder / "module" / "prozess.yaml").write_text(text, "utf-8")

    places = [(one.rule, one.line) for one in check(folder) if one.file == "module/prozess.yaml"]
    assert (rule, line) in places


def test_the_handbook_explains_every_rule() -> None:
    """Each rule has its place in the Handbuch."""
    text = HANDBOOK.read_text("utf-8")
    assert [rule for rule in FAULTY if f"`{rule}`" not in text] == []


def test_an_unknown_phase_is_suggested() -> None:
    """The nearest phase that there is."""
    data = ProcessData(current="umsetzun")
    (found,) = findings(REPORT, data)
    assert "Meinten Sie „umsetzung“?" in found.message


# ---------------------------------------------------------------------------------------- chapter


def test_the_chapter_says_where_the_process_stands(markdown: str) -> None:
    """The phase of the report's day, the next one, and what that needs."""
    assert "**Stand 01.10.2023: Umsetzung und Kontrolle.**" in markdown
    assert "Als Nächstes folgt: Bewertung und Bericht. Dafür braucht es:" in markdown
    assert "- ein Termin im zuständigen Ausschuss" in markdown


def test_the_table_has_every_milestone_in_order(soest: Path, markdown: str) -> None:
    """With number, date, what, body, phase and source."""
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in markdown.splitlines()
        if re.match(r"\| +\d", line)
    ]
    data = load(soest).modules["prozess"]
    assert isinstance(data, ProcessData)
    assert [row[0] for row in rows] == [str(n) for n in range(1, 8)]
    assert len(rows) == sum(len(cycle.milestones) for cycle in data.cycles)
    assert (rows[0][1], rows[0][3]) == ("25.03.2021", "Kreistag")
    assert rows[0][2].startswith("Beschluss: ")
    assert (rows[-1][1], rows[-1][3]) == ("28.11.2022", "Ausschuss für Regionalentwicklung")


def test_blaustein_has_the_module_too(tmp_path: Path) -> None:
    """Two cycles of another municipality; nothing in its data is wrong."""
    folder = switched_on("blaustein", tmp_path / "daten")
    report = folder / "bericht.yaml"
    report.write_text(report.read_text("utf-8").replace(", aenderungen]", ", module]"), "utf-8")
    assert [one for one in check(folder) if one.file == "module/prozess.yaml"] == []
    (file,) = build(folder, "html", tmp_path / "b.html")
    page = file.read_text("utf-8")
    assert "Bürgerwerkstatt zu sechs Handlungsfeldern" in page
    assert "06/2016 bis 02/2017 (Fortschreibung)" in page


def test_the_words_can_be_changed() -> None:
    """Each word of the chapter is data."""
    texts = attrs.evolve(ProcessData().texts, chapter="Steering", unknown="Nothing on {stand}.")
    chapter = str(_section(REPORT, ProcessData(texts=texts)))
    assert "Steering" in chapter
    assert "Nothing on " in chapter


def test_the_figure_is_drawn_with_words_for_those_who_do_not_see_it(soest: Path) -> None:
    """The numbers of the table are in the figure; the alternative names first and last."""
    report = public_view(load(soest))
    document = assemble(report, number(report))
    (chart,) = [one for one in _all(document.blocks) if isinstance(one, Chart) and _is_ours(one)]
    svg = chart_svg(chart)
    words = re.findall(r">([^<>]+)</text>", svg)
    assert {"1", "2", "3, 4", "5", "6", "7", "Stand", "Beschluss"} <= set(words)
    assert "7 Meilensteinen" in chart.alt
    assert "28.11.2022" in chart.alt


def _section(report: Report, data: ProcessData) -> Section:
    (section,) = ProcessModule().chapters(report, number(report), data)
    return section


def _is_ours(chart: Chart) -> bool:
    return chart.table.caption == "Meilensteine und Beschlüsse"


def _all(blocks: object) -> list[Block]:
    found: list[Block] = []
    for block in blocks:  # type: ignore[attr-defined]
        found += [block, *(_all(block.blocks) if isinstance(block, Section) else ())]
    return found


# ------------------------------------------------------------------------------------- properties


@given(DAYS, DAYS)
def test_later_days_are_further_right(one: date, other: date) -> None:
    """The timeline keeps the order of days."""
    assert (one < other) == (year_of(one) < year_of(other))
    assert int(year_of(one)) == one.year


@given(DAYS, st.integers(0, 1))
def test_an_imprecise_date_stands_inside_what_it_means(day: date, with_month: int) -> None:
    """A month in that month, a year in that year."""
    imprecise = PartialDate(day.year, day.month if with_month else None)
    place = middle_of(imprecise)
    assert year_of(imprecise.first_day) <= place <= year_of(imprecise.last_day)


@given(st.lists(DAYS, min_size=1, max_size=12), DAYS)
def test_every_milestone_is_in_the_figure_once(days: list[date], as_of: date) -> None:
    """Each has a mark, and its number stands beside one, alone or with those nearby."""
    milestones = tuple(
        Milestone(f"m{place}", exact(day), "M", USUAL[place % 6].id)
        for place, day in enumerate(days)
    )
    data = ProcessData(cycles=(Cycle("z", "Z", exact(min(days)), milestones=milestones),))
    layers = timeline(data, as_of)["layer"]
    marks = [layer for layer in layers if layer["mark"].get("type") == "point"]
    assert [mark["nummer"] for mark in marks[0]["data"]["values"]] == list(range(1, len(days) + 1))
    numbers = _numbers(layers[-1]["data"]["values"])
    assert sorted(numbers) == list(range(1, len(days) + 1))
    json.dumps(layers)


def _numbers(values: list[dict[str, str]]) -> list[int]:
    numbers: list[int] = []
    for value in values:
        for part in value["nummern"].split(", "):
            first, _, last = part.partition("–")
            numbers += range(int(first), int(last or first) + 1)
    return numbers


@given(DAYS, st.integers(0, 4000), DAYS)
def test_the_current_phase_has_the_day_in_it(start: date, length: int, as_of: date) -> None:
    """It is current from its first to its last day, and on no other."""
    end = start + timedelta(length)
    span = Span("umsetzung", exact(start), exact(end))
    data = ProcessData(cycles=(Cycle("z", "Z", exact(start), spans=(span,)),))
    found = current_phase(data, as_of)
    assert (found is not None) == (start <= as_of <= end)
    assert ("no-current-phase" in [one.rule for one in findings(_at(as_of), data)]) == (
        found is None
    )


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=8, unique=True))
def test_after_the_last_phase_comes_the_first(ids: list[str]) -> None:
    """Going from phase to phase leads through all of them, and round."""
    phases = tuple(Phase(one, one.upper()) for one in ids)
    data = ProcessData(phases=phases)
    seen, phase = [], phases[0]
    for _ in phases:
        seen.append(phase)
        phase = next_phase(data, phase)
    assert seen == list(phases)
    assert phase == phases[0]


@given(st.lists(DAYS, max_size=10))
def test_milestones_of_all_cycles_are_in_order(days: list[date]) -> None:
    """Whichever cycle they are in, and each once."""
    cycles = tuple(
        Cycle(f"z{n}", "Z", exact(day), milestones=(Milestone(f"m{n}", exact(day), "M", "x"),))
        for n, day in enumerate(days)
    )
    found = [one.day.first_day for _, one in milestones_in_order(ProcessData(cycles=cycles))]
    assert found == sorted(days)


def _at(day: date) -> Report:
    report: Report = attrs.evolve(REPORT, as_of=day)
    return report
