"""The command line: German sentences and exit codes 0, 1 and 2, never a traceback."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from bad_input_cases import all_cases, basis
from kommunal_nh import KommunalNHError, check, load
from kommunal_nh.command import main
from kommunal_nh.schema import file_schemas, json_schema
from rights import without_superuser

ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|Error|Show|Try|such|not|found|unexpected|argument|denied|directory|"
    r"large|missing|invalid|required)\b"
)
NAME = "nachhaltigkeitsreport-musterkreis-2024-10-01"


def run(*args: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(arg) for arg in args])


def command(
    *args: str | Path | bytes,
    before: Callable[[], None] | None = None,
    env: dict[str, str] | None = None,
    **options: object,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kommunal_nh", *args],
        capture_output=True,
        check=False,
        preexec_fn=before,
        env=os.environ | (env or {}),
        **options,  # type: ignore[call-overload]
    )


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Everything that a process printed."""
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def contents(folder: Path) -> dict[str, bytes | None]:
    """Every file and folder below a folder, files with their bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small data folder without any finding."""
    return basis().write(tmp_path / "daten")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A data folder with many mistakes."""
    (case,) = (case for case in all_cases() if case.path.stem == "unknown-status")
    return case.write(tmp_path / "fehlerhaft")


# ---------------------------------------------------------------------------------------- exit 0


def test_build_writes_every_installed_format_beside_the_data(folder: Path) -> None:
    """Without further options every format is written into DIR/build and each path is printed."""
    result = run("build", folder)
    assert result.exit_code == 0, result.output
    printed = [Path(line) for line in result.stdout.splitlines()]
    suffixes = ("docx", "html", "md", "pdf", "xlsx")
    assert sorted(path.name for path in printed) == [f"{NAME}.{s}" for s in suffixes]
    assert sorted(printed) == sorted((folder / "build").iterdir())


def test_bericht_yaml_itself_names_the_folder(folder: Path) -> None:
    """The file bericht.yaml may be given instead of its folder."""
    assert run("build", folder / "bericht.yaml", "-f", "markdown").exit_code == 0
    assert [path.name for path in (folder / "build").iterdir()] == [f"{NAME}.md"]
    assert run("check", folder / "bericht.yaml").exit_code == 0


def test_the_folder_may_be_the_current_one(folder: Path) -> None:
    """`kommunal-nh build .` works inside the data folder."""
    done = command("build", ".", "-f", "markdown", cwd=folder)
    assert done.returncode == 0, said(done)
    assert (folder / "build" / f"{NAME}.md").is_file()


def test_several_formats_come_in_the_order_asked_for(folder: Path, tmp_path: Path) -> None:
    """-f may be given several times; the files are printed in that order."""
    result = run("build", folder, "-f", "markdown", "-f", "html", "-o", tmp_path / "aus")
    assert [Path(line).suffix for line in result.stdout.splitlines()] == [".md", ".html"]
    assert len(list((tmp_path / "aus").iterdir())) == 2


def test_the_same_format_twice_is_one_file(folder: Path, tmp_path: Path) -> None:
    """A format that is named twice is written once."""
    result = run("build", folder, "-f", "markdown", "-f", "markdown", "-o", tmp_path / "aus")
    assert result.exit_code == 0, result.output
    assert len(result.stdout.splitlines()) == 1


def test_out_may_be_the_file_itself(folder: Path, tmp_path: Path) -> None:
    """With one format and its suffix, -o names the file; missing folders are made."""
    target = tmp_path / "neu" / "tief" / "Mein Report.md"
    result = run("build", folder, "-f", "markdown", "-o", target)
    assert result.exit_code == 0, result.output
    assert [path.name for path in target.parent.iterdir()] == ["Mein Report.md"]


def test_out_may_be_a_folder_that_looks_like_a_file(folder: Path, tmp_path: Path) -> None:
    """A folder named like a file stays a folder, and the file is put into it."""
    (tmp_path / "aus.md").mkdir()
    assert run("build", folder, "-f", "markdown", "-o", tmp_path / "aus.md").exit_code == 0
    assert [path.name for path in (tmp_path / "aus.md").iterdir()] == [f"{NAME}.md"]


def test_building_again_replaces_the_files(folder: Path) -> None:
    """A second build gives the same bytes and leaves nothing else behind."""
    run("build", folder)
    first = contents(folder / "build")
    (folder / "build" / f"{NAME}.md").write_text("alt")
    assert run("build", folder).exit_code == 0
    assert contents(folder / "build") == first


def test_check_of_good_data(folder: Path) -> None:
    """Data without findings gives one German sentence and exit code 0."""
    result = run("check", folder)
    assert (result.exit_code, result.stdout) == (0, "Keine Befunde.\n")


def test_warnings_do_not_fail(folder: Path) -> None:
    """Warnings and hints are printed, exit code 0, and the report is built."""
    with (folder / "bericht.yaml").open("a", encoding="utf-8") as file:
        file.write("archiv: [{thema: Altes Thema, projekt: Ladesäulen, report: 2022-10-01}]\n")
    result = run("check", folder)
    assert result.exit_code == 0, result.output
    assert "Warnung [unknown-theme]" in result.stdout
    assert run("build", folder, "-f", "markdown").exit_code == 0


def test_formats_lists_name_suffix_and_media_type() -> None:
    """`formats` prints one line for each installed format."""
    rows = [line.split() for line in run("formats").stdout.splitlines()]
    assert ["markdown", ".md", "text/markdown"] in [row[:3] for row in rows]
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert {"docx", "html", "markdown", "pdf"} <= {row[0] for row in rows}


def test_schema_prints_and_writes_the_same(tmp_path: Path) -> None:
    """`schema` prints the JSON Schema, or writes it into the file that -o names."""
    printed = run("schema").stdout
    assert json.loads(printed) == json_schema()
    result = run("schema", "-o", tmp_path / "neu" / "schema.json")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "neu" / "schema.json").read_text("utf-8") == printed


def test_schema_writes_a_file_for_each_kind(folder: Path, tmp_path: Path) -> None:
    """With a folder as target there is a schema for each kind of file; DIR gives it its names."""
    for args, report in (((), None), ((folder,), load(folder))):
        result = run("schema", *args, "-o", tmp_path / "schemas")
        assert result.exit_code == 0, result.output
        files = [Path(line) for line in result.stdout.splitlines()]
        assert sorted(files) == sorted((tmp_path / "schemas").iterdir())
        found = {file.name: json.loads(file.read_text("utf-8")) for file in files}
        assert found == {f"{kind}.schema.json": one for kind, one in file_schemas(report).items()}


def test_schema_of_a_report_is_printed(folder: Path) -> None:
    """`schema DIR` prints the schema of that report."""
    assert json.loads(run("schema", folder).stdout) == json_schema(load(folder))


def test_schema_sets_vscode_up(folder: Path) -> None:
    """`schema --vscode DIR` prints the files that it writes into DIR/.vscode."""
    result = run("schema", "--vscode", folder)
    assert result.exit_code == 0, result.output
    files = {Path(line) for line in result.stdout.splitlines()}
    assert files == {*(folder / ".vscode").iterdir()}


def test_schema_of_what_is_no_report(folder: Path) -> None:
    """Without a report to be read there are findings, exit code 1 and no file."""
    (folder / "bericht.yaml").write_text("[]", "utf-8")
    result = run("schema", "--vscode", folder)
    assert result.exit_code == 1
    assert "wrong-value" in result.stdout
    assert not (folder / ".vscode").exists()


@pytest.mark.parametrize("args", [["-h"], ["--help"], *([name, "-h"] for name in main.commands)])
def test_help_is_german(args: Sequence[str]) -> None:
    """Help has exit code 0 and no word of click's English."""
    result = run(*args)
    assert result.exit_code == 0
    assert result.stdout.startswith("Aufruf: ")
    assert not ENGLISH.findall(result.stdout)


def test_every_option_and_command_has_a_help_text() -> None:
    """No command and no option stands in the help without a word about it."""
    for name, each in main.commands.items():
        assert each.help, name
        for param in each.params:
            assert isinstance(param, click.Argument) or param.help, (name, param.name)


def test_version() -> None:
    """--version prints the name and the version."""
    assert re.fullmatch(r"kommunal-nh \d+\.\d+\.\d+\S*\n", run("--version").stdout)


# ---------------------------------------------------------------------------------------- exit 1


def test_check_prints_every_finding_and_their_number(broken: Path) -> None:
    """Errors give exit code 1, each in a line that editors can jump to, and a sum."""
    result = run("check", broken)
    findings = check(broken)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:-1] == [str(finding) for finding in findings]
    assert result.stdout.splitlines()[-1].startswith(f"{len(findings)} Fehler")


def test_check_as_json_holds_the_same(broken: Path) -> None:
    """--json prints every finding with rule, severity, file, line, message, and nothing else."""
    result = run("check", broken, "--json")
    assert result.exit_code == 1
    rows = json.loads(result.stdout)
    findings = check(broken)
    assert [(row["rule"], row["file"], row["line"], row["message"]) for row in rows] == [
        (found.rule, found.file, found.line, found.message) for found in findings
    ]
    assert {row["severity"] for row in rows} == {"error"}


def test_check_as_json_of_good_data_is_an_empty_list(folder: Path) -> None:
    """Without findings --json prints an empty list and the exit code is 0."""
    result = run("check", folder, "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_build_refuses_errors(broken: Path) -> None:
    """Errors give exit code 1, all findings, the sentence that nothing was built, and no file."""
    before = contents(broken)
    result = run("build", broken)
    assert result.exit_code == 1
    assert "Es wurde nichts geschrieben." in result.stderr
    for finding in check(broken):
        assert str(finding) in result.output
    assert contents(broken) == before


def test_strict_refuses_warnings(folder: Path) -> None:
    """With --strict a warning gives exit code 1, all findings and no file; good data is built."""
    assert run("build", folder, "--strict", "-f", "markdown").exit_code == 0
    with (folder / "bericht.yaml").open("a", encoding="utf-8") as file:
        file.write("archiv: [{thema: Altes Thema, projekt: Ladesäulen, report: 2022-10-01}]\n")
    before = contents(folder)
    result = run("build", folder, "--strict", "-f", "markdown")
    assert result.exit_code == 1
    assert "Warnung [" in result.stdout
    assert "Es wurde nichts geschrieben." in result.stderr
    assert contents(folder) == before
    assert run("build", folder, "-f", "markdown").exit_code == 0


def test_every_bad_folder_ends_without_a_traceback(tmp_path: Path) -> None:
    """Each case of tests/golden/bad_input gives exit code 0, 1 or 2 and sentences."""
    for case in all_cases():
        place = case.write(tmp_path / case.path.stem)
        for args in (["check", str(place)], ["build", str(place), "-f", "markdown"]):
            result = run(*args)
            assert result.exit_code in (0, 1, 2), case.path.stem
            assert isinstance(result.exception, SystemExit | None), case.path.stem


# ---------------------------------------------------------------------------------------- exit 2

WRONG_USE = {
    "no command": ([], "Aufruf: "),
    "unknown command": (["buidl", "DIR"], "Meinten Sie „build“?"),
    "unknown option": (["build", "DIR", "--fromat", "html"], "Meinten Sie „--format“?"),
    "unknown option of check": (["check", "DIR", "--jsn"], "Meinten Sie „--json“?"),
    "missing DIR": (["build"], "Die Angabe DIR... fehlt."),
    "missing DIR of check": (["check"], "Die Angabe DIR fehlt."),
    "missing value": (["build", "DIR", "-f"], "-f"),
    "too many": (["check", "DIR", "DIR"], "mehr Angaben als nötig"),
    "too many for formats": (["formats", "DIR"], "mehr Angaben als nötig"),
    "flag with a value": (["check", "DIR", "--json=ja"], "--json"),
    "no such folder": (["build", "DIR/fehlt"], "keine Datei bericht.yaml"),
    "folder without bericht": (["check", "DIR/themen"], "keine Datei bericht.yaml"),
    "a file that is no bericht": (["check", "DIR/themen/klima.yaml"], "keine Datei bericht.yaml"),
    "unknown format": (["build", "DIR", "-f", "dokx"], "Meinten Sie „docx“?"),
    "format in capitals": (["build", "DIR", "-f", "DOCX"], "Meinten Sie „docx“?"),
    "format nothing like it": (["build", "DIR", "-f", "xyz"], "html"),
    "empty format": (["build", "DIR", "-f", ""], "Format"),
    "one of two formats": (["build", "DIR", "-f", "html", "-f", "epub"], "epub"),
    "template that is not there": (
        ["build", "DIR", "-f", "docx", "--template", "DIR/haus.docx"],
        "haus.docx",
    ),
    "template that is a folder": (
        ["build", "DIR", "-f", "docx", "--template", "DIR/themen"],
        "themen",
    ),
    "template that is no Word file": (
        ["build", "DIR", "-f", "docx", "--template", "DIR/bericht.yaml"],
        "bericht.yaml",
    ),
    "out below a file": (["build", "DIR", "-o", "DIR/bericht.yaml/aus"], "bericht.yaml"),
    "a wrong place": (["schema", "-o", "DIR/" + "a" * 300], "Fehler: "),
    "out is a file": (["build", "DIR", "-o", "DIR/bericht.yaml"], "bericht.yaml"),
    "one file for all formats": (["build", "DIR", "-o", "DIR/report.docx"], "report.docx"),
    "schema below a file": (["schema", "-o", "DIR/bericht.yaml/s.json"], "bericht.yaml"),
    "schema where there is none": (["schema", "DIR/themen"], "keine Datei bericht.yaml"),
    "schemas below a file": (["schema", "-o", "DIR/bericht.yaml/s"], "bericht.yaml"),
    "vscode without DIR": (["schema", "--vscode"], "den Ordner mit der Datei bericht.yaml"),
    "vscode somewhere else": (["schema", "--vscode", "DIR", "-o", "DIR/s"], "ohne -o"),
    "DIR too long": (["check", "DIR/" + "a" * 5000], "Fehler: "),
    "out too long": (["build", "DIR", "-o", "DIR/" + "a" * 300], "Fehler: "),
}


@pytest.mark.parametrize(("args", "sentence"), WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_is_explained(folder: Path, args: list[str], sentence: str) -> None:
    """A wrong call gives exit code 2, says in German what is wrong, and changes no file."""
    before = contents(folder)
    result = run(*(arg.replace("DIR", str(folder), 1) for arg in args))
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 2, result.output
    shown = result.output.replace(str(folder), "DIR")
    assert sentence in shown
    assert not ENGLISH.findall(shown.replace("--", "").replace("--format", ""))
    assert contents(folder) == before


def test_a_target_that_is_a_folder_leaves_the_other_files_as_they_were(folder: Path) -> None:
    """When one file can not be put in its place, none of the others is replaced either."""
    (out := folder / "build").mkdir()
    for suffix in ("docx", "html"):
        (out / f"{NAME}.{suffix}").write_text("alt")
    (out / f"{NAME}.md" / "belegt").mkdir(parents=True)
    before = contents(out)
    result = run("build", folder)
    assert result.exit_code == 2, result.output
    assert f"{NAME}.md" in result.stderr
    assert contents(out) == before


@pytest.mark.skipif(os.name == "nt", reason="file size limits are those of POSIX")
@pytest.mark.parametrize("limit", ["small", "one byte short"])
def test_a_full_disk_leaves_everything_as_it_was(folder: Path, limit: str) -> None:
    """When writing fails half-way, no file is new, changed or left over, and a sentence says so."""
    assert run("build", folder).exit_code == 0
    out = folder / "build"
    largest = max(path.stat().st_size for path in out.iterdir())
    size = 500 if limit == "small" else largest - 1
    for path in out.iterdir():
        path.write_text("alt")
    before = contents(folder)
    done = command(
        "build",
        folder,
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        env={
            "PYTHONDONTWRITEBYTECODE": "1",
            "COVERAGE_PROCESS_CONFIG": "",
        },  # neither fits the limit
    )
    assert done.returncode == 2, said(done)
    assert "Traceback" not in said(done)
    assert "konnte nicht geschrieben werden" in said(done)
    assert contents(folder) == before


@pytest.fixture
def only_to_read() -> Iterator[Path]:
    """A data folder that everyone may read and nobody may write."""
    with tempfile.TemporaryDirectory() as name:
        place = basis().write(Path(name) / "daten")
        run("build", place, "-f", "markdown", "-o", Path(name) / "aus")  # everything is imported
        run("schema", place, "-o", Path(name) / "aus")
        Path(name).chmod(0o755)
        place.chmod(0o555)
        with without_superuser():
            yield place
        place.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="users and rights are those of POSIX")
def test_a_folder_without_the_right_to_write(only_to_read: Path) -> None:
    """Who may not write there gets exit code 2 and the reason; who asks for findings gets them."""
    built = run("build", only_to_read, "-f", "markdown")
    assert built.exit_code == 2, built.output
    assert "konnte nicht geschrieben werden" in built.stderr
    assert str(only_to_read / "build") in built.stderr
    assert not (only_to_read / "build").exists()
    assert run("check", only_to_read).exit_code == 0
    result = run("schema", "--vscode", only_to_read)
    assert (result.exit_code, isinstance(result.exception, SystemExit)) == (2, True)
    assert "konnte nicht geschrieben werden" in result.output


# ------------------------------------------------------------------------------ terminals and pipes


@pytest.mark.skipif(os.name == "nt", reason="pipes are those of POSIX")
def test_a_reader_that_goes_away_is_no_error() -> None:
    """`kommunal-nh schema | head -c 1` ends in silence."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "kommunal_nh", "schema"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_a_terminal_that_knows_few_characters(folder: Path, encoding: str) -> None:
    """Findings with characters that the terminal does not know are printed all the same."""
    text = "id: klima\ntitel: Klima ►\nziele:\n  - id: 'ziel→eins'\n    text: Ziel 🌍\n"
    (folder / "themen" / "klima.yaml").write_text(text, "utf-8")
    done = command("check", folder, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert done.returncode == 1, said(done)
    assert b"Traceback" not in done.stderr
    assert b"[invalid-id]" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes are those of Linux")
def test_a_folder_whose_name_is_not_utf8(tmp_path: Path) -> None:
    """A folder with bytes in its name that are no UTF-8 is built, and its absence is a sentence."""
    place = os.fsencode(tmp_path) + b"/gr\xfcn"
    shutil.copytree(os.fsencode(basis().write(tmp_path / "daten")), place)
    done = command("build", place, "-f", "markdown")
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0, said(done)
    done = command("check", place + b"\xff")
    assert b"Traceback" not in done.stderr
    assert done.returncode == 2, said(done)


def test_an_interrupt_is_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C gives exit code 130 and one word, and nothing half written."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kommunal_nh.building.assemble", interrupted)
    before = contents(folder)
    result = run("build", folder, "-f", "markdown")
    assert result.exit_code == 130
    assert result.stderr.strip() == "Abgebrochen."
    assert contents(folder) == before


def test_every_exception_of_the_library_is_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever an exporter refuses comes out as one line and exit code 2."""

    def refuses(*_: object) -> None:
        raise KommunalNHError("Das Format kann keine Bilder.")

    monkeypatch.setattr("kommunal_nh_markdown.exporter.MarkdownExporter.write", refuses)
    result = run("build", folder, "-f", "markdown")
    assert (result.exit_code, result.stderr) == (2, "Fehler: Das Format kann keine Bilder.\n")
    assert not (folder / "build").exists()


def test_the_command_starts_without_the_heavy_parts() -> None:
    """Help is shown without loading what only exporters need."""
    code = (
        "import sys; from kommunal_nh.command import main; main(['-h'], standalone_mode=False);"
        "print(*(name for name in ('docx', 'lxml', 'jinja2') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == ""
