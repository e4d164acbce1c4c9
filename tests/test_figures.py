"""Figures at a glance and the reading guide say what the report says."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunal_nh import Profile, Project, Report, Theme, all_projects, assemble, load, load_profile
from kommunal_nh.assembly.bars import Bar, stacked_bars
from kommunal_nh.charts import chart_svg
from kommunal_nh.document import Chart, Document, Legend, StatusStyle, Table
from kommunal_nh.testing import reports
from trees import find, sections, spoken, tables, words

SOEST = load("examples/kreis_soest")
CHARTS = st.lists(st.lists(st.integers(0, 500), min_size=3, max_size=3), min_size=1, max_size=9)


def of(*statuses: str, **profile: Any) -> Report:
    """A report with one theme and a project for each status."""
    projects = tuple(Project(f"p{at}", f"P {at}", one) for at, one in enumerate(statuses))
    themes = (Theme("t", "Klima", projects=projects),)
    return Report("R", "K", date(2024, 4, 1), attrs.evolve(Profile(), **profile), themes=themes)


def figures(document: Document) -> Any:
    """The chapter with the figures."""
    (found,) = sections(document, "figures")
    return found


@given(reports())
def test_shares_of_any_report_add_up(report: Report) -> None:
    """The numbers of the table by status are those of the projects, and its shares make 100."""
    profile = attrs.evolve(report.profile, parts=("kennzahlen",))
    found = [
        rows
        for table, rows in tables(figures(assemble(attrs.evolve(report, profile=profile))))
        if len(table.columns) == 3 and table.columns[0].title == profile.labels.column_status
    ]
    counted = Counter(project.status for project in all_projects(report))
    if not counted:
        assert found == []
        return
    *rows, total = found[0]
    percent = [int("".join(filter(str.isdigit, words(row.cells[2])))) for row in rows]

    assert [int(words(row.cells[1])) for row in rows] == [
        counted[status.id] for status in profile.by_stage
    ]
    assert int(words(total.cells[1])) == counted.total()
    assert sum(percent) == 100


def test_soest_at_a_glance() -> None:
    """The chart of Kreis Soest is told in words: how many, which share, and where the most are."""
    (chart,) = find(figures(assemble(SOEST)), Chart)

    assert chart.alt.replace("\u00a0", " ") == (
        "Balken nach Status: 99 Projekte – Ideenspeicher 20 (20 %); Planung 25 (25 %); "
        "Bearbeitung 48 (49 %); Umgesetzt 6 (6 %). Am meisten hat „5 Mobilität“: 25."
    )


def test_the_chart_shows_what_its_table_says() -> None:
    """Each segment is as long as the cell of the table says, for every theme and status."""
    (chart,) = find(figures(assemble(SOEST)), Chart)
    statuses = [status.id for status in SOEST.profile.by_stage]
    segments = chart.spec["layer"][0]["data"]["values"][len(statuses) :]
    tops = sorted({one["y"] for one in segments})
    of_colour = {status.colour: status.id for status in SOEST.profile.by_stage}
    project = max(one["x2"] for one in segments) / 25
    drawn = {
        (SOEST.themes[tops.index(one["y"])].id, of_colour[one["colour"]]): round(
            (one["x2"] - one["x"]) / project
        )
        for one in segments
    }
    told = {
        (theme.id, status): int(words(cell))
        for theme, row in zip(SOEST.themes, chart.table.rows, strict=False)
        for status, cell in zip(statuses, row.cells[1:], strict=False)
    }

    assert drawn == {place: count for place, count in told.items() if count}


@pytest.mark.parametrize("bars", [True, False])
def test_a_theme_can_begin_with_a_bar(bars: bool) -> None:
    """`themenbalken: ja` gives each theme with projects a bar and its figures; `nein` none."""
    report = of("idee", "idee", "laufend", theme_bars=bars)
    empty = Theme("leer", "Leer")
    document = assemble(attrs.evolve(report, themes=(*report.themes, empty)))
    charts = [find(section, Chart) for section in sections(document, "theme")]

    assert [len(found) for found in charts] == [int(bars), 0]
    for chart in charts[0]:
        assert [words(cell) for cell in next(iter(chart.table.rows)).cells] == [
            "2",
            "0",
            "1",
            "0",
            "3",
        ]
        assert chart.table.caption == "Projekte nach Status: Klima"


def test_nothing_is_drawn_of_nothing() -> None:
    """A report without projects has no chart and no shares, but its table of themes."""
    document = assemble(of(theme_bars=True))

    assert find(document, Chart) == []
    ((table, _),) = tables(figures(document))
    assert table.caption == "Projekte je Themenfeld und Status"


@given(CHARTS)
def test_any_figures_can_be_drawn(counts: list[list[int]]) -> None:
    """Bars of any length are drawn, and no segment is longer than the room for it."""
    counts[0][0] += 1
    styles = [StatusStyle(f"s{at}", f"S{at}", "", "#c5e8cd", "●") for at in range(3)]
    bars = [Bar(f"b{at}", f"Thema {at}", numbers) for at, numbers in enumerate(counts)]
    spec = stacked_bars(bars, styles, ["eins", "zwei", "drei"])

    assert "Thema 0" in chart_svg(Chart(spec, "x", Table("x", (), ())))


def test_the_guide_explains_soest() -> None:
    """The reading guide names levels, places of a number with an example, order and legend."""
    (guide,) = sections(assemble(SOEST), "guide")

    assert list(spoken(guide))[1:4] == [
        "Gegliedert ist vom Großen zum Kleinen: Themenfelder, strategische Ziele, Projekte.",
        (
            "Die Nummern der Projekte nennen von links nach rechts: Themenfeld, "
            "strategisches Ziel, Status, Projekt. Zum Beispiel 1.1.1.1 „Klima-Allianz“."
        ),
        (
            "Die Projekte sind nach Status geordnet: umgesetzt (innerhalb des letzten halben "
            "Jahres), in Bearbeitung, in Planung, Ideenspeicher."
        ),
    ]
    assert find(guide, Legend)


@pytest.mark.parametrize("name", ["soest", "blaustein", "gnk", "standard", "english"])
def test_shipped_profiles_explain_themselves(name: str) -> None:
    """Each shipped profile has guide and figures, and a definition for every status."""
    profile = load_profile(name)

    assert {"lesehilfe", "kennzahlen"} <= {*profile.parts}
    assert all(status.definition for status in profile.statuses)
