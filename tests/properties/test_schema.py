"""Schema and loading say the same of generated data folders, whole and spoiled."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import jsonschema
from hypothesis import assume, given
from hypothesis import strategies as st

import editor
from kommunal_nh import Report, check
from kommunal_nh.saving.new_folder import new_folder
from kommunal_nh.saving.plain import plain
from kommunal_nh.schema import file_schemas
from spoiling import Json, spoiled
from strategies import reports

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
    return {**files, "bericht.yaml": {**files["bericht.yaml"], **own}}


def kind_of(name: str) -> str:
    return "thema" if name.startswith("themen/") else name.removesuffix(".yaml")


def found(report: Report, files: dict[str, Json], name: str) -> set[str]:
    """The rules that loading a folder finds broken in one of its files."""
    with tempfile.TemporaryDirectory() as folder:
        for path, content in new_folder(report).items():
            if path.endswith(".md"):
                write(Path(folder) / path, content.decode())
        for path, value in files.items():
            write(Path(folder) / path, editor.written(value))
        return {finding.rule for finding in check(folder) if finding.file == name}


def write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")


def complaints(schema: Json, value: Json) -> list[str]:
    """What an editor would mark."""
    validator = jsonschema.Draft202012Validator(schema)
    seen = editor.read(editor.written(value))
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(seen)]


@cache
def of_any_report() -> dict[str, Json]:
    return file_schemas()


class TestOneReport:
    """Schemas made for the report that lies in the folder."""

    @given(report=reports(), data=st.data())
    def test_they_know_its_names(self, report: Report, data: st.DataObject) -> None:
        """A theme, or bericht.yaml, is refused by both or by neither; names count."""
        files = files_of(report)
        names = [name for name in files if kind_of(name) in ("thema", "bericht")]
        name = data.draw(st.sampled_from(names))
        kept = [KNOWN_FROM if name == "bericht.yaml" else set()]
        allowed = lambda path: not path or path[0] not in kept[0]  # noqa: E731
        files[name] = data.draw(spoiled(files[name], allowed))
        rules = found(report, files, name) & (FORM | NAMES)
        marked = complaints(file_schemas(report)[kind_of(name)], files[name])

        assert bool(marked) == bool(rules), (marked[:3], rules, files[name])

    @given(report=reports(), data=st.data())
    def test_those_of_any_report_allow_more(self, report: Report, data: st.DataObject) -> None:
        """What the schemas of a report accept, those of any report accept, too."""
        files = files_of(report)
        name = data.draw(st.sampled_from([*files]))
        value = data.draw(spoiled(files[name]))
        assume(not complaints(file_schemas(report)[kind_of(name)], value))

        assert complaints(of_any_report()[kind_of(name)], value) == []


class TestAnyReport:
    """Schemas that know no report; of the fields of projects they know only the common ones."""

    @given(report=reports(), data=st.data())
    def test_archive_and_withdrawn_projects(self, report: Report, data: st.DataObject) -> None:
        """A list of former projects is refused by both or by neither."""
        files = files_of(report)
        names = [name for name in files if kind_of(name) in ("archiv", "entfallen")]
        self.agree(report, files, data.draw(st.sampled_from(names)), data)

    @given(report=reports(), basis=st.sampled_from((None, "soest", "standard")), data=st.data())
    def test_profiles(self, report: Report, basis: str | None, data: st.DataObject) -> None:
        """A profile is refused by both or by neither, also where it builds on another."""
        files = files_of(report)
        if basis:
            files["profil.yaml"]["basis"] = basis
        self.agree(report, files, "profil.yaml", data)

    def agree(self, report: Report, files: dict[str, Json], name: str, data: st.DataObject) -> None:
        files[name] = data.draw(spoiled(files[name]))
        rules = found(report, files, name)
        assume("unknown-profile" not in rules)  # without its basis a profile is not looked at
        marked = complaints(of_any_report()[kind_of(name)], files[name])

        assert bool(marked) == bool(rules & FORM), (marked[:3], rules, files[name])
