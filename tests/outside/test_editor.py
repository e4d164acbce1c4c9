"""What an editor makes of a data folder that was set up, asked over its own protocol.

The extension that VS Code is told to use, and most other editors, have yaml-language-server inside;
`npm install` in `tests/outside/node` installs it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from tests.outside.language_server import Json, Server, server

from kommunal_nh.schema.writing import set_up_vscode

PROGRAM = Path(__file__).parent.joinpath(
    "node", "node_modules", "yaml-language-server", "bin", "yaml-language-server"
)
SOEST = Path(__file__).parents[2] / "examples" / "kreis_soest"
THEME = """\
id: klima
titel: Klima
ziele:
  - id: sparen
    projekte:
      - id: allianz
        titel: Allianz
        status: umgesetz
        verantwortlich: [80.01, "65", "99.99"]
        gibtsnicht: x
        beginn: 10.2024
        ende: 2024-02-30
        zusammenarbeit: {kommunen: anröchte}
        s
"""
LINES = THEME.splitlines()


def missing() -> NoReturn:
    """Skip without the server; in CI, where it must be there, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail("not installed: yaml-language-server")
    pytest.skip("not installed: yaml-language-server")


@pytest.fixture(scope="class")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that has the report of the Kreis Soest open, set up for VS Code."""
    if not (shutil.which("node") and PROGRAM.is_file()):
        missing()
    folder = tmp_path_factory.mktemp("editor") / "daten"
    shutil.copytree(SOEST, folder, ignore=shutil.ignore_patterns("build"))
    set_up_vscode(folder)
    with server(PROGRAM, folder) as one:
        yield one


@pytest.fixture(scope="class")
def marked(editor: Server) -> dict[int, str]:
    """What is marked in a theme with mistakes: the message for each line, from 0."""
    found = editor.open("themen/7-neu.yaml", THEME)
    return {one["range"]["start"]["line"]: one["message"] for one in found}


def line_of(text: str) -> int:
    (line,) = (number for number, one in enumerate(LINES) if text in one)
    return line


def offered(editor: Server, text: str, column: int | None = None) -> dict[str, str]:
    """What is offered at the end of a line, with its explanation."""
    line = line_of(text)
    place = len(LINES[line]) if column is None else column
    answer: Json = editor.at("completion", "themen/7-neu.yaml", line, place)
    return {one["label"].strip('"'): str(one.get("documentation")) for one in answer["items"]}


class TestMarks:
    def test_exactly_the_mistakes_are_marked(self, marked: dict[int, str]) -> None:
        """Each line with a mistake is marked, and no other; 80.01 and 10.2024 are no mistakes."""
        wrong = ("umgesetz", "99.99", "gibtsnicht", "2024-02-30", "anröchte")

        last = len(LINES) - 1  # a word that is no key yet
        assert {*marked} - {last} == {line_of(text) for text in wrong}

    def test_marks_say_what_is_possible(self, marked: dict[int, str]) -> None:
        """A wrong status, unit and date are explained in German; a wrong key is named."""
        assert "möglich sind: umgesetzt, in-bearbeitung" in marked[line_of("umgesetz")]
        assert "80.01" in marked[line_of("99.99")]
        assert "kein Datum" in marked[line_of("2024-02-30")]
        assert "gibtsnicht" in marked[line_of("gibtsnicht")]

    @pytest.mark.parametrize("file", sorted(SOEST.rglob("*.yaml")), ids=lambda path: path.name)
    def test_nothing_is_marked_in_the_real_report(self, editor: Server, file: Path) -> None:
        """Every file of the example is as the editor wants it."""
        assert editor.open(file.relative_to(SOEST).as_posix(), file.read_text("utf-8")) == []

    def test_a_remark_names_the_schema(self, editor: Server) -> None:
        """In any other file a remark in its first line does, as other editors need it."""
        text = "# yaml-language-server: $schema=../.vscode/thema.schema.json\nid: klima\ntitl: x\n"
        lines = {one["range"]["start"]["line"] for one in editor.open("neu/klima.yml", text)}

        assert 2 in lines


class TestKinds:
    @pytest.mark.parametrize(
        ("name", "text", "line"),
        [
            ("bericht.yaml", "titel: T\nherausgeber: H\nstand: 2024-10-01\nthemn: x\n", 3),
            ("archiv.yaml", "- thema: a\n  projekt: b\n  report: gestern\n", 2),
            ("profil.yaml", "status:\n  neu: {bezeichnung: Neu}\n  alt: {farbe: x}\n", 2),
        ],
    )
    def test_each_kind_of_file_has_its_schema(
        self, editor: Server, name: str, text: str, line: int
    ) -> None:
        """A mistake in any kind of file is marked where it is."""
        assert {one["range"]["start"]["line"] for one in editor.open(name, text)} == {line}


@pytest.mark.usefixtures("marked")
class TestHelp:
    def test_statuses_are_offered(self, editor: Server) -> None:
        """Behind `status:` there are the ids of the profile, each with what it is called."""
        found = offered(editor, "umgesetz", len("        status: "))

        assert [*found] == ["umgesetzt", "in-bearbeitung", "in-planung", "ideenspeicher"]
        assert found["in-planung"] == "in Planung"

    def test_units_are_offered(self, editor: Server) -> None:
        """In `verantwortlich` there are the units, as they are written, with their names."""
        line = LINES[line_of("99.99")]
        found = offered(editor, "99.99", line.index("99.99"))

        assert found["80.00"] == "Sachgebiet 80.00"
        assert "wfg" in found
        assert "80.0" not in found

    def test_keys_are_offered(self, editor: Server) -> None:
        """Where a key can stand, those that are missing are offered with their explanation."""
        line = len(LINES) - 1
        answer = editor.at("completion", "themen/7-neu.yaml", line, len(LINES[line]))
        found = {one["label"]: one["documentation"] for one in answer["items"]}

        assert found["sachstand"] == "Sachstand, Markdown"
        assert "titel" not in found

    def test_keys_are_explained(self, editor: Server) -> None:
        """The mouse on a key shows what it means, in German, and what is possible."""
        found = editor.at("hover", "themen/7-neu.yaml", line_of("umgesetz"), 10)
        text = found["contents"]["value"]

        assert "Kennung eines Status aus dem Profil" in text
        assert "in Planung" in text
