"""Indicators: what is evaluated and how, what the chapter and the facts say, what is found."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kommunal_nh import Report, assemble, build, check, load, public_view
from kommunal_nh.charts import chart_svg
from kommunal_nh.colours import contrast
from kommunal_nh.document import Chart, Document, Heading, Paragraph, Reference, Table, plain_text
from kommunal_nh_indikatoren.chart import chart_spec
from kommunal_nh_indikatoren.data import Direction, Indicator, Indicators, Target, Value
from kommunal_nh_indikatoren.looks import chip_of, styles
from kommunal_nh_indikatoren.module import IndicatorsModule
from kommunal_nh_indikatoren.numbers import number, quantity, rounded, significant
from kommunal_nh_indikatoren.rule import Outlook, Reason, evaluate
from kommunal_nh_indikatoren.series import FEWEST, window
from kommunal_nh_indikatoren.tables import values_table
from kommunal_nh_indikatoren.texts import Texts
from kommunal_nh_indikatoren.verdicts import verdict
from module_folder import found, make, markdown, sections
from two_themes import REPORT

UP, DOWN, HOLD = Direction.UP, Direction.DOWN, Direction.HOLD
GRADES = (Outlook.SUN, Outlook.SUN_AND_CLOUD, Outlook.CLOUD, Outlook.STORM)
TEXTS = Texts()


def indicator(
    values: Sequence[str | None],
    targets: Sequence[tuple[int, str]] = (),
    direction: Direction = UP,
    **others: Any,
) -> Indicator:
    """An indicator with a value for each year from 2015 on; None where one is missing."""
    return Indicator(
        "pv",
        "Solarstrom",
        "Leistung aller Anlagen.",
        "%",
        direction,
        values=tuple(
            Value(2015 + place, None if value is None else Decimal(value))
            for place, value in enumerate(values)
        ),
        targets=tuple(Target(year, Decimal(value)) for year, value in targets),
        **others,
    )


def outlook(*args: Any, **others: Any) -> Outlook:
    """What the rule says of such an indicator."""
    return evaluate(indicator(*args, **others)).outlook


# ---------------------------------------------------------------------------------------- the rule

STEADY = ("10", "12", "14", "16", "18", "20")
"""Two more in each year, the last in 2020."""


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        # In 2025 it would be 30. The way left is the target less 20.
        ("30", Outlook.SUN),
        ("30.52", Outlook.SUN),  # 0.52 of 10.52 is left: 4.9 %
        ("30.53", Outlook.SUN_AND_CLOUD),  # 0.53 of 10.53: 5.03 %
        ("32.5", Outlook.SUN_AND_CLOUD),  # 2.5 of 12.5: exactly 20 %
        ("32.51", Outlook.CLOUD),
        ("90", Outlook.CLOUD),
    ],
)
def test_a_target_ahead_is_judged_by_the_way_that_would_be_left(
    target: str, expected: Outlook
) -> None:
    """Less than 5 % is sunny, up to 20 % slightly cloudy, more is cloudy."""
    assert outlook(STEADY, [(2025, target)]) is expected


def test_exactly_five_per_cent_is_slightly_cloudy() -> None:
    """The limit belongs to the worse side: at least 5 % is missed."""
    evaluation = evaluate(indicator(STEADY, [(2039, "60")]))

    assert evaluation.projected == 58
    assert evaluation.missed == Fraction(5, 100)
    assert evaluation.outlook is Outlook.SUN_AND_CLOUD


@pytest.mark.parametrize("last", ["10", "9"])
def test_no_change_and_the_wrong_way_are_stormy(last: str) -> None:
    """The distance stays the same or grows, however small it is."""
    values = ["10", "11", "12", "11", "10", last]
    assert outlook(values, [(2025, "12")]) is Outlook.STORM


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["20", "22", "24", "26", "28", "30"], Outlook.SUN),  # kept, and better
        (["30", "30", "30", "30", "30", "30"], Outlook.SUN),  # kept, and the same
        (["40", "38", "36", "34", "32", "30"], Outlook.SUN_AND_CLOUD),  # kept, but worse
        (["20", "22", "24", "26", "28", "29"], Outlook.CLOUD),  # missed, but better
        (["29", "29", "29", "29", "29", "29"], Outlook.STORM),  # missed, and the same
        (["40", "38", "36", "34", "32", "29"], Outlook.STORM),  # missed, and worse
    ],
)
@pytest.mark.parametrize("year", [2018, 2020])
def test_a_target_in_force_is_judged_by_the_last_value_first(
    values: list[str], expected: Outlook, year: int
) -> None:
    """Whether its year is over or is that of the last value."""
    assert outlook(values, [(year, "30")]) is expected


def test_a_target_that_is_reached_before_its_time_is_in_force() -> None:
    """What would come out by going on like this says nothing then."""
    evaluation = evaluate(indicator(["40", "38", "36", "34", "32", "30"], [(2030, "25")]))

    assert (evaluation.outlook, evaluation.reason) == (Outlook.SUN_AND_CLOUD, Reason.IN_FORCE)
    assert evaluation.reached


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["10", "11", "12", "13", "14", "15"], Outlook.SUN),
        (["10", "11", "12", "13", "15", "14"], Outlook.SUN_AND_CLOUD),
        (["10", "11", "12", "13", "14", "14"], Outlook.SUN_AND_CLOUD),
        (["15", "14", "13", "12", "10", "11"], Outlook.CLOUD),
        (["15", "14", "13", "12", "11", "10"], Outlook.STORM),
        (["15", "15", "15", "15", "15", "15"], Outlook.STORM),
    ],
)
def test_without_a_target_average_and_latest_change_count(
    values: list[str], expected: Outlook
) -> None:
    """The average first, then the latest change; no change is no good change."""
    assert outlook(values) is expected
    assert outlook([f"-{value}" for value in values], direction=DOWN) is expected


def test_the_next_target_counts() -> None:
    """Of several, the first that is not over; after the last one, that."""
    targets = [(2018, "99"), (2022, "24"), (2030, "99")]
    assert evaluate(indicator(STEADY, targets)).target == Target(2022, Decimal(24))
    late = evaluate(indicator(STEADY, targets[:1]))
    assert (late.target, late.reason) == (Target(2018, Decimal(99)), Reason.IN_FORCE)


@pytest.mark.parametrize("count", range(FEWEST))
def test_fewer_than_four_values_are_not_judged(count: int) -> None:
    """Nothing is guessed, and the words say why."""
    short = indicator(STEADY[:count], [(2030, "40")])
    evaluation = evaluate(short)

    assert evaluation.outlook is Outlook.UNKNOWN
    assert (evaluation.change, evaluation.projected) == (None, None)
    words = verdict(short, evaluation, TEXTS)
    assert "mindestens vier" in words if count else words == "Es gibt noch keine Werte."


def test_missing_values_are_not_made_up() -> None:
    """A year without a value counts for the time, but not as a value."""
    gap = indicator(["10", None, None, "16", "18", "20"], [(2025, "30")])

    assert [point.year for point in window(gap)] == [2015, 2018, 2019, 2020]
    assert evaluate(gap).change == 2
    assert evaluate(indicator(["10", None, None, None, "18", "20"])).outlook is Outlook.UNKNOWN


def test_values_before_a_break_do_not_count() -> None:
    """Nor do those before the latest six."""
    values = tuple(Value(2010 + place, Decimal(100 - place)) for place in range(9))
    broken = attrs.evolve(indicator([]), values=values)
    assert [point.year for point in window(broken)] == list(range(2013, 2019))
    cut = attrs.evolve(values[6], is_break=True)
    broken = attrs.evolve(broken, values=(*values[:6], cut, *values[7:]))
    assert [point.year for point in window(broken)] == [2016, 2017, 2018]
    assert evaluate(broken).reason is Reason.TOO_SHORT


def test_what_is_to_be_held_is_judged_by_its_distance() -> None:
    """Within the tolerance it is kept, on both sides."""
    aim, room = [(2015, "50")], {"tolerance": Decimal(2)}
    assert outlook(["53", "47", "53", "52"], aim, HOLD, **room) is Outlook.SUN
    assert outlook(["50", "50", "50", "48"], aim, HOLD, **room) is Outlook.SUN_AND_CLOUD
    assert outlook(["40", "41", "42", "43"], aim, HOLD, **room) is Outlook.CLOUD
    assert outlook(["53", "54", "55", "56"], aim, HOLD, **room) is Outlook.STORM
    assert outlook(["53", "54", "55", "56"], direction=HOLD) is Outlook.UNKNOWN


numbers = st.decimals(min_value=-1000, max_value=1000, places=2).map(str)
series = st.lists(st.one_of(numbers, st.none()), min_size=1, max_size=9)
aims = st.lists(
    st.tuples(st.integers(2010, 2040), numbers), max_size=3, unique_by=lambda pair: pair[0]
)


@given(series, numbers, numbers, aims, st.sampled_from([UP, DOWN]))
@example(["1", "2", "3"], "3", "4", [(2030, "4")], UP)
def test_a_better_value_is_never_judged_worse(
    before: list[str | None],
    one: str,
    other: str,
    targets: list[tuple[int, str]],
    direction: Direction,
) -> None:
    """The evaluation is monotone in the latest value."""
    worse, better = sorted((one, other), key=Decimal, reverse=direction is DOWN)
    with_worse = outlook([*before, worse], targets, direction)
    with_better = outlook([*before, better], targets, direction)

    if Outlook.UNKNOWN in (with_worse, with_better):
        assert with_worse is with_better
    else:
        assert GRADES.index(with_better) <= GRADES.index(with_worse)


@given(series, st.tuples(st.integers(2016, 2040), numbers, numbers), st.sampled_from([UP, DOWN]))
def test_a_harder_target_that_lies_ahead_is_never_judged_better(
    values: list[str | None], target: tuple[int, str, str], direction: Direction
) -> None:
    """The evaluation is monotone in the target, as long as the same part of the rule applies."""
    year, one, other = target
    easy, hard = sorted((one, other), key=Decimal, reverse=direction is DOWN)
    with_easy = evaluate(indicator(values, [(year, easy)], direction))
    with_hard = evaluate(indicator(values, [(year, hard)], direction))

    if with_easy.reason is with_hard.reason and with_easy.outlook in GRADES:
        assert GRADES.index(with_easy.outlook) <= GRADES.index(with_hard.outlook)


@given(series, aims, st.sampled_from([UP, DOWN, HOLD]), st.randoms(use_true_random=False))
def test_neither_order_nor_mirror_changes_the_evaluation(
    values: list[str | None], targets: list[tuple[int, str]], direction: Direction, chance: Any
) -> None:
    """Rows can stand in any order; to fall is to rise with the signs turned round."""
    given_so = indicator(values, targets, direction)
    expected = evaluate(given_so)
    shuffled = attrs.evolve(
        given_so,
        values=tuple(chance.sample(given_so.values, len(given_so.values))),
        targets=tuple(chance.sample(given_so.targets, len(given_so.targets))),
    )
    assert evaluate(shuffled) == expected

    turned = {UP: DOWN, DOWN: UP, HOLD: HOLD}[direction]
    mirrored = indicator(
        [None if value is None else str(-Decimal(value)) for value in values],
        [(year, str(-Decimal(value))) for year, value in targets],
        turned,
    )
    assert evaluate(mirrored).outlook is expected.outlook


@given(series, aims, st.sampled_from([UP, DOWN, HOLD]))
def test_every_evaluation_has_words_and_a_chart_with_all_figures(
    values: list[str | None], targets: list[tuple[int, str]], direction: Direction
) -> None:
    """No words are left unfilled; every value and every target is drawn where it belongs."""
    one = indicator(values, targets, direction)
    evaluation = evaluate(one)
    assert verdict(one, evaluation, TEXTS)
    assert "{" not in verdict(one, evaluation, TEXTS)

    spec = chart_spec(one, evaluation, TEXTS)
    known = {(value.year, value.value) for value in one.values if value.value is not None}
    if not known:
        assert spec == {}
        return
    signs = [layer["data"]["values"] for layer in spec["layer"] if layer["mark"]["type"] == "point"]
    drawn = {(row["year"], Decimal(str(row["value"]))) for rows in signs for row in rows}
    assert drawn == known | {(target.year, target.value) for target in one.targets}
    assert json.loads(json.dumps(spec, allow_nan=False)) == spec


# ----------------------------------------------------------------------------------- words, looks


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4), st.integers(0, 4))
def test_printed_numbers_are_the_numbers(value: Decimal, places: int) -> None:
    """All digits that the data has are printed; calculated ones are rounded by at most a half."""
    printed = number(value, TEXTS).replace(".", "").replace(",", ".").replace("\u2212", "-")
    assert Decimal(printed) == value
    assert abs(rounded(Fraction(value), places) - value) <= Decimal(10) ** -places / 2


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("12.50", "%", "12,50\u00a0%"),
        ("9999", "kg", "9999\u00a0kg"),
        ("12345.6", "t CO₂", "12.345,6\u00a0t CO₂"),
        ("-3", "", "\u22123"),
    ],
)
def test_numbers_are_german(value: str, unit: str, words: str) -> None:
    """With a comma, points from ten thousand on, and the unit on the same line."""
    assert quantity(Decimal(value), unit, TEXTS) == words


def test_a_small_change_does_not_look_like_none() -> None:
    """It gets more digits than the data, and no more than needed."""
    assert significant(Fraction(1, 80), 1) == Decimal("0.01")
    assert significant(Fraction(0), 1) == Decimal("0.0")
    assert significant(Fraction(5, 4), 1) == Decimal("1.3")


def test_evaluations_differ_without_their_colours() -> None:
    """Sign and words are different for each, and the words can be read on their colour."""
    chips = [chip_of(one, TEXTS).text.replace("\u00a0", " ") for one in Outlook]
    signs, words = zip(*(chip.split(" ", 1) for chip in chips), strict=True)
    assert len(set(signs)) == len(set(words)) == len(Outlook)
    assert all(contrast(style.colour, style.text_colour) >= 4.5 for style in styles())
    assert [style.id for style in styles()] == [chip_of(one, TEXTS).style for one in Outlook]


def test_lines_differ_without_their_colours() -> None:
    """Each series has a dash of its own, and its colour stands out from light and dark paper."""
    one = indicator(STEADY, [(2030, "60")])
    (lines,) = (
        layer
        for layer in chart_spec(one, evaluate(one), TEXTS)["layer"]
        if layer["mark"]["type"] == "line"
    )
    dashes = lines["encoding"]["strokeDash"]["scale"]["range"]
    colours = lines["encoding"]["color"]["scale"]["range"]
    assert len({tuple(dash) for dash in dashes}) == len(dashes) == len(colours) == 3
    for paper in ("#ffffff", "#1b221e"):
        assert all(contrast(colour, paper) >= 3 for colour in colours)


def test_a_line_ends_where_a_value_is_missing() -> None:
    """What is not known is not drawn."""
    one = indicator(["1", "2", None, "4", "5"])
    rows = chart_spec(one, evaluate(one), TEXTS)["layer"][0]["data"]["values"]
    assert [(row["year"], row["run"]) for row in rows] == [
        (2015, 0), (2016, 0), (2018, 1), (2019, 1),
    ]  # fmt: skip


# ------------------------------------------------------------------------------- in the report

DATA = """\
indikatoren:
  - id: radwege
    titel: Radwege
    definition: Länge aller Radwege.
    berechnung: Summe aus dem Kataster
    einheit: km
    richtung: steigend
    quelle: {name: Kataster, url: "https://example.org/kataster", stand: 2024-05}
    intervall: jährlich
    sdg: ["11.2"]
    typ: "2"
    zu: [radweg]
    basisjahr: 2018
    werte: werte.csv
    zielwerte:
      - {jahr: 2030, wert: 160, beschluss: Kreistag 2021}
  - id: sonne
    titel: Solarstrom
    definition: Leistung aller Anlagen.
    einheit: "%"
    richtung: steigend
    zu: [geheim, strom, solardach]
    werte:
      - {jahr: 2021, wert: 5, beispiel: ja}
      - {jahr: 2022}
      - {jahr: 2023, wert: "6,5", beispiel: ja}
  - id: verborgen
    titel: Nur im Haus
    definition: Gehört zu einem Entwurf.
    einheit: kg
    richtung: fallend
    zu: [geheim]
"""
CSV = "\ufeffjahr;wert;hinweis\n2018;100;\n2019;104,5;\n2020;110;Umleitung\n2021;115;\n2022;121;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report with three indicators, one of them in a CSV file and one of a draft."""
    made = make(tmp_path, "indikatoren", DATA)
    (made / "werte.csv").write_text(CSV, "utf-8")
    return made


def document(folder: Path) -> Document:
    """The document that exporters get."""
    return assemble(public_view(load(folder)))


def data_of(report: Report) -> Indicators:
    """The data of the module."""
    data = report.modules["indikatoren"]
    assert isinstance(data, Indicators)
    return data


def test_the_data_is_in_order(folder: Path) -> None:
    """Only hints are found in it."""
    assert not [one for one in check(folder) if one.severity.value == "Fehler"]


def test_values_of_a_csv_file_are_values(folder: Path) -> None:
    """With and without a sign for the order of bytes; numbers are exact."""
    values = data_of(load(folder)).indicators[0].values
    assert values[1] == Value(2019, Decimal("104.5"))
    assert values[2].note == "Umleitung"


def test_the_chapter_has_a_section_for_each_public_indicator(folder: Path) -> None:
    """In the order of what they belong to; drafts are not spoken of."""
    chapter = next(one for one in sections(document(folder)) if one.anchor == "nh-indikatoren")
    inner = [one for one in sections(chapter) if one is not chapter]

    assert [one.anchor for one in inner] == [
        "nh-indikatoren.sonne", "nh-indikatoren.radwege", "nh-indikatoren-regel",
    ]  # fmt: skip
    text = markdown(folder)
    assert "Nur im Haus" not in text
    assert "Geheimprojekt" not in text


def test_the_overview_says_value_target_and_evaluation(folder: Path) -> None:
    """One row for each indicator, which leads to its section."""
    chapter = next(one for one in sections(document(folder)) if one.anchor == "nh-indikatoren")
    (table,) = (block for block in chapter.blocks if isinstance(block, Table))
    cells = [[plain_text(cell).replace("\u00a0", " ") for cell in row.cells] for row in table.rows]

    assert cells == [
        ["Solarstrom", "6,5 % (2023)", "kein Zielwert: soll steigen", "– nicht bewertet"],
        ["Radwege", "121 km (2022)", "160 km (2030)", "●●● sonnig"],
    ]
    (link,) = next(iter(table.rows)).cells[0]
    assert isinstance(link, Reference)
    assert link.anchor == "nh-indikatoren.sonne"


def test_a_section_has_evaluation_chart_table_and_sheet(folder: Path) -> None:
    """All that the data says, and what follows from it."""
    section = next(
        one for one in sections(document(folder)) if one.anchor == "nh-indikatoren.radwege"
    )
    heading, judged, chart, sheet = section.blocks

    assert isinstance(heading, Heading) and plain_text(heading.content) == "Radwege"
    assert isinstance(judged, Paragraph)
    assert plain_text(judged.content).replace("\u00a0", " ") == (
        "●●● sonnig Im Mittel stieg der Wert um 5,3 km im Jahr. Ginge es so weiter, läge er 2030 "
        "bei 163,0 km; das Ziel ist 160 km. Das Ziel würde erreicht. Die Bewertung beruht auf 5 "
        "statt sechs Werten."
    )
    assert isinstance(chart, Chart)
    assert chart.alt.startswith("Liniendiagramm: Radwege, 2018 bis 2022. Sonnig.")
    rows = [[plain_text(cell) for cell in row.cells] for row in chart.table.rows]
    assert rows[2] == ["2020", "110", "", "Umleitung"]
    assert rows[-1] == ["2030", "", "160", ""]
    assert isinstance(sheet, Table)
    entries = {plain_text(row.cells[0]): plain_text(row.cells[1]) for row in sheet.rows}
    assert entries["Quelle"] == "Kataster, Stand: 2024-05"
    assert entries["Zielwerte"] == "160\u00a0km bis 2030 (Kreistag 2021)"
    assert entries["Gehört zu"].endswith("Radweg")
    assert "Aussage" not in entries


def test_missing_values_and_examples_are_marked(folder: Path) -> None:
    """In the table, in the chart and at the beginning of the chapter."""
    text = markdown(folder)
    assert "Beispielwerte: Die Werte von „Solarstrom“ sind frei erfunden" in text
    assert "Solarstrom: Werte und Zielwerte (Beispielwerte, frei erfunden)" in text
    assert "liegt nicht vor" in text
    one = data_of(load(folder)).indicators[1]
    assert "Beispielwert" in json.dumps(chart_spec(one, evaluate(one), TEXTS))


def test_goals_and_projects_name_their_indicators(folder: Path) -> None:
    """Each with its latest value and evaluation, and a link to its section."""
    lines = [line for line in markdown(folder).splitlines() if line.startswith("**Indikatoren:**")]
    assert [line.replace("\u00a0", " ") for line in lines] == [
        "**Indikatoren:** [Solarstrom: 6,5 % (2023)](#nh-indikatoren.sonne) – nicht bewertet",
        "**Indikatoren:** [Solarstrom: 6,5 % (2023)](#nh-indikatoren.sonne) – nicht bewertet",
        "**Indikatoren:** [Radwege: 121 km (2022)](#nh-indikatoren.radwege) ●●● sonnig",
    ]


def test_without_the_chapter_nothing_leads_there(folder: Path) -> None:
    """A profile can leave out the part with the modules; the facts stay."""
    report = load(folder)
    parts = tuple(part for part in report.profile.parts if part != "module")
    report = attrs.evolve(report, profile=attrs.evolve(report.profile, parts=parts))
    (file,) = build(report, "markdown", folder / "ohne")

    assert "**Indikatoren:** Radwege: 121" in file.read_text("utf-8")
    assert "nh-indikatoren" not in file.read_text("utf-8")


def test_the_rule_and_its_source_stand_in_the_chapter(folder: Path) -> None:
    """Who published it, with a link."""
    text = markdown(folder)
    assert "## So wird bewertet" in text
    assert "Methodik](<https://dns-indikatoren.de/status/>)." in text


def test_another_language_is_data_alone(folder: Path) -> None:
    """Words, decimal sign and order of words come from `texte`."""
    words = (
        "texte: {ueberschrift: Indicators, sonne: on track, dezimalzeichen: '.', "
        "trend_steigt: 'Each year saw {wert} more.'}\n"
    )
    (folder / "modul.yaml").write_text(DATA + words, "utf-8")
    text = markdown(folder).replace("\u00a0", " ")
    assert "# Indicators" in text
    assert "●●● on track Each year saw 5.3 km more." in text


def test_without_indicators_the_chapter_says_so(tmp_path: Path) -> None:
    """An empty file is enough to begin with."""
    assert TEXTS.nothing in markdown(make(tmp_path, "indikatoren", ""))


def test_hostile_words_are_words(folder: Path) -> None:
    """Neither markup nor expressions in titles and units become more than text."""
    evil = DATA.replace("titel: Radwege", "titel: '<script>*x*</script>'")
    evil = (
        evil.replace("einheit: km", 'einheit: "\');}<b>"') + "texte: {dezimalzeichen: \"'+x+'\"}\n"
    )
    (folder / "modul.yaml").write_text(evil, "utf-8")
    (file,) = build(folder, "html", folder / "build")

    page = file.read_text("utf-8")
    assert "<script>*x*" not in page
    assert ");}<b>" not in page
    assert "&lt;script&gt;*x*" in page


def test_charts_are_drawn(folder: Path) -> None:
    """Vega-Lite takes the specification, and the drawing has the words of the labels."""
    one = data_of(load(folder)).indicators[0]
    table = Table("x", (), ())
    svg = chart_svg(Chart(chart_spec(one, evaluate(one), TEXTS), "Radwege", table))
    assert all(f">{words}<" in svg for words in ("121", "Ziel 160", "km", "Zielpfad", "2030"))


# ------------------------------------------------------------------------------------ what is found


def test_findings_name_file_and_line(folder: Path) -> None:
    """Of the CSV file where the values are there, else of the YAML file."""
    (folder / "werte.csv").write_text("jahr;wert\n2018;1\n2018;2\n2031;3\n", "utf-8")
    (folder / "modul.yaml").write_text(DATA.replace('sdg: ["11.2"]', 'sdg: ["11.99"]'), "utf-8")

    places = {
        rule: [(one.file, one.line) for one in found(folder, rule)]
        for rule in ("year-given-twice", "future-value", "sdg-target-form")
    }
    assert places == {
        "year-given-twice": [("werte.csv", 3)],
        "future-value": [("werte.csv", 4)],
        "sdg-target-form": [("modul.yaml", 10)],
    }


def test_a_wrong_id_is_suggested(folder: Path) -> None:
    """The nearest theme, goal or project."""
    (folder / "modul.yaml").write_text(DATA.replace("[radweg]", "[radwge]"), "utf-8")
    (finding,) = found(folder, "unknown-attachment")
    assert "Meinten Sie „radweg“?" in finding.message


@pytest.mark.parametrize("name", ["1.1", "17.19", "11.a", "7.2", "1.3.1"])
def test_targets_of_the_agenda_have_their_forms(folder: Path, name: str) -> None:
    """Number, and number or letter of the target."""
    (folder / "modul.yaml").write_text(DATA.replace("11.2", name), "utf-8")
    assert found(folder, "sdg-target-form") == []


@pytest.mark.parametrize("name", ["7", "18.1", "0.1", "7.2.", "7,2", "SDG 7", "07.2"])
def test_other_forms_of_targets_are_found(folder: Path, name: str) -> None:
    """Each with what is expected."""
    (folder / "modul.yaml").write_text(DATA.replace("11.2", name), "utf-8")
    (finding,) = found(folder, "sdg-target-form")
    assert "7.2 oder 11.a" in finding.message


def test_an_id_that_is_given_twice_or_is_none_is_found(folder: Path) -> None:
    """Its sections could not be told apart."""
    (folder / "modul.yaml").write_text(DATA.replace("id: sonne", "id: radwege"), "utf-8")
    (finding,) = found(folder, "duplicate-id")
    assert (finding.file, finding.line) == ("modul.yaml", 17)
    (folder / "modul.yaml").write_text(DATA.replace("id: sonne", "id: 'Die Sonne'"), "utf-8")
    assert len(found(folder, "invalid-id")) == 1


@given(
    series, aims, st.sampled_from([UP, DOWN, HOLD]), st.one_of(st.none(), st.integers(1990, 2050))
)
def test_whatever_the_data_says_it_is_checked_and_printed(
    values: list[str | None],
    targets: list[tuple[int, str]],
    direction: Direction,
    base_year: int | None,
) -> None:
    """No data brings down the rules, and each year has one row of the table, in order."""
    one = indicator(values, targets, direction, base_year=base_year, things=("radweg",))
    assert all(one.message for one in IndicatorsModule().check(REPORT, Indicators((one,))))
    years = [int(plain_text(row.cells[0])) for row in values_table(one, TEXTS).rows]
    assert set(years) == {row.year for row in (*one.values, *one.targets)}
    assert all(before < after for before, after in pairwise(years))
