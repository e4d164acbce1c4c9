"""The JSON Schema says of a data folder what loading says of it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from kommunal_nh import check
from kommunal_nh.schema import json_schema
from small_folder import FOLDER, Json, paths, removed, replaced, write

EXAMPLES = Path(__file__).parents[1] / "examples"
STRUCTURE = {"unknown-key", "missing-key", "wrong-value"}
"""Rules about the form of the data, which a schema can know; all others need the whole report."""
PARTS = {"bericht.yaml": "", "klima.yaml": "Theme", "profil.yaml": "Profile"}


@cache
def validator(part: str = "") -> jsonschema.Draft202012Validator:
    """A validator for bericht.yaml, or for a file that `$defs` describes."""
    schema = json_schema()
    if part:
        schema = {"$defs": schema["$defs"], "$ref": f"#/$defs/{part}"}
    return jsonschema.Draft202012Validator(schema)


def as_an_editor_reads(file: Path) -> Json:
    """The file as YAML 1.2, dates as text: what editors hand to a schema."""
    return _plain(YAML(typ="safe", pure=True).load(file.read_text("utf-8")))


def _plain(value: Any) -> Json:
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def part_of(file: Path) -> str:
    """Which part of the schema describes a file of an example."""
    if file.parent.name == "themen":
        return "Theme"
    return {"archiv": "archiv", "profil": "Profile"}.get(file.stem, "")


def test_the_schema_is_a_schema() -> None:
    """The schema itself is valid by its own standard and leads nowhere outside."""
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    references = set(_references(schema))
    assert references
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


FILES = sorted(path for path in EXAMPLES.rglob("*.yaml") if "build" not in path.parts)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(EXAMPLES).as_posix())
def test_the_examples_are_valid(file: Path) -> None:
    """Every YAML file of the examples is valid, as an editor reads it."""
    validator(part_of(file)).validate(as_an_editor_reads(file))


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


PROJECT = ("klima.yaml", "ziele", 0, "projekte", 0)
UNKNOWABLE = {
    (*PROJECT, "kosten"),  # a field of the profile, of which the schema of a theme knows nothing
    ("profil.yaml", "basis"),  # what a profile may leave out is known to its basis only,
    ("profil.yaml", "felder", "kosten"),  # which could have the label
    ("profil.yaml", "felder", "kosten", "bezeichnung"),
    ("profil.yaml", "ebenen", "ziele", 0),  # one level of goals; the same class as the others,
    ("profil.yaml", "ebenen", "ziele", 0, "einzahl"),  # which a basis completes
}
"""Places where a schema of one file can not know what loading the whole folder knows."""
FILE_NAMES = {
    *(("bericht.yaml", key) for key in ("archiv", "entfallen", "kapitel", "themen", "profil")),
    ("bericht.yaml", "kapitel", 0),
    ("bericht.yaml", "themen", 0),
    ("profil.yaml", "basis"),
    ("profil.yaml", "texte"),
    ("profil.yaml", "texte", "basis"),
}
"""Places where a number is read as the name of a file; the schema refuses it at once."""


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
WRONG = [
    pytest.param(path, value, id=f"{ids(path)}={value}")
    for path in INNER
    for value in VALUES
    if not (path in FILE_NAMES and isinstance(value, int))
]


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
        assert validator("Theme").is_valid(theme) == valid, value


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
