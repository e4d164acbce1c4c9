"""Open data: complete, public only, read back, and accepted by tools of others."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, Namespace, URIRef
from rdflib.compare import isomorphic

import every_module
from kommunal_nh import (
    Finding,
    Report,
    UsageError,
    all_goals,
    all_projects,
    build,
    check,
    load,
    number,
    public_view,
)
from kommunal_nh.testing import reports
from kommunal_nh_opendata.csv_files import csv_text, marked, unmarked
from kommunal_nh_opendata.data import OpenData
from kommunal_nh_opendata.module import files_of
from kommunal_nh_opendata.reports import published, read_report
from kommunal_nh_opendata.tables import Field, Table
from module_folder import REPORT

REPOSITORY = Path(__file__).parents[2]
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
SETTINGS = OpenData("https://example.org/daten/")
DCAT, DCT = Namespace("http://www.w3.org/ns/dcat#"), Namespace("http://purl.org/dc/terms/")
BASE = "https://example.org/daten/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a build makes of a report with every module."""
    place = tmp_path_factory.mktemp("offen")
    (made,) = build(every_module.write(place / "daten"), "opendata", place / "opendata")
    return made


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The public part of the same report."""
    return public_view(load(every_module.write(tmp_path_factory.mktemp("r"))))


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    text = (folder / f"{name}.csv").read_bytes().decode("utf-8")
    return [*csv.DictReader(io.StringIO(text, newline=""))]


def tool(name: str) -> str:
    """A program of others, in the folder that CHECKERS names or on the path."""
    places = os.pathsep.join(filter(None, (os.environ.get("CHECKERS"), os.environ.get("PATH"))))
    if found := shutil.which(name, path=places):
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(f"{name} is not installed")
    pytest.skip(f"{name} is not installed")


def run(*command: str) -> str:
    """What a program prints; it has to end well."""
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


# --------------------------------------------------------------------------------------- the files


def test_everything_is_there(folder: Path) -> None:
    """The report, its tables, those of the modules, and three descriptions."""
    names = {path.name for path in folder.iterdir()}
    assert names >= {
        "report.json", "report.schema.json", "projekte.csv", "ziele.csv", "archiv.csv",
        "datapackage.json", "metadaten.jsonld", "metadaten.ttl", "LIESMICH.txt",
    }  # fmt: skip
    assert any(name.startswith("indikatoren") and name.endswith(".csv") for name in names)


def test_tables_have_every_project_and_goal(folder: Path, report: Report) -> None:
    """Each once, with the number and status of the report."""
    numbering = number(report)
    rows = {row["id"]: row for row in table(folder, "projekte")}
    assert {*rows} == {one.id for one in all_projects(report)}
    for one in all_projects(report):
        row = rows[one.id]
        assert (row["nummer"], row["titel"], row["status"]) == (
            numbering[one.id], one.title, one.status,
        )  # fmt: skip
    goals = {goal.id for theme in report.themes for goal in all_goals(theme)}
    assert {row["id"] for row in table(folder, "ziele")} == goals


def test_values_of_indicators_are_exact(folder: Path) -> None:
    """As they stand in the data, with a point."""
    text = "\n".join(path.read_text("utf-8") for path in folder.glob("indikatoren*.csv"))
    assert "20.5" in text
    assert "95.5" in text


def test_the_report_comes_back(folder: Path, report: Report) -> None:
    """report.json is read as the report that was published."""
    data = report.modules["opendata"]
    assert isinstance(data, OpenData)
    again = read_report((folder / "report.json").read_text("utf-8"))
    assert again == published(report, data)
    assert "vorlage" not in again.modules


@settings(max_examples=25)
@given(reports())
def test_any_report_comes_back(report: Report) -> None:
    """Whatever a report has, the public part of it is in the JSON, and nothing else."""
    public = public_view(report)
    files = files_of(public, number(public), SETTINGS)
    assert read_report(files["report.json"].decode()) == published(public, SETTINGS)


@settings(max_examples=25)
@given(reports())
def test_nothing_private_is_in_any_file(report: Report) -> None:
    """Neither a note nor a draft, in none of the files that a build makes of any report."""
    notes = {"internal_note": "GEHEIM-notiz"}
    themes = tuple(_with_notes(theme, notes) for theme in report.themes)
    public = public_view(attrs.evolve(report, themes=themes))
    for name, content in files_of(public, number(public), SETTINGS).items():
        assert b"GEHEIM" not in content, name


def _with_notes(parent: Any, notes: dict[str, str]) -> Any:
    """A theme or goal all of whose projects have a note; drafts have it in their title, too."""
    projects = tuple(
        attrs.evolve(one, **notes, **({"title": "GEHEIM-titel"} if one.draft else {}))
        for one in parent.projects
    )
    goals = tuple(_with_notes(goal, notes) for goal in parent.goals)
    return attrs.evolve(parent, projects=projects, goals=goals)


@given(st.text())
def test_words_come_back_from_a_table(text: str) -> None:
    """The mark against formulas can be taken away again, whatever the words are."""
    assert unmarked(marked(text)) == text


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "'=1", "|x", "%x", "＝1"]
)
def test_no_cell_is_a_formula(text: str) -> None:
    """A spreadsheet sees an apostrophe first."""
    assert marked(text).startswith("'")
    assert marked(text)[1:] == text


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1, "version": 2, "report": 3}', "x"])
def test_what_is_no_such_file_is_refused(text: str) -> None:
    """With a sentence."""
    with pytest.raises(UsageError, match=r"report\.json"):
        read_report(text)


def test_damage_is_refused(folder: Path) -> None:
    """A report with a value of another kind, or with a module that is not there, is a sentence."""
    content = json.loads((folder / "report.json").read_text("utf-8"))
    for change in ({"titel": [1]}, {"profil": 3}, {"module": {"gibtsnicht": {}}}, {"stand": None}):
        text = json.dumps(content | {"report": content["report"] | change})
        with pytest.raises(UsageError, match=r"report\.json"):
            read_report(text)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))))
def test_cells_are_read_back(texts: list[str]) -> None:
    """By Python's csv, with quotes, commas and line ends in them."""
    table = Table("t", "T", (Field("a"), Field("b")), tuple((one, 1) for one in texts))
    header, *rows = csv.reader(io.StringIO(csv_text(table), newline=""))
    assert header == ["a", "b"]
    assert [unmarked(row[0]) for row in rows] == texts


def test_values_have_one_form() -> None:
    """Numbers with a point, days as ISO, nothing for nothing; negative numbers are no formulas."""
    row = (Decimal("-1234.50"), date(2024, 1, 2), True, None, "-1")
    text = csv_text(Table("t", "T", tuple(Field(name) for name in "abcde"), (row,)))
    assert text == "a,b,c,d,e\r\n-1234.50,2024-01-02,true,,'-1\r\n"


# ------------------------------------------------------------------------- read by tools of others


def test_the_report_keeps_its_published_schema(folder: Path) -> None:
    """Jsonschema finds nothing; a wrong value would be found."""
    content = json.loads((folder / "report.json").read_text("utf-8"))
    schema = json.loads((folder / "report.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    assert [*validator.iter_errors(content)] == []
    content["report"]["themen"][0]["titl"] = "x"
    assert [*validator.iter_errors(content)]


def test_both_notations_say_the_same(folder: Path) -> None:
    """Rdflib reads one graph from JSON-LD and Turtle, without anything unnamed."""
    one = Graph().parse(folder / "metadaten.jsonld", format="json-ld")
    other = Graph().parse(folder / "metadaten.ttl", format="turtle")
    assert len(one) > 40
    assert isomorphic(one, other)
    for name in ("projekte.csv", "report.json"):
        url = URIRef(BASE + name)
        assert [*one.subjects(DCAT.downloadURL, url)]
    sizes = {str(size) for size in one.objects(None, DCAT.byteSize)}
    assert str((folder / "projekte.csv").stat().st_size) in sizes


SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
[] a sh:NodeShape ; sh:targetClass dcat:Catalog ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ] , [ sh:path dct:description ; sh:minCount 1 ] ,
    [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ] ,
    [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ] .
[] a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ] , [ sh:path dct:description ; sh:minCount 1 ] ,
    [ sh:path dct:publisher ; sh:maxCount 1 ; sh:class foaf:Agent ] ,
    [ sh:path dcat:contactPoint ; sh:minCount 1 ; sh:class vcard:Organization ] ,
    [ sh:path dcat:theme ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dct:issued ; sh:minCount 1 ; sh:datatype xsd:date ] ,
    [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] .
[] a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dct:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dcat:byteSize ; sh:datatype xsd:nonNegativeInteger ] .
"""
"""What DCAT-AP.de asks for, as far as it is used here."""


def test_metadata_have_what_portals_ask_for(folder: Path, tmp_path: Path) -> None:
    """Pyshacl finds nothing; without a licence it would."""
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(SHAPES, "utf-8")
    program = tool("pyshacl")
    assert "Conforms: True" in run(program, "-s", str(shapes), str(folder / "metadaten.ttl"))
    graph = Graph().parse(folder / "metadaten.ttl")
    graph.remove((None, DCT.license, None))
    graph.serialize(tmp_path / "ohne.ttl", format="turtle")
    command = [program, "-s", str(shapes), str(tmp_path / "ohne.ttl")]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert "Conforms: False" in done.stdout


def test_the_data_package_is_valid(folder: Path, tmp_path: Path) -> None:
    """Frictionless reads every table and finds nothing; a broken row would be found."""
    copy = Path(shutil.copytree(folder, tmp_path / "paket"))
    program = tool("frictionless")
    said = json.loads(run(program, "validate", str(copy / "datapackage.json"), "--json"))
    assert said["valid"], said
    assert said["stats"]["tasks"] >= 4
    with (copy / "projekte.csv").open("a", encoding="utf-8") as file:
        file.write("x,y\r\n")
    command = [program, "validate", str(copy / "datapackage.json"), "--json"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert not json.loads(done.stdout)["valid"]


# ------------------------------------------------------------------------------------------- rules

WRONG = {
    "wrong-address": "adresse: example.org\n",
    "unknown-licence": "adresse: https://example.org/\nlizenz: cc-by\n",
    "unknown-data-theme": "adresse: https://example.org/\nthemen: [UMWELT]\n",
    "wrong-area": 'adresse: https://example.org/\ngebiet: {schluessel: "5974"}\n',
    "wrong-email": "adresse: https://example.org/\nkontakt: {stelle: P, email: planung}\n",
    "personal-contact": "adresse: https://example.org/\n"
    "kontakt: {stelle: P, email: vorname.nachname@example.org}\n",
    "no-contact": "adresse: https://example.org/\n",
    "unknown-hidden-module": "adresse: https://example.org/\nohne_module: [indikatorn]\n",
}


@pytest.mark.parametrize("rule", WRONG)
def test_each_rule_is_found_in_its_line(rule: str, tmp_path: Path) -> None:
    """And stands in the Handbuch."""
    (tmp_path / "bericht.yaml").write_text(f"{REPORT}module: {{opendata: o.yaml}}\n", "utf-8")
    (tmp_path / "o.yaml").write_text(WRONG[rule], "utf-8")
    found: list[Finding] = [one for one in check(tmp_path) if one.rule == rule]
    assert [(one.file, one.line > 0) for one in found] == [("o.yaml", True)]
    page = (REPOSITORY / "docs" / "handbuch" / "modul-opendata.md").read_text("utf-8")
    assert f"| `{rule}` |" in page
