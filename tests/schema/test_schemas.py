"""The JSON Schema says of a data folder what loading says of it."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import attrs
import jsonschema
import pytest

import editor
from kommunal_nh import (
    DataError,
    FieldKind,
    Module,
    Report,
    check,
    hookimpl,
    key,
    load,
    read_house_style,
)
from kommunal_nh.fields import keys_of
from kommunal_nh.labels import Labels
from kommunal_nh.plugins import module_keys, plugin_manager
from kommunal_nh.schema import file_schemas, json_schema
from kommunal_nh.schema.folder import patterns_of
from kommunal_nh.schema.writing import readable
from small_folder import FOLDER, Json, paths, removed, replaced, write

EXAMPLES = Path(__file__).parents[2] / "examples"
STRUCTURE = {"unknown-key", "missing-key", "wrong-value"}
"""Rules about the form of the data, which a schema can know; all others need the whole report."""
PARTS = {"bericht.yaml": "bericht", "klima.yaml": "thema", "profil.yaml": "profil"}


@cache
def validator(kind: str) -> jsonschema.Draft202012Validator:
    """A validator for one kind of file."""
    return jsonschema.Draft202012Validator(file_schemas()[kind])


@pytest.fixture(scope="module")
def soest() -> Report:
    return load(EXAMPLES / "kreis_soest")


FOLDER_KINDS = ("bericht", "thema", "profil", "texte", "archiv", "entfallen", "hausstil")
KINDS = (*FOLDER_KINDS, *(f"modul-{key}" for key in module_keys()))


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    """Those of a data folder and of modules; the schema of bericht.yaml is the whole one."""
    assert [*file_schemas()] == [*KINDS]
    assert file_schemas()["bericht"] == json_schema()


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_are_schemas(soest: Report, kind: str) -> None:
    """Each schema is valid by its own standard and leads nowhere outside."""
    for schema in (file_schemas()[kind], file_schemas(soest)[kind]):
        jsonschema.Draft202012Validator.check_schema(schema)
        references = set(_references(schema))
        assert references
        assert references == {f"#/$defs/{name}" for name in schema["$defs"]} or kind == "bericht"
        assert references <= {f"#/$defs/{name}" for name in schema["$defs"]}


def _references(schema: Json) -> list[str]:
    if isinstance(schema, dict):
        own = [schema["$ref"]] if "$ref" in schema else []
        return own + [found for item in schema.values() for found in _references(item)]
    if isinstance(schema, list):
        return [found for item in schema for found in _references(item)]
    return []


def test_the_schema_is_the_same_every_time() -> None:
    """Asking twice gives equal schemas, and changing one does not change the other."""
    first = json_schema()
    expected = copy.deepcopy(first)
    first.clear()
    assert json_schema() == expected


def objects(schema: Json) -> Iterator[dict[str, Json]]:
    """The properties of everything that a schema describes."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            yield schema["properties"]
        schema = [*schema.values()]
    for item in schema if isinstance(schema, list) else ():
        yield from objects(item)


def test_every_key_is_explained(soest: Report) -> None:
    """Each property of each schema has a description of some length."""
    for schema in file_schemas(soest).values():
        for properties in objects(schema):
            for name, one in properties.items():
                assert len(one["description"]) >= 8, name


def test_the_words_of_the_frame_show_what_they_are_otherwise() -> None:
    """A key below `texte` has its usual text as default and in its description."""
    properties = file_schemas()["profil"]["$defs"]["Labels"]["properties"]
    field = keys_of(Labels)["stand"]

    assert properties["stand"]["default"] == field.default
    assert field.default in properties["stand"]["description"]


FILES = sorted(path for path in EXAMPLES.rglob("*.yaml") if "build" not in path.parts)


FOLDERS = sorted(path.parent for path in FILES if path.name == "bericht.yaml")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_the_examples_are_valid(folder: Path) -> None:
    """Every YAML file of an example is valid by its kind, with and without its own names."""
    checked = set()
    for kind, patterns in patterns_of(folder).items():
        for file in (file for pattern in patterns for file in folder.glob(pattern)):
            for schema in (file_schemas()[kind], file_schemas(load(folder))[kind]):
                jsonschema.validate(editor.read(file.read_text("utf-8")), schema)
            checked.add(file)
    for file in folder.glob("module/*.yaml"):  # not switched on, but valid all the same
        source = editor.read(file.read_text("utf-8"))
        jsonschema.validate(source, file_schemas()[f"modul-{file.stem}"])
        checked.add(file)

    assert checked == {path for path in FILES if path.is_relative_to(folder)}


def test_there_are_examples() -> None:
    """The Soest example is among the files that were validated."""
    assert len([file for file in FILES if "kreis_soest" in file.parts]) >= 8


# ------------------------------------------------------------------------ the same as the loader


def loads(tmp_path: Path, files: dict[str, Json], name: str) -> bool:
    """Whether loading has nothing to say about the form of a file."""
    findings = check(write(tmp_path / "daten", files))
    return not [found for found in findings if found.rule in STRUCTURE and found.file == name]


def agree(tmp_path: Path, files: dict[str, Json], path: tuple[str | int, ...]) -> None:
    """The schema and the loader judge the changed file alike."""
    name = str(path[0])
    expected = loads(tmp_path, files, name)
    errors = [error.message for error in validator(PARTS[name]).iter_errors(files[name])]
    assert (not errors) == expected, errors


@pytest.mark.parametrize(
    "style",
    [
        {"akzent": "#005a9c", "schrift": "FiraGO", "seitenformat": "A5"},
        {"akzent": "blau"},
        {"akzent": "#005a9c0"},
        {"seitenformat": "A9"},
        {"schrft": "FiraGO"},
        {"schrift": ["FiraGO"]},
        ["akzent"],
        {},
        None,
    ],
    ids=str,
)
def test_a_house_style_is_judged_as_by_reading_it(tmp_path: Path, style: Json) -> None:
    """The schema of a house style accepts those that can be read, and refuses the others."""
    file = tmp_path / "hausstil.yaml"
    file.write_text(json.dumps(style) if style is not None else "", "utf-8")
    try:
        read_house_style(file)
        readable_style = True
    except DataError:
        readable_style = False

    assert validator("hausstil").is_valid(style) == readable_style


PROJECT = ("klima.yaml", "ziele", 0, "projekte", 0)
UNKNOWABLE = {(*PROJECT, "kosten")}
"""A field of the profile, of which a schema for any report knows nothing."""


def ids(path: tuple[str | int, ...]) -> str:
    return ".".join(map(str, path))


def at(path: tuple[str | int, ...]) -> Json:
    """The value of the folder at one place."""
    value: Json = FOLDER
    for step in path:
        value = value[step]
    return value


INNER = [path for path in paths(FOLDER) if len(path) > 1 and path not in UNKNOWABLE]
MAPPINGS = [path for path in paths(FOLDER) if isinstance(at(path), dict) and path != PROJECT]
VALUES: tuple[Json, ...] = ("x", 7, True, None, ["x"], [], {"x": "y"}, {}, [{"x": "y"}])
WRONG = [pytest.param(path, value, id=f"{ids(path)}={value}") for path in INNER for value in VALUES]


@pytest.mark.parametrize("name", PARTS)
def test_both_accept_the_small_report(tmp_path: Path, name: str) -> None:
    """A report with a value for every key is accepted by both."""
    validator(PARTS[name]).validate(FOLDER[name])
    assert loads(tmp_path, FOLDER, name)


@pytest.mark.parametrize("path", MAPPINGS, ids=ids)
def test_both_refuse_unknown_keys(tmp_path: Path, path: tuple[str | int, ...]) -> None:
    """A key that nothing knows is refused by both or, where names are free, by neither."""
    agree(tmp_path, replaced(path, {**at(path), "gibtsnicht": "x"}), path)


@pytest.mark.parametrize("path", INNER, ids=ids)
def test_both_refuse_missing_keys(tmp_path: Path, path: tuple[str | int, ...]) -> None:
    """A key that is left out is missed by both or by neither."""
    agree(tmp_path, removed(path), path)


@pytest.mark.parametrize(("path", "value"), WRONG)
def test_both_refuse_wrong_types(tmp_path: Path, path: tuple[str | int, ...], value: Json) -> None:
    """A value of another kind is refused by both or by neither."""
    agree(tmp_path, replaced(path, value), path)


def test_fields_of_the_profile_may_be_anything_plain() -> None:
    """A project may have further keys; their values are text, numbers or nothing."""
    for value, valid in (("1.000", True), (1000, True), (None, True), (["x"], False), ({}, False)):
        theme = replaced((*PROJECT, "kosten"), value)["klima.yaml"]
        assert validator("thema").is_valid(theme) == valid, value


DATES: dict[str, Callable[[Json], dict[str, Json]]] = {
    "day": lambda text: replaced(("bericht.yaml", "stand"), text),
    "partial": lambda text: replaced(("klima.yaml", "ziele", 0, "projekte", 0, "beginn"), text),
}


FORMS = """
    2024-10-01 1.10.2024 01.10.2024 2024 2024-Q2 Q2/2024 2024-3 2024-03 03/2024 3.2024 2024-Q5
    24-10-01 2024/10/01 2024-10-01T00:00 10.2024.01 x
"""


@pytest.mark.parametrize("kind", DATES)
@pytest.mark.parametrize("text", [*FORMS.split(), " 2024-10-01 ", "Q2 2024", "Herbst 2024", ""])
def test_both_read_the_same_forms_of_dates(tmp_path: Path, kind: str, text: str) -> None:
    """Every form of a date is accepted by both or by neither."""
    files = DATES[kind](text)
    name = "bericht.yaml" if kind == "day" else "klima.yaml"
    agree(tmp_path, files, (name,))


TOKENS = (
    "ja", "Nein", "WAHR", "yes", "NO", "true", "TRUE", "null", "Null", "NULL", "~", "7", "+7", "-7",
    "007", "1_000", "7.5e", "x", "2024", "0000", "10.2024", "1.2024", "13.2024", "2024-10-01",
    "2024-02-30", "29.02.2023", "29.02.2024", "Q2/2024", "80.01", "80.1", "fertig", "idee", "4",
)  # fmt: skip
TYPED: tuple[tuple[str | int, ...], ...] = (
    ("bericht.yaml", "titel"),
    ("bericht.yaml", "stand"),
    ("bericht.yaml", "einheiten", "80.01"),
    (*PROJECT, "titel"),
    (*PROJECT, "sdgs"),
    (*PROJECT, "entwurf"),
    (*PROJECT, "beginn"),
    (*PROJECT, "verantwortlich"),
    (*PROJECT, "status"),
    ("klima.yaml", "nummer"),
    ("profil.yaml", "verzeichnistiefe"),
    ("profil.yaml", "status", "umgesetzt", "phase"),
    ("profil.yaml", "felder", "kosten", "pflicht"),
)
NAMES = {"unknown-status", "unknown-unit", "missing-extra-field"}


@pytest.mark.parametrize("path", TYPED, ids=ids)
def test_both_read_the_same_without_quotes(tmp_path: Path, path: tuple[str | int, ...]) -> None:
    """What YAML takes for numbers, truth values or nothing is accepted by both or by neither."""
    name = str(path[0])
    folder = write(tmp_path / "daten", FOLDER)
    schema = file_schemas(load(folder))[PARTS[name]]
    for token in TOKENS:
        text = editor.written(replaced(path, editor.Plain(token))[name])
        (folder / name).write_text(text, "utf-8")
        rules = {found.rule for found in check(folder) if found.file == name}
        errors = [one.message for one in _errors(schema, editor.read(text))]

        assert bool(errors) == bool(rules & (STRUCTURE | NAMES)), (token, errors, rules)


def _errors(schema: Json, value: Json) -> Iterator[jsonschema.ValidationError]:
    return jsonschema.Draft202012Validator(schema).iter_errors(value)


VALUES_OF_FIELDS = (
    None, "", " ", "x", "1.000", "2,5", "7", 7, -3, "12", "1234", "1.0", True, "2024-Q2", "03/2024",
    2024, "2023-02-29", " 2024 ", "https://x.de", "http://", "x https://", ["x"], {}, "a\nb", "7\n",
)  # fmt: skip


@pytest.mark.parametrize("required", ["ja", "nein"])
@pytest.mark.parametrize("kind", [kind.value for kind in FieldKind])
def test_both_know_the_fields_of_the_profile(tmp_path: Path, kind: str, required: str) -> None:
    """A value of a field is accepted by both or by neither, for every kind, required or not."""
    field = {"bezeichnung": "Feld", "art": kind, "pflicht": required}
    files = replaced(("profil.yaml", "felder", "kosten"), field)
    folder = write(tmp_path / "daten", files)
    schema = file_schemas(readable(folder))["thema"]
    for value in VALUES_OF_FIELDS:
        theme = replaced((*PROJECT, "kosten"), value)["klima.yaml"]
        (folder / "klima.yaml").write_text(editor.written(theme), "utf-8")
        rules = {found.rule for found in check(folder) if found.file == "klima.yaml"}

        assert any(_errors(schema, theme)) == bool(rules & (STRUCTURE | NAMES)), (value, rules)


# ------------------------------------------------------------------- what a schema can not know

WRITING = "YAML makes the same number of several writings; a schema sees only the number"
UNLIKE: dict[str, tuple[tuple[str | int, ...], str, str]] = {
    "a whole number with a point": ((*PROJECT, "sdgs"), "[7.0]", WRITING),
    "a hexadecimal number": ((*PROJECT, "sdgs"), "[0x7]", WRITING),
    "a month with a short year": ((*PROJECT, "beginn"), "3.202", WRITING),
    "a year with a zero before it": ((*PROJECT, "beginn"), "02024", WRITING),
    "a number with a point before its decimals": ((*PROJECT, "kosten"), "1.5", WRITING),
    "a field of the profile": (
        (*PROJECT, "kosten"), "viel", "only the schema for this report knows that it is a number"
    ),
    "a key that is no field": (
        (*PROJECT, "kostn"), "1", "only the schema for this report knows all fields"
    ),
}  # fmt: skip
"""Everything in which the schemas and loading differ on purpose, with the reason."""


@pytest.mark.parametrize(("path", "text", "why"), UNLIKE.values(), ids=UNLIKE)
def test_what_a_schema_can_not_know(
    tmp_path: Path, path: tuple[str | int, ...], text: str, why: str
) -> None:
    """Loading refuses these, schemas for any report do not; otherwise they need not be listed."""
    files = {**replaced(path, editor.Plain(text))}
    folder = write(tmp_path / "daten", FOLDER)
    (folder / "klima.yaml").write_text(editor.written(files["klima.yaml"]), "utf-8")
    seen = editor.read(editor.written(files["klima.yaml"]))

    assert STRUCTURE & {finding.rule for finding in check(folder)}
    assert validator("thema").is_valid(seen), why
    known = jsonschema.Draft202012Validator(file_schemas(small(tmp_path))["thema"])
    assert known.is_valid(seen) == (why == WRITING)


def small(tmp_path: Path) -> Report:
    """The small report without its faults, if it had any."""
    shutil.rmtree(tmp_path / "klein", ignore_errors=True)
    return load(write(tmp_path / "klein", FOLDER))


def test_a_basis_in_a_file_is_trusted(tmp_path: Path) -> None:
    """What a profile leaves out, its basis may have; a schema looks only into shipped ones."""
    profile = {"status": {"neu": {"farbe": "#ffffff"}}}

    assert not validator("profil").is_valid(profile)
    assert not validator("profil").is_valid({"basis": "soest", **profile})
    assert validator("profil").is_valid({"basis": "eigenes.yaml", **profile})


# ----------------------------------------------------------------------------- one report's names


def test_numbers_without_quotes_are_names(tmp_path: Path) -> None:
    """A unit such as 80.01 is known as text and as YAML reads it; another number is not."""
    known = jsonschema.Draft202012Validator(file_schemas(small(tmp_path))["thema"])
    for value, valid in (("80.01", True), (80.01, True), (80.02, False), ("80.1", False)):
        theme = replaced((*PROJECT, "verantwortlich"), [value])["klima.yaml"]
        assert known.is_valid(theme) == valid, value


def test_statuses_come_with_their_labels(soest: Report) -> None:
    """The status of a project is one of the profile's, each with its label."""
    status = file_schemas(soest)["thema"]["$defs"]["Project"]["properties"]["status"]

    assert status["enum"] == [one.id for one in soest.profile.statuses]
    assert status["enumDescriptions"] == [one.label for one in soest.profile.statuses]


def test_themes_are_offered_in_the_archive(soest: Report) -> None:
    """The archive's themes are offered by id, and names of former themes are accepted."""
    schema = file_schemas(soest)["archiv"]
    offered = schema["$defs"]["ArchiveEntry"]["properties"]["thema"]["anyOf"][0]["enum"]

    assert offered == [theme.id for theme in soest.themes]
    row = {"thema": "Früheres", "projekt": "x", "report": "2020-01-01"}
    assert jsonschema.Draft202012Validator(schema).is_valid([row])


def test_a_report_without_statuses_or_units_has_none_to_name() -> None:
    """Where nothing is known, no name is right, and the schemas are still schemas."""
    report = Report("T", "H", as_of=date(2024, 1, 1))
    schema = file_schemas(report)["thema"]
    jsonschema.Draft202012Validator.check_schema(schema)
    project = {"id": "a", "titel": "A", "status": "laufend"}
    theme = {"id": "t", "titel": "T", "projekte": [project]}

    assert jsonschema.Draft202012Validator(schema).is_valid(theme)
    theme = {**theme, "projekte": [{**project, "verantwortlich": "wfg"}]}
    assert not jsonschema.Draft202012Validator(schema).is_valid(theme)


# ---------------------------------------------------------------------------------------- modules


@attrs.frozen
class Status:
    """Named like a class of the core."""

    year: int = key("jahr", doc="Jahr der Messung")


@attrs.frozen
class Figures:
    rows: tuple[Status, ...] = key("werte", default=(), doc="Alle Werte")


class FiguresModule(Module):
    key = "kennzahlen"
    data_class = Figures


class FiguresPlugin:
    @hookimpl
    def kommunal_nh_modules(self) -> list[FiguresModule]:
        return [FiguresModule()]


@pytest.fixture
def with_figures() -> Iterator[None]:
    """The module is installed, for one test."""
    plugin = FiguresPlugin()
    plugin_manager().register(plugin)
    yield
    plugin_manager().unregister(plugin)


@pytest.mark.usefixtures("with_figures")
@pytest.mark.parametrize("value", ["x.yaml", {}, {"werte": [{"jahr": 2024}]}, {"werte": [{}]}, None,
                                   {"werte": {"jahr": 1}}, {"x": 1}, []])  # fmt: skip
def test_modules_have_schemas(tmp_path: Path, value: Json) -> None:
    """What stands below a module's key is accepted by both or by neither."""
    files = {**FOLDER, "x.yaml": {}}
    files["bericht.yaml"] = {**FOLDER["bericht.yaml"], "module": {"kennzahlen": value}}
    schemas = file_schemas()
    whole = jsonschema.Draft202012Validator(schemas["bericht"])
    errors = [*whole.iter_errors(files["bericht.yaml"])]

    assert (not errors) == loads(tmp_path, files, "bericht.yaml")
    data = jsonschema.Draft202012Validator(schemas["modul-kennzahlen"])
    assert data.is_valid(value) == (isinstance(value, dict) and not errors)


def test_modules_that_are_not_installed_are_marked(tmp_path: Path) -> None:
    """The schema for one report refuses a module that loading would miss."""
    report = {**FOLDER["bericht.yaml"], "module": {"kennzahlen": "x.yaml"}}

    assert validator("bericht").is_valid(report)
    known = file_schemas(small(tmp_path))["bericht"]
    assert not jsonschema.Draft202012Validator(known).is_valid(report)
