"""Schema and loading say the same of generated data folders, whole and spoiled."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random

import jsonschema
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import editor
from costs import dear
from kommunal_nh import Report, all_projects, check
from kommunal_nh.saving.new_folder import new_folder
from kommunal_nh.saving.plain import plain
from kommunal_nh.schema import file_schemas
from kommunal_nh.testing import reports
from spoiling import Json, Place, spoiled

FORM = {"unknown-key", "missing-key", "wrong-value"}
"""Rules about the form of the data, which a schema of any report can know."""
NAMES = {
    "unknown-status", "unknown-unit", "unknown-municipality", "unknown-module",
    "missing-extra-field",
}  # fmt: skip
"""Rules that a schema made for one report can know as well."""
ROWS: dict[str, Json] = {
    "archiv": {"thema": "Früheres Thema", "projekt": "Ladesäulen", "report": "2022-04-01"},
    "entfallen": {"projekt": "Carport", "grund": "zu teuer"},
}
ROOT = "bericht.yaml"
VARIANTS = 10
"""How often each file of a folder is spoiled."""
small = reports().filter(lambda report: len(list(all_projects(report))) < 60)
"""Large reports say nothing new here and take their time."""
quickly = settings(dear, phases=set(Phase) - {Phase.shrink})
"""What a seed decides can not be made smaller; looking for it would take minutes."""
seeds = st.integers(0, 2**32)
KNOWN_FROM = {"profil", "einheiten", "kommunen"}
"""Keys of bericht.yaml from which a schema for one report knows names."""


def files_of(report: Report) -> dict[str, Json]:
    """A data folder as plain values, with a file of each kind."""
    files = {
        name: editor.read(content.decode())
        for name, content in new_folder(report).items()
        if name.endswith(".yaml")
    }
    files["profil.yaml"] = plain(report.profile)
    for key, row in ROWS.items():
        files.setdefault(f"{key}.yaml", [row])
    own = {key: f"{key}.yaml" for key in ("profil", *ROWS)}
    return {**files, ROOT: {**files[ROOT], **own}}


def kind_of(name: str) -> str:
    return "thema" if name.startswith("themen/") else name.removesuffix(".yaml")


@contextmanager
def folder_of(report: Report) -> Iterator[tuple[Path, dict[str, Json]]]:
    """A data folder, and its YAML files as plain values."""
    files = files_of(report)
    with tempfile.TemporaryDirectory() as name:
        for path, content in new_folder(report).items():
            write(Path(name) / path, content.decode())
        for path, value in files.items():
            write(Path(name) / path, editor.written(value))
        yield Path(name), files


def rules_of(folder: Path, name: str, value: Json) -> set[str]:
    """The rules that a file of the folder breaks if it says something else."""
    before = (folder / name).read_bytes()
    write(folder / name, editor.written(value))
    rules = {finding.rule for finding in check(folder) if finding.file == name}
    (folder / name).write_bytes(before)
    return rules


def write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")


def complaints(schema: Json, value: Json) -> list[str]:
    """What an editor would mark."""
    seen = editor.read(editor.written(value))
    errors = jsonschema.Draft202012Validator(schema).iter_errors(seen)
    return [f"{error.json_path}: {error.message[:200]}" for error in errors]


@cache
def of_any_report() -> dict[str, Json]:
    return file_schemas()


def known_elsewhere(place: Place) -> bool:
    """Whether changing a place of bericht.yaml changes what names there are."""
    return not place or place[0] in KNOWN_FROM


class TestOneReport:
    """Schemas made for the report that lies in the folder."""

    @quickly
    @given(report=small, seed=seeds)
    def test_they_know_its_names(self, report: Report, seed: int) -> None:
        """A theme, or bericht.yaml, is refused by both or by neither; names count."""
        schemas, chance = file_schemas(report), Random(seed)
        with folder_of(report) as (folder, files):
            names = [name for name in files if kind_of(name) == "thema"]
            for name in chance.sample(names, min(3, len(names))):
                for _ in range(VARIANTS):
                    value = spoiled(files[name], chance)
                    self.agree(folder, name, value, schemas["thema"])
            for _ in range(VARIANTS):
                value = spoiled(files[ROOT], chance, lambda place: not known_elsewhere(place))
                self.agree(folder, ROOT, value, schemas["bericht"])

    def agree(self, folder: Path, name: str, value: Json, schema: Json) -> None:
        rules = rules_of(folder, name, value)
        marked = complaints(schema, value)

        assert bool(marked) == bool(rules & (FORM | NAMES)), (marked[:3], rules, value)

    @quickly
    @given(report=small, seed=seeds)
    def test_those_of_any_report_allow_more(self, report: Report, seed: int) -> None:
        """What the schemas of a report accept, those of any report accept, too."""
        schemas, chance = file_schemas(report), Random(seed)
        for name, file in files_of(report).items():
            for _ in range(VARIANTS):
                value = spoiled(file, chance)
                if not complaints(schemas[kind_of(name)], value):
                    assert complaints(of_any_report()[kind_of(name)], value) == []


class TestAnyReport:
    """Schemas that know no report; of the fields of projects they know only the common ones."""

    @quickly
    @given(report=small, seed=seeds)
    def test_archive_and_withdrawn_projects(self, report: Report, seed: int) -> None:
        """A list of former projects is refused by both or by neither."""
        with folder_of(report) as (folder, files):
            for name in ("archiv.yaml", "entfallen.yaml"):
                self.agree(folder, name, files[name], Random(seed))

    @quickly
    @given(report=small, basis=st.sampled_from((None, "soest", "standard")), seed=seeds)
    def test_profiles(self, report: Report, basis: str | None, seed: int) -> None:
        """A profile is refused by both or by neither, also where it builds on another."""
        with folder_of(report) as (folder, files):
            profile = {**files["profil.yaml"], **({"basis": basis} if basis else {})}
            self.agree(folder, "profil.yaml", profile, Random(seed))

    def agree(self, folder: Path, name: str, file: Json, chance: Random) -> None:
        for _ in range(VARIANTS):
            value = spoiled(file, chance)
            rules = rules_of(folder, name, value)
            marked = complaints(of_any_report()[kind_of(name)], value)

            if "unknown-profile" not in rules:  # without its basis a profile is not looked at
                assert bool(marked) == bool(rules & FORM), (marked[:3], rules, value)
