"""Loading and checking: from a folder, its file, or a report made in Python."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import attrs
import pytest

from bad_input_cases import basis
from kommunal_nh import (
    Chapter,
    DataError,
    Goal,
    KommunalNHError,
    PartialDate,
    Profile,
    Project,
    Report,
    Severity,
    Theme,
    check,
    load,
    load_profile,
    number,
)

SOEST = Path(__file__).parents[1] / "examples" / "kreis_soest"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small data folder without any finding."""
    return basis().write(tmp_path / "daten")


def small() -> Report:
    """The same as the small folder, made in Python."""
    project = Project(
        id="klima-allianz",
        title="Klima-Allianz",
        status="in-bearbeitung",
        description="Ein Bündnis für den Klimaschutz.",
        progress="Die App ist vorgestellt worden.",
        responsible=("80.01",),
    )
    goal = Goal(
        id="energie-sparen",
        statement="Der Kreis senkt seinen Energieverbrauch.",
        projects=(project,),
    )
    return Report(
        title="Nachhaltigkeitsreport Musterkreis",
        publisher="Musterkreis",
        as_of=date(2024, 10, 1),
        previous_as_of=date(2024, 4, 1),
        profile=load_profile("soest"),
        chapters=(Chapter("einleitung", "Einleitung", "\nDer Kreis berichtet zweimal im Jahr.\n"),),
        themes=(Theme(id="klima", title="Klima und Energie", goals=(goal,)),),
        units={"80.01": "Klimaschutz", "wfg": "Wirtschaftsförderung"},
        municipalities={"anroechte": "Anröchte", "ense": "Ense"},
    )


def test_a_folder_is_the_report_that_it_says(folder: Path) -> None:
    """Loading a folder gives the very report that the same words give in Python."""
    assert load(folder) == small()


def test_folder_file_and_text_name_the_same(folder: Path) -> None:
    """A folder may be given as path or text, or by its file bericht.yaml."""
    assert load(folder) == load(str(folder)) == load(folder / "bericht.yaml")
    assert check(folder) == check(str(folder)) == check(folder / "bericht.yaml") == []


def test_a_report_knows_its_folder_and_equality_does_not(folder: Path) -> None:
    """Images are looked up in the folder that was loaded; two equal reports may lie in two."""
    assert load(folder).folder == folder
    assert small().folder is None


def test_loading_twice_gives_equal_reports(folder: Path) -> None:
    """Loading has no memory."""
    assert load(folder) == load(folder)
    assert load(folder) is not load(folder)


def test_nothing_in_the_folder_is_changed_by_reading(folder: Path) -> None:
    """Loading and checking write nothing."""
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    load(folder)
    check(folder)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_themes_are_taken_by_name_unless_they_are_listed(folder: Path) -> None:
    """Without `themen` every file of themen/ is read in the order of names; with it, as listed."""
    for name in ("10-wasser", "2-verkehr"):
        (folder / "themen" / f"{name}.yaml").write_text(f"id: t{name}\ntitel: {name}\n")
    assert [theme.id for theme in load(folder).themes] == ["t10-wasser", "t2-verkehr", "klima"]
    with (folder / "bericht.yaml").open("a") as file:
        file.write("themen: [themen/klima.yaml, themen/2-verkehr.yaml]\n")
    assert [theme.id for theme in load(folder).themes] == ["klima", "t2-verkehr"]


def test_a_theme_may_stand_in_bericht_yaml(folder: Path) -> None:
    """Themes, chapters, archive and withdrawn projects may be written where their file is named."""
    (folder / "themen" / "klima.yaml").unlink()
    text = (folder / "bericht.yaml").read_text("utf-8")
    text = text.replace("[kapitel/einleitung.md]", "[{id: vorwort, titel: Vorwort, text: Hallo}]")
    text += "themen: [{id: verkehr, titel: Verkehr}]\n"
    text += "archiv: [{thema: verkehr, projekt: Bus, report: 01.10.2022, nummer: 1.10}]\n"
    text += "entfallen: [{projekt: Bahn, report: 2023-10-01}]\n"
    (folder / "bericht.yaml").write_text(text, "utf-8")
    report = load(folder)
    assert report.chapters == (Chapter("vorwort", "Vorwort", "Hallo"),)
    assert [theme.id for theme in report.themes] == ["verkehr"]
    assert report.archive[0].number == "1.10"
    assert report.archive[0].edition == date(2022, 10, 1)
    assert report.withdrawn[0].edition == date(2023, 10, 1)


def test_scalars_stay_what_was_written(folder: Path) -> None:
    """Numbers, dates and words that YAML would convert stay text until a field says otherwise."""
    with (folder / "themen" / "klima.yaml").open("a") as file:
        file.write(
            "      - id: no\n        titel: NO\n        status: in-planung\n"
            "        beginn: 2024-03\n"
            "        ende: Q2/2025\n        beschreibung: 1_000\n        kurztitel: 012\n"
            "        entwurf: ja\n        sdgs: [7, '013']\n        intern: null\n"
            "        bezuege: {BNK: ['10', 2.50]}\n"
        )
    project = load(folder).themes[0].goals[0].projects[1]
    assert (project.id, project.title, project.short_title) == ("no", "NO", "012")
    assert (project.description, project.internal_note) == ("1_000", "")
    assert (project.start, project.end) == (PartialDate(2024, 3), PartialDate(2025, quarter=2))
    assert (project.draft, project.sdgs) == (True, (7, 13))
    assert project.frameworks == {"BNK": ("10", "2.50")}


def test_line_ends_and_byte_order_mark_do_not_matter(folder: Path) -> None:
    """Files from Windows are read like others."""
    expected = load(folder)
    for file in (path for path in folder.rglob("*") if path.is_file()):
        data = file.read_text("utf-8").replace("\n", "\r\n")
        file.write_bytes(b"\xef\xbb\xbf" + data.encode("utf-8"))
    assert load(folder) == expected
    assert check(folder) == []


def test_errors_come_with_the_exception(folder: Path) -> None:
    """`load` raises one exception that carries every finding and prints one a line."""
    (folder / "themen" / "klima.yaml").write_text("id: Klima\ntitle: Klima\n")
    with pytest.raises(DataError) as raised:
        load(folder)
    findings = raised.value.findings
    assert {found.rule for found in findings} == {"invalid-id", "missing-key", "unknown-key"}
    assert str(raised.value).splitlines() == [str(found) for found in findings]
    assert isinstance(raised.value, KommunalNHError)


def test_warnings_do_not_keep_from_loading(folder: Path) -> None:
    """A report with warnings and hints only is loaded."""
    text = (folder / "themen" / "klima.yaml").read_text("utf-8")
    text = text.replace("sachstand: Die App ist vorgestellt worden.\n", "sachstand: ''\n")
    (folder / "themen" / "klima.yaml").write_text(text, "utf-8")
    assert [found.severity for found in check(folder)] == [Severity.WARNING]
    assert load(folder).title


def test_findings_are_sorted_worst_first(folder: Path) -> None:
    """Errors stand before warnings before hints, each by file and line."""
    (folder / "themen" / "klima.yaml").write_text(
        "id: klima\ntitel: Klima\nprojekte:\n"
        "  - {id: a, titel: A, status: in-bearbeitung}\n"
        "  - {id: b, titel: B, status: in-bearbeitung, sachstand: Es soll in 2021 stehen.}\n"
        "  - {id: c, titel: C, status: weg}\n  - {id: D, titel: D, status: in-planung}\n"
    )
    found = check(folder)
    order = [Severity.ERROR, Severity.WARNING, Severity.INFO]
    keys = [(order.index(each.severity), each.file, each.line) for each in found]
    assert keys == sorted(keys)
    assert {each.severity for each in found} == set(order)


def test_a_report_in_python_is_checked_by_the_same_rules() -> None:
    """What is wrong in a report made in Python is found, and the finding names what it is about."""
    report = small()
    assert check(report) == []
    (theme,) = report.themes
    wrong = attrs.evolve(theme, id="Klima", sdgs=(18,))
    found = check(attrs.evolve(report, themes=(wrong,)))
    assert [(each.rule, each.about) for each in found] == [
        ("invalid-id", "Klima"),
        ("invalid-sdg", "Klima"),
    ]
    assert all("Klima" in str(each) for each in found)


def test_a_shipped_profile_is_there_by_name() -> None:
    """By name, the neutral one being the default of the model; another name gets a suggestion."""
    assert load_profile("soest").name == "soest"
    assert load_profile("standard") == Profile()
    with pytest.raises(KommunalNHError, match="Meinten Sie „soest“"):
        load_profile("soesst")


def test_a_profile_may_be_a_name_a_file_or_a_mapping(folder: Path) -> None:
    """The three ways to give a profile lead to the same profile."""
    text = (folder / "bericht.yaml").read_text("utf-8")
    (folder / "eigen.yaml").write_text("basis: soest\n")
    for way in ("eigen.yaml", "{basis: soest}"):
        (folder / "bericht.yaml").write_text(text.replace("profil: soest", f"profil: {way}"))
        assert load(folder).profile == load_profile("soest")


def test_a_profile_changes_single_entries(folder: Path) -> None:
    """What a profile says over its basis changes that entry; all others stay."""
    text = (folder / "bericht.yaml").read_text("utf-8")
    way = "{basis: soest, status: {in-planung: {farbe: '#ffffff'}}, texte: {archiv: Ablage}}"
    (folder / "bericht.yaml").write_text(text.replace("profil: soest", f"profil: {way}"))
    profile, soest = load(folder).profile, load_profile("soest")
    assert profile.status("in-planung") == attrs.evolve(
        soest.status("in-planung"), colour="#ffffff"
    )
    assert [status.id for status in profile.statuses] == [status.id for status in soest.statuses]
    assert profile.labels == attrs.evolve(soest.labels, archive="Ablage")
    assert attrs.evolve(profile, statuses=soest.statuses, labels=soest.labels) == soest


def test_the_soest_example_is_complete_and_without_fault() -> None:
    """The example has six themes, 33 goals, 99 projects, nine rows of archive, and no error."""
    assert {found.rule for found in check(SOEST)} == {"stale-progress", "breaking-space"}
    report = load(SOEST)
    goals = [goal for theme in report.themes for goal in theme.goals]
    projects = [project for goal in goals for project in goal.projects]
    assert (len(report.themes), len(goals), len(projects)) == (6, 33, 99)
    assert (len(report.archive), len(report.municipalities)) == (9, 14)
    assert len(set(number(report).texts.values())) == 6 + 33 + 99
