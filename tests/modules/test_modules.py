"""What the library does for modules: loading, facts, chips, files, tables, exact numbers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from textwrap import dedent

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bad_input_cases import basis
from kommunal_nh import (
    DataError,
    Fact,
    Finding,
    Module,
    Numbering,
    Options,
    PluginConflict,
    Report,
    UnknownFormat,
    all_projects,
    build,
    change_project,
    check,
    freeze,
    hookimpl,
    key,
    load,
    public_view,
    read_edition,
)
from kommunal_nh.document import Chip, ChipStyle, Heading, Section, Text
from kommunal_nh.exporters import AnyExporter
from kommunal_nh.loading.scalars import decimal_number
from kommunal_nh.loading.tables import parse_table
from kommunal_nh.plugins import plugin_manager
from kommunal_nh.saving.plain import plain


@attrs.frozen
class Reading:
    """One measured value."""

    year: int = key("jahr")
    value: Decimal = key("wert", default=Decimal())


@attrs.frozen
class Meter:
    """What is measured for a project."""

    id: str = key("id")
    project: str = key("projekt")
    readings: tuple[Reading, ...] = key("werte", default=(), table=True)


@attrs.frozen
class Meters:
    """The data of the module."""

    meters: tuple[Meter, ...] = key("zaehler", default=())
    notes: tuple[Reading, ...] = key("notizen", default=(), table=True)


@attrs.frozen
class Sheet:
    """A further file, or a folder."""

    format: str = "zaehler"
    suffix: str = ".txt"
    media_type: str = "text/plain"

    def write_data(self, report: Report, numbering: Numbering, target: Path, _: Options) -> None:
        """The projects' numbers."""
        numbers = (numbering[project.id] for project in all_projects(report))
        target.write_text("\n".join(numbers), "utf-8")


@attrs.frozen
class Sheets:
    """A folder of files."""

    format: str = "blaetter"
    media_type: str = "text/plain"

    def write_data_folder(
        self, report: Report, numbering: Numbering, target: Path, _: Options
    ) -> None:
        """One file for each project."""
        target.mkdir()
        for project in all_projects(report):
            (target / f"{project.id}.txt").write_text(numbering[project.id], "utf-8")


class MeterModule(Module):
    """A module that uses all there is."""

    key = "messung"
    data_class = Meters

    def check(self, report: Report, data: Meters) -> Iterator[Finding]:
        """Values rise, and only years of this century count."""
        for meter in data.meters:
            for place, reading in enumerate(meter.readings):
                if reading.year < 2000:
                    about, field = f"messung/{meter.id}", f"werte.{place}.jahr"
                    yield Finding("old-value", "Zu alt.", about=about, field=field)
        for place, note in enumerate(data.notes):
            if note.year < 2000:
                yield Finding("old-note", "Alt.", about="messung", field=f"notizen.{place}.jahr")

    def public(self, report: Report, data: Meters) -> Meters:
        """Drafts are not measured."""
        known = {project.id for project in all_projects(report)}
        return attrs.evolve(data, meters=tuple(m for m in data.meters if m.project in known))

    def facts(
        self, report: Report, numbering: Numbering, data: Meters
    ) -> Mapping[str, Sequence[Fact]]:
        """A replaced fact, and a new one."""
        return {
            meter.project: [
                Fact("sdgs", "Farbe:", (Chip("gelb", "7 Sonne"),)),
                Fact("messung", "Messungen:", (Text(f"{len(meter.readings)} Werte"),)),
            ]
            for meter in data.meters
        }

    def chapters(self, report: Report, numbering: Numbering, data: Meters) -> Iterator[Section]:
        """A chapter with a heading."""
        yield Section("module", "nh-messung", (Heading(1, "", (Text("Messung"),)),))

    def chips(self, data: Meters) -> list[ChipStyle]:
        """Yellow."""
        return [ChipStyle("gelb", "#fcc30b")]

    def exporters(self, data: Meters) -> list[AnyExporter]:
        """Both."""
        return [Sheet(), Sheets()]


class MeterPlugin:
    """The module as a plugin offers it."""

    @hookimpl
    def kommunal_nh_modules(self) -> list[Module]:
        """Offer it."""
        return [MeterModule()]


@pytest.fixture
def installed() -> Iterator[None]:
    """The module is installed, for one test."""
    plugin = MeterPlugin()
    plugin_manager().register(plugin, "messung-probe")
    yield
    plugin_manager().unregister(plugin)


@pytest.fixture
def folder(tmp_path: Path, installed: None) -> Path:
    """A data folder with the module on, and its rows in two CSV files."""
    made = basis().write(tmp_path / "daten")
    report = made / "bericht.yaml"
    report.write_text(report.read_text("utf-8") + "module: {messung: messung.yaml}\n", "utf-8")
    (made / "messung.yaml").write_text(
        dedent("""\
            notizen: notizen.csv
            zaehler:
              - id: strom
                projekt: klima-allianz
                werte: strom.csv
            """),
        "utf-8",
    )
    (made / "notizen.csv").write_text("jahr\n2020\n1999\n", "utf-8")
    (made / "strom.csv").write_text("jahr;wert\n2020;1.234,5\n\n1990;7\n", "utf-8")
    return made


def meters(report: Report) -> Meters:
    """The module's data."""
    data = report.modules["messung"]
    assert isinstance(data, Meters)
    return data


def failing(folder: Path) -> list[tuple[str, str, int]]:
    """Rule and place of all findings of the module."""
    found = [one for one in check(folder) if one.rule in ("old-value", "old-note")]
    return [(one.rule, one.file, one.line) for one in found]


def mended(folder: Path) -> Path:
    """The folder without what the module's rules find."""
    for name in ("notizen.csv", "strom.csv"):
        file = folder / name
        file.write_text(file.read_text("utf-8").replace("19", "20"), "utf-8")
    return folder


# ------------------------------------------------------------------------------------------- data


def test_rows_of_a_csv_file_are_rows(folder: Path) -> None:
    """They have the types of the fields; empty lines count for lines, but are no rows."""
    (strom,) = meters(load(mended(folder))).meters
    assert strom.readings == (Reading(2020, Decimal("1234.5")), Reading(2090, Decimal(7)))


def test_findings_about_rows_name_the_csv_file_and_the_line(folder: Path) -> None:
    """Of the table of a mapping with an id, and of a table of the module itself."""
    assert failing(folder) == [("old-note", "notizen.csv", 3), ("old-value", "strom.csv", 4)]


def test_findings_about_yaml_rows_name_the_yaml_file_and_the_line(folder: Path) -> None:
    """Rows that stand in the YAML are found there."""
    rows = "notizen: []\nzaehler:\n- id: s\n  projekt: klima-allianz\n  werte:\n  - jahr: 1990\n"
    (folder / "messung.yaml").write_text(rows, "utf-8")
    assert failing(folder) == [("old-value", "messung.yaml", 6)]


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("jahr;wert\n2020;viel\n", "wrong-value", 2),
        ("jahr;wert\n2020;1.234\n", "wrong-value", 2),
        ("jahr;wert\n;3\n", "missing-key", 2),
        ("jahr;wert;rest\n2020;3;x\n", "unknown-key", 2),
        ("jahr;wert\n2020;3;x\n", "wrong-value", 2),
        ("jahr;jahr\n2020;3\n", "wrong-value", 1),
    ],
)
def test_what_does_not_fit_in_a_csv_file_is_found_there(
    folder: Path, text: str, rule: str, line: int
) -> None:
    """Each mistake has file and line, and nothing is built."""
    (mended(folder) / "strom.csv").write_text(text, "utf-8")
    places = [(one.rule, one.file, one.line) for one in check(folder)]
    assert (rule, "strom.csv", line) in places
    with pytest.raises(DataError):
        build(folder, "markdown")


def test_a_row_without_a_required_number_is_found_once(folder: Path) -> None:
    """No number can stand for it, so the row is left out; the others are checked all the same."""
    (mended(folder) / "strom.csv").write_text("jahr;wert\n;3\n2x;4\n1990;5\n", "utf-8")
    found = [(one.rule, one.line) for one in check(folder) if one.file == "strom.csv"]
    assert sorted(found) == [("missing-key", 2), ("old-value", 4), ("wrong-value", 3)]


def test_a_csv_file_that_is_missing_or_outside_is_named(folder: Path) -> None:
    """As any other file that the data names."""
    (folder / "strom.csv").unlink()
    assert ("missing-file", "messung.yaml", 5) in [
        (one.rule, one.file, one.line) for one in check(folder)
    ]
    yaml = (folder / "messung.yaml").read_text("utf-8")
    (folder / "messung.yaml").write_text(yaml.replace("strom.csv", "../strom.csv"), "utf-8")
    assert "path-outside-folder" in [one.rule for one in check(folder)]


@pytest.mark.parametrize("separator", ";,\t")
def test_a_table_has_the_separator_of_its_header(separator: str) -> None:
    """Semicolon, comma and tab; quoted cells may hold it, and line feeds."""
    text = f'a{separator}b\n"x{separator}\ny"{separator}1\n{separator}\n2{separator}3\n'
    rows, findings = parse_table(text, "t.csv")
    assert (rows, findings) == ([{"a": f"x{separator}\ny", "b": "1"}, {"a": "2", "b": "3"}], [])
    assert rows.lines == [2, 5]


def test_a_line_separator_inside_a_word_begins_no_row() -> None:
    """Only line feeds end rows, as in the files that are read."""
    rows, findings = parse_table("a;b\nx\u2028y;1\n2;3\n", "t.csv")
    assert (rows, findings) == ([{"a": "x\u2028y", "b": "1"}, {"a": "2", "b": "3"}], [])
    assert rows.lines == [2, 3]


def test_what_is_no_row_is_told_and_the_rest_is_read() -> None:
    """A cell of more than a million characters is a finding, not the silent end of the table."""
    rows, findings = parse_table(f"a;b\n1;2\n{'x' * 1_000_001};3\n4;5\n", "t.csv")
    assert {"a": "4", "b": "5"} in rows
    assert [(one.rule, one.file, one.line) for one in findings] == [("wrong-value", "t.csv", 3)]


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
    )
)
def test_numbers_are_read_as_they_are_written(number: Decimal) -> None:
    """What saving writes is read as the same number, with all its digits."""
    assert decimal_number(plain(number), Decimal) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", "12"), ("-3,5", "-3.5"), ("1.234.567,8", "1234567.8"), ("0.125", "0.125"),
     ("12.5", "12.5"), ("+7", "7"), ("1234.567", "1234.567")],
)  # fmt: skip
def test_numbers_have_german_and_english_forms(text: str, number: str) -> None:
    """With and without points for thousands."""
    assert decimal_number(text, Decimal) == Decimal(number)


@pytest.mark.parametrize("text", ["1.234", "1,2,3", "1.23,4", "viel", "", "1e5", "NaN", "٣", "1_0"])
def test_what_is_no_number_or_two_is_refused(text: str) -> None:
    """1.234 could be more than a thousand, so it is asked for."""
    with pytest.raises(ValueError, match=r"keine Zahl|zweierlei"):
        decimal_number(text, Decimal)


# ---------------------------------------------------------------------------------- what it prints


def test_a_fact_replaces_one_with_its_key_or_follows(folder: Path) -> None:
    """The project has the line of the module instead of its own, and the new one."""
    own = change_project(load(mended(folder)), "klima-allianz", sdgs=(11,))
    (file,) = build(own, "markdown", folder / "mit")
    text = file.read_text("utf-8")
    assert "**Farbe:** 7 Sonne" in text
    assert "**Messungen:** 2 Werte" in text
    assert "(SDG):** 11" not in text
    (file,) = build(attrs.evolve(own, modules={}), "markdown", folder / "ohne")
    assert "(SDG):** 11" in file.read_text("utf-8")


def test_chips_have_their_colours(folder: Path) -> None:
    """In the style sheet of HTML; a report without modules has no such rule."""
    (file,) = build(mended(folder), "html")
    page = file.read_text("utf-8")
    assert '<span class="mark chip-1">7 Sonne</span>' in page
    assert ".chip-1 { --mark: #fcc30b; --on-mark: #000000;" in page
    (file,) = build(attrs.evolve(load(folder), modules={}), "html", folder / "ohne")
    assert "chip-1" not in file.read_text("utf-8")


def test_a_draft_is_not_spoken_of(folder: Path) -> None:
    """Chapters, facts and files see only what the module says is public."""
    report = load(mended(folder))
    other = attrs.evolve(report, modules={"messung": Meters((Meter("x", "entwurf"),))})
    assert meters(public_view(other)).meters == ()
    assert len(meters(public_view(report)).meters) == 1


def test_further_files_are_built_and_called_after_the_report(folder: Path) -> None:
    """Without -f all are built; by name one; the names say what they are."""
    name = "nachhaltigkeitsreport-musterkreis-2024-10-01"
    built = {path.name for path in build(mended(folder))}
    assert {f"{name}.html", f"{name}-zaehler.txt", f"{name}-blaetter"} <= built
    (only,) = build(folder, "zaehler", folder / "z.txt")
    assert "1.1" in only.read_text("utf-8")
    (pages,) = build(folder, "blaetter", folder / "alle")
    assert (pages / "klima-allianz.txt").exists()
    with pytest.raises(UnknownFormat, match="zaehler"):
        build(folder, "zaehler", short=True)


@pytest.mark.parametrize("name", ["docx", "blaetter"])
def test_a_format_that_there_is_already_is_a_conflict(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Of a plugin, or of the same module: nothing replaces it in silence."""
    both = lambda *_: [Sheet(format=name), Sheets()]  # noqa: E731
    monkeypatch.setattr(MeterModule, "exporters", both)
    with pytest.raises(PluginConflict, match=f"{name}.*messung"):
        build(mended(folder), "markdown")


def test_an_edition_prints_the_same_with_its_module(folder: Path) -> None:
    """Frozen data of a module is read as what it was, with exact numbers."""
    mended(folder)
    edition = freeze(folder)
    assert meters(read_edition(edition).report) == meters(public_view(load(folder)))
    (before,) = build(folder, "html", folder / "a")
    (after,) = build(edition, "html", folder / "b")
    assert before.read_bytes() == after.read_bytes()


def test_a_module_that_needs_nothing_is_on_with_nothing(folder: Path) -> None:
    """`messung:` alone is enough, as all its keys can be left out."""
    report = folder / "bericht.yaml"
    text = report.read_text("utf-8").replace("{messung: messung.yaml}", "\n  messung:")
    report.write_text(text, "utf-8")
    assert meters(load(folder)) == Meters()


# ------------------------------------------------------------------------- loaded when it is named

LAZY = """
    from kommunal_nh import Module, hookimpl
    import attrs

    @attrs.frozen
    class Nothing:
        pass

    class Lazy(Module):
        key = "{key}"
        data_class = Nothing

    @hookimpl
    def kommunal_nh_modules():
        return [Lazy()]
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with one distribution that has a module, as pip would install it."""
    place = tmp_path / "site"
    info = place / "traege-1.0.dist-info"
    info.mkdir(parents=True)
    (place / "traege_modul.py").write_text(dedent(LAZY.format(key="traege")), "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: traege\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[kommunal_nh.modules]\ntraege = traege_modul\n")
    return place


def run(site: Path, folder: Path, **env: str) -> tuple[str, str]:
    """Build a report; say whether the module was imported, and what went wrong."""
    code = (
        "import sys, kommunal_nh\n"
        "try: kommunal_nh.build(sys.argv[1], 'markdown')\n"
        "except kommunal_nh.KommunalNHError as problem: print(problem, file=sys.stderr)\n"
        "print('traege_modul' in sys.modules)"
    )
    paths = os.pathsep.join([str(site), *filter(None, sys.path)])
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"} | env,
    )
    return done.stdout.strip(), done.stderr


@pytest.fixture
def plain_folder(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a data folder that names a module."""

    def make(module: str) -> Path:
        made = basis().write(tmp_path / "daten")
        file = made / "bericht.yaml"
        file.write_text(file.read_text("utf-8") + module, "utf-8")
        return made

    return make


def test_a_module_is_imported_only_if_a_report_names_it(
    site: Path, plain_folder: Callable[[str], Path]
) -> None:
    """An installed module that is off costs nothing."""
    assert run(site, plain_folder("")) == ("False", "")


def test_a_named_module_is_imported(site: Path, plain_folder: Callable[[str], Path]) -> None:
    """A line in bericht.yaml switches it on."""
    assert run(site, plain_folder("module: {traege: }\n")) == ("True", "")


def test_a_module_with_a_typing_error_is_suggested_without_importing_it(
    site: Path, plain_folder: Callable[[str], Path]
) -> None:
    """The names of all installed modules are known without loading them."""
    imported, said = run(site, plain_folder("module: {traegee: }\n"))
    assert imported == "False"
    assert "Meinten Sie „traege“?" in said


def test_a_blocked_module_is_not_installed(site: Path, plain_folder: Callable[[str], Path]) -> None:
    """The variable that switches plugins off knows modules as modul-KEY."""
    folder = plain_folder("module: {traege: }\n")
    imported, said = run(site, folder, KOMMUNAL_NH_BLOCKED_PLUGINS="modul-traege")
    assert imported == "False"
    assert "unknown-module" in said


def test_a_broken_module_does_no_harm_while_off(
    site: Path, plain_folder: Callable[[str], Path]
) -> None:
    """Only reports that name it need it."""
    (site / "traege_modul.py").write_text("import es_gibt_mich_nicht", "utf-8")
    assert run(site, plain_folder("")) == ("False", "")


def test_a_broken_module_is_named(site: Path, plain_folder: Callable[[str], Path]) -> None:
    """With what is wrong and how to switch it off."""
    (site / "traege_modul.py").write_text("import es_gibt_mich_nicht", "utf-8")
    _, said = run(site, plain_folder("module: {traege: }\n"))
    assert "modul-traege" in said
    assert "es_gibt_mich_nicht" in said
    assert "Traceback" not in said


def test_a_row_with_two_faults_is_left_out_once(folder: Path) -> None:
    """A table whose header misses a column and has a foreign one ends in findings."""
    (mended(folder) / "strom.csv").write_text("jaar\n2020\n2021\n", "utf-8")
    found = {(one.rule, one.file) for one in check(folder)}
    assert {("missing-key", "strom.csv"), ("unknown-key", "strom.csv")} <= found
