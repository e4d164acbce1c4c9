"""Bad input: everything wrong is found at once, with place and remedy, and nothing is written.

The cases are the text files in tests/golden/bad_input; `UPDATE_GOLDEN=1 pytest` writes what is
found now into them, to be read before it is kept.
"""

from __future__ import annotations

import os
import re
import tempfile
import tracemalloc
from pathlib import Path

import pytest

from bad_input_cases import Case, all_cases, basis
from kommunal_nh import DataError, Finding, Severity, build, check, load
from kommunal_nh.rules import RULES
from rights import without_superuser

FORMAT = ["markdown"]
REMEDY = re.compile(
    r"[Bb]itte|Meinten Sie|[Mm]öglich|erwartet|müssen|nur einmal|verlangt|1 bis 17|gelten ab"
    r"|liegt vor dem Beginn"
)
each_case = pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.path.stem)
each_error = pytest.mark.parametrize(
    "case",
    [case for case in all_cases() if any(" Fehler [" in line for line in case.expected)],
    ids=lambda case: case.path.stem,
)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def has_error(findings: list[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


@each_case
def test_every_finding_of_a_case_is_as_expected(case: Case, tmp_path: Path) -> None:
    """`check` reports exactly the findings that the case lists: rule, file, line and sentence."""
    found = [str(finding) for finding in check(case.write(tmp_path / "daten"))]
    if os.environ.get("UPDATE_GOLDEN"):
        case.rewrite(found)
        return
    assert found == list(case.expected)


@each_error
def test_nothing_is_written_for_a_folder_with_errors(case: Case, tmp_path: Path) -> None:
    """`build` refuses errors: no output folder appears and what is there stays byte for byte."""
    folder = case.write(tmp_path / "daten")
    before = contents(tmp_path)
    with pytest.raises(DataError):
        build(folder, FORMAT)
    with pytest.raises(DataError):
        build(folder, FORMAT, tmp_path / "neu")
    assert contents(tmp_path) == before
    assert not (folder / "build").exists()
    assert not (tmp_path / "neu").exists()


@each_error
def test_an_existing_output_survives_a_folder_with_errors(case: Case, tmp_path: Path) -> None:
    """A report that was built before is neither changed nor removed when the data has errors."""
    folder = case.write(tmp_path / "daten")
    (out := folder / "build").mkdir()
    for suffix in ("md", "docx", "html"):
        (out / f"nachhaltigkeitsreport-musterkreis-2024-10-01.{suffix}").write_bytes(b"\0alt")
    before = contents(tmp_path)
    with pytest.raises(DataError):
        build(folder)
    assert contents(tmp_path) == before


@each_case
def test_the_exception_carries_what_check_finds(case: Case, tmp_path: Path) -> None:
    """`load` raises with the very findings of `check`, or returns a report if there is no error."""
    folder = case.write(tmp_path / "daten")
    findings = check(folder)
    if not has_error(findings):
        assert load(folder).title
        return
    with pytest.raises(DataError) as raised:
        load(folder)
    assert list(raised.value.findings) == findings


@each_case
def test_every_finding_has_place_severity_and_remedy(case: Case, tmp_path: Path) -> None:
    """A finding has a rule with its severity, a place that exists, and says what to do."""
    folder = case.write(tmp_path / "daten")
    for finding in check(folder):
        assert finding.severity is RULES[finding.rule], finding
        assert REMEDY.search(finding.message), finding
        assert finding.message.rstrip("“").endswith((".", "?")), finding
        assert finding.line in _lines(folder / finding.file), finding


def _lines(file: Path) -> range:
    """The lines that a finding about a file can name; none if there is no such file."""
    if not file.is_file():
        return range(1)
    return range(1, max(len(file.read_bytes().splitlines()), 1) + 1)


def test_the_basis_has_nothing_wrong(tmp_path: Path) -> None:
    """Every finding of a case comes from what the case changed, since the basis has none."""
    assert check(basis().write(tmp_path / "daten")) == []


def test_every_rule_is_provoked_by_a_case(tmp_path: Path) -> None:
    """Each rule of the core has a case that breaks it, and no finding has another rule."""
    provoked = {
        finding.rule
        for case in all_cases()
        for finding in check(case.write(tmp_path / case.path.stem))
    }
    assert sorted(RULES.keys() - provoked) == []
    assert sorted(provoked - RULES.keys()) == []


def test_a_folder_with_many_mistakes_reports_all_of_them(tmp_path: Path) -> None:
    """Twenty different mistakes in one folder give at least twenty rules at once."""
    (case,) = (case for case in all_cases() if case.path.stem == "many-at-once")
    findings = check(case.write(tmp_path / "daten"))
    assert len({finding.rule for finding in findings}) >= 20


def test_an_alias_bomb_costs_nothing(tmp_path: Path) -> None:
    """Nine lines that stand for a billion words are refused within a megabyte of memory."""
    (case,) = (case for case in all_cases() if case.path.stem == "yaml-alias-bomb")
    folder = case.write(tmp_path / "daten")
    check(folder)
    tracemalloc.start()
    findings = check(folder)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [finding.rule for finding in findings] == ["yaml-alias"]
    assert peak < 1_000_000


def test_deep_nesting_is_refused_before_the_stack_ends(tmp_path: Path) -> None:
    """A hundred thousand brackets are a finding, not an exhausted stack."""
    folder = basis().write(tmp_path / "daten")
    for opening in ("[", "{a: ", "- "):
        (folder / "themen" / "tief.yaml").write_text("id: tief\ntitel: " + opening * 100_000)
        rules = {finding.rule for finding in check(folder)}
        assert rules == {"yaml-syntax"}, opening


def test_deep_markdown_is_read_or_refused(tmp_path: Path) -> None:
    """Thousands of nested quotes, lists, brackets or emphasis end in a report or in findings."""
    folder = basis().write(tmp_path / "daten")
    chapter = folder / "kapitel" / "einleitung.md"
    for text in (">" * 5000, "- " * 2000 + "x", "[" * 5000, "*a **b " * 2000, "![" * 1000):
        chapter.write_text(f"# Einleitung\n\n{text}\n")
        if not has_error(check(folder)):
            assert build(folder, FORMAT, tmp_path / "aus")


def test_tags_run_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A YAML tag that would call a program leaves no trace of having run."""
    monkeypatch.chdir(tmp_path)
    (case,) = (case for case in all_cases() if case.path.stem == "yaml-tag")
    assert has_error(check(case.write(tmp_path / "daten")))
    assert not (tmp_path / "gelesen").exists()


def test_a_picture_outside_the_folder_is_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that leaves the folder is refused even where the file is there and is a picture."""
    from bad_input_cases import IMAGE

    folder = basis().write(tmp_path / "daten")
    (tmp_path / "logo.png").write_bytes(IMAGE)
    (folder / "fest.png").symlink_to(tmp_path / "logo.png")
    read: list[Path] = []
    true_read = Path.read_bytes

    def noted(path: Path) -> bytes:
        read.append(path)
        return true_read(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    for source in ("../logo.png", f"{tmp_path}/logo.png", "fest.png", "bilder/../../logo.png"):
        text = f"# Einleitung\n\n![Logo]({source})\n"
        (folder / "kapitel" / "einleitung.md").write_text(text)
        assert has_error(check(folder)), source
    assert not [path for path in read if path.resolve() == (tmp_path / "logo.png").resolve()]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("themen/klima.yaml", "themen/klima.yaml ist nicht lesbar: dort ist keine gewöhnliche"),
        ("kapitel/einleitung.md", "kapitel/einleitung.md ist nicht lesbar: dort ist keine"),
        ("kapitel/logo.png", "kapitel/logo.png"),
        ("ausgaben/2024-04-01.json", "2024-04-01.json ist nicht lesbar: dort ist keine"),
    ],
)
def test_a_pipe_instead_of_a_file_does_not_wait(tmp_path: Path, name: str, said: str) -> None:
    """Nobody will ever write to a pipe that came with a folder, so it is not read."""
    folder = basis().write(tmp_path / "daten")
    (folder / "kapitel" / "bild.md").write_text("# Bild\n\n![Logo](kapitel/logo.png)\n")
    text = (
        (folder / "bericht.yaml")
        .read_text()
        .replace("einleitung.md", "einleitung.md, kapitel/bild.md")
    )
    (folder / "bericht.yaml").write_text(text)
    (folder / name).unlink(missing_ok=True)
    (folder / name).parent.mkdir(exist_ok=True)
    os.mkfifo(folder / name)

    assert said in "\n".join(map(str, check(folder)))


@pytest.mark.skipif(os.name == "nt", reason="users and rights are those of POSIX")
def test_a_file_that_may_not_be_read_is_a_finding() -> None:
    """A theme without the right to read it is named, with the reason."""
    with tempfile.TemporaryDirectory() as name:
        folder = basis().write(Path(name) / "daten")
        Path(name).chmod(0o755)
        (folder / "themen" / "klima.yaml").chmod(0)
        with without_superuser():
            (finding,) = check(folder)
    assert (finding.rule, finding.line) == ("missing-file", 1)
    assert "themen/klima.yaml ist nicht lesbar" in finding.message
    assert REMEDY.search(finding.message)
