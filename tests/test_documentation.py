"""The documentation: what the library has is described, and every example in it works."""

from __future__ import annotations

import inspect
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs
import click
import pytest

import kommunal_nh
from kommunal_nh import document, hookspecs, testing
from kommunal_nh.assembly.parts import PARTS
from kommunal_nh.command import main
from kommunal_nh.fields import keys_of
from kommunal_nh.labels import Labels
from kommunal_nh.loading.profiles import shipped_profiles
from kommunal_nh.loading.source import parse_yaml
from kommunal_nh.model import (
    ArchiveEntry,
    Chapter,
    Cooperation,
    Council,
    Goal,
    Part,
    Project,
    Report,
    Theme,
    Withdrawn,
)
from kommunal_nh.profile import (
    ExtraField,
    FieldKind,
    Level,
    Levels,
    NumberingScheme,
    Profile,
    Stage,
    Status,
)
from kommunal_nh.rules import RULES

REPOSITORY = Path(__file__).parents[1]
DOCS = REPOSITORY / "docs"
PAGES = sorted(
    [
        *(REPOSITORY / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
        *DOCS.rglob("*.md"),
        *(path for path in REPOSITORY.glob("examples/*/*.md") if path.parent.name != "build"),
    ]
)
each_page = pytest.mark.parametrize(
    "page", PAGES, ids=lambda path: path.relative_to(REPOSITORY).as_posix()
)


@attrs.frozen
class Block:
    """A fenced block of a page: its language, its text, and the line where the text begins.

    What stands behind the language is the name of the file that the block is.
    """

    language: str
    text: str
    line: int
    name: str = ""


@cache
def blocks(page: Path) -> tuple[Block, ...]:
    """Every fenced block of a page."""
    found: list[Block] = []
    opened: tuple[str, int, list[str], str] | None = None
    for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
        fence = re.match(r"^ {0,3}```(\w*) ?([\w./-]*)", line)
        if opened is not None and fence:
            found.append(Block(opened[0], "\n".join(opened[2]) + "\n", opened[1], opened[3]))
            opened = None
        elif fence:
            opened = (fence[1], number + 1, [], fence[2])
        elif opened is not None:
            opened[2].append(line)
    assert opened is None, f"{page.name}: a fenced block is not closed"
    return tuple(found)


def pages_with(language: str) -> list[Path]:
    """The pages that have a block of a language."""
    return [page for page in PAGES if any(block.language == language for block in blocks(page))]


def with_blocks(language: str) -> pytest.MarkDecorator:
    """Run a test for each page that has a block of a language."""
    names = [page.relative_to(REPOSITORY).as_posix() for page in pages_with(language)]
    return pytest.mark.parametrize("page", pages_with(language), ids=names)


# ------------------------------------------------------------------------- every example works


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the examples in the documentation use, to run them in."""
    root = tmp_path_factory.mktemp("repository")
    for name in ("examples", "docs"):
        ignored = shutil.ignore_patterns("build", "__pycache__")
        shutil.copytree(REPOSITORY / name, root / name, ignore=ignored)
    (root / "build").mkdir()
    return root


def environment() -> dict[str, str]:
    """The environment, with the command of this Python on the path."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    return os.environ | {"PATH": path, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"}


def test_there_are_examples_to_run() -> None:
    """README and documentation hold Python and commands; otherwise the tests below test nothing."""
    assert REPOSITORY / "README.md" in pages_with("python")
    assert REPOSITORY / "README.md" in pages_with("console")
    assert len(pages_with("python")) >= 4
    assert len(pages_with("console")) >= 4


@with_blocks("python")
def test_python_in_the_documentation_runs(page: Path, copy: Path) -> None:
    """All Python of a page, run as one script from the root of the repository, ends well."""
    lines: list[str] = []
    for block in blocks(page):
        if block.language == "python":
            lines += [""] * (block.line - 1 - len(lines)) + block.text.splitlines()
    script = copy / f"{page.stem}.py"
    script.write_text("\n".join(lines) + "\n", "utf-8")  # each line has the number of the page's
    done = subprocess.run(
        [sys.executable, script],
        capture_output=True,
        check=False,
        cwd=copy,
        encoding="utf-8",
        env=environment(),
    )
    assert done.returncode == 0, done.stdout + done.stderr


@with_blocks("console")
def test_commands_in_the_documentation_run(page: Path, copy: Path) -> None:
    """A page can be followed word by word: its files are written, its commands give what it shows.

    `# mein-bericht/bericht.yaml` as the first line of a block says which file the block is, or the
    word behind its language does.
    `$ kommunal-nh check examples/falsch  # Exit-Code 1` ends with that code, otherwise with 0.
    Lines below a command are what it prints; a line `…` stands for any lines, and where there are
    no lines, nothing is compared.
    """
    for block in blocks(page):
        if name := block.name or _named_in(block):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_text(block.text, "utf-8")
        elif block.language == "console":
            for command, shown in commands(block.text):
                follow(command, shown, copy)


def _named_in(block: Block) -> str:
    file = re.match(r"# ([\w./-]+/[\w.-]+)\n", block.text)
    return file[1] if file else ""


def commands(text: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of a block, each with the lines below it."""
    for piece in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *shown = piece.rstrip("\n").split("\n")
        yield command, shown


def follow(command: str, shown: list[str], folder: Path) -> None:
    """Run a command and compare what it prints."""
    expected = re.search(r"#.*\b[Ee]xit[- ][Cc]ode (\d)", command)
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        env=environment(),
        shell=True,
    )
    printed = done.stdout + done.stderr
    code = int(expected[1]) if expected else 0
    assert done.returncode == code, f"{command}\n{printed}"
    if shown:
        pattern = "\n".join(".*" if line == "…" else re.escape(line) for line in shown)
        assert re.fullmatch(pattern, printed.rstrip("\n"), re.DOTALL), f"{command}\n{printed}"


@with_blocks("yaml")
def test_yaml_in_the_documentation_can_be_read(page: Path) -> None:
    """Every YAML block is read without a finding; what is wrong on purpose stands in regeln.md."""
    if page.name == "regeln.md":
        return
    for block in blocks(page):
        if block.language == "yaml":
            _, findings = parse_yaml(block.text, f"{page.name}:{block.line}")
            assert findings == []


@each_page
def test_every_block_has_a_language(page: Path) -> None:
    """A block without a language would be run by no test."""
    known = {"console", "markdown", "python", "sh", "text", "toml", "yaml", "json", "html"}
    for block in blocks(page):
        assert block.language in known, f"{page.name}:{block.line}"


def test_shell_blocks_are_what_the_ci_script_runs() -> None:
    """Only what installs and tests the project is no `console` block; the CI script runs it."""
    assert {page.name for page in pages_with("sh")} <= {"README.md", "CONTRIBUTING.md"}
    ours = [block for block in blocks(REPOSITORY / "README.md") if block.language == "sh"]
    assert len(ours) == 2
    first, second = (block.text for block in ours)
    assert "pip install ." in first
    assert "kommunal-nh build examples/kreis_soest" in first
    assert "pytest" in second
    script = (REPOSITORY / ".ci" / "run").read_text("utf-8")
    assert "kommunal-nh build examples/kreis_soest" in script
    assert "pytest" in script


ELSEWHERE = {"ausfuellen.py", "halbjahr.py"}
"""Run by tests/outside/test_survey_libreoffice.py, since they need LibreOffice."""
SCRIPTS = sorted(
    path
    for path in (REPOSITORY / "examples").rglob("*.py")
    if not {"exporter_plugin", "module_plugin"} & {*path.parts} and path.name not in ELSEWHERE
)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.parent.name)
def test_scripts_of_the_examples_run(script: Path, copy: Path) -> None:
    """Every script of the examples, run from the root of the repository, makes files."""
    before = time.time_ns()
    done = subprocess.run(
        [sys.executable, copy / script.relative_to(REPOSITORY)],
        capture_output=True,
        check=False,
        cwd=copy,
        encoding="utf-8",
        env=environment(),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    made = (path for path in copy.rglob("*.docx") if path.stat().st_mtime_ns >= before)
    assert list(made)


# --------------------------------------------------------------------- links lead to something


def links(page: Path) -> Iterator[str]:
    """The targets of all links and pictures of a page, without its code."""
    fence = re.compile(r"^ {0,3}```.*?^ {0,3}```", re.MULTILINE | re.DOTALL)
    text = fence.sub("", page.read_text("utf-8"))
    text = re.sub(r"`[^`\n]+`", "", text)
    yield from re.findall(r"\]\(<?([^)>\s]+)>?(?:\s+\"[^\"]*\")?\)", text)


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    found = set()
    for heading in re.findall(r"^#{1,6} (.+)$", page.read_text("utf-8"), re.MULTILINE):
        plain = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
        found.add(re.sub(r"[^\w\- ]", "", plain).replace(" ", "-"))
    return found


@each_page
def test_links_lead_to_files_and_headings(page: Path) -> None:
    """Every link to a file of the repository leads to one, and its anchor to a heading there."""
    for link in links(page):
        if re.match(r"[a-z]+:", link):
            assert link.startswith(("https://", "mailto:")), link
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name} links to {link}"
        assert target.is_relative_to(REPOSITORY), f"{page.name} links to {link}"
        if anchor and target.suffix == ".md":
            assert anchor in anchors(target), f"{page.name} links to {link}"


def test_every_page_can_be_reached() -> None:
    """From README one comes to every page of the documentation."""
    reached, waiting = set(), [REPOSITORY / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        for link in links(page):
            if not re.match(r"[a-z]+:", link):
                target = (page.parent / link.partition("#")[0]).resolve()
                waiting.append(target / "README.md" if target.is_dir() else target)
    assert [page.name for page in DOCS.rglob("*.md") if page not in reached] == []


# ---------------------------------------------------------------- what there is, is described


def page(name: str) -> str:
    """A page of the documentation."""
    return (DOCS / name).read_text("utf-8")


def missing(names: set[str], text: str) -> list[str]:
    """The names that do not stand in a text as code."""
    code = set(re.findall(r"`([^`\n]+)`", text))
    code |= {word for piece in code for word in re.split(r"[^\wäöüß.-]+", piece)}
    for block in re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        code |= set(re.split(r"[^\wäöüß.-]+", block))
    return sorted(names - code)


HEADING = re.compile(r"^### `([\w-]+)` \((\w+)\)$", re.MULTILINE)


def test_every_rule_is_documented_with_its_severity() -> None:
    """docs/regeln.md has a heading for each rule, with its severity, and for nothing else."""
    documented = HEADING.findall(page("regeln.md"))
    assert len(documented) == len({name for name, _ in documented})
    assert dict(documented) == {name: severity.value for name, severity in RULES.items()}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_what_to_do(rule: str) -> None:
    """Below its heading each rule has an explanation and a remedy."""
    text = page("regeln.md")
    match = re.search(rf"^### `{rule}` \(.*?\)\n(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL)
    assert match, f"{rule} is not in docs/regeln.md"
    assert "**Abhilfe:**" in match[1]
    assert len(match[1].partition("**Abhilfe:**")[0].strip()) > 20


def test_every_hook_is_documented_with_its_signature() -> None:
    """docs/reference/hooks.md has a heading `name(arguments)` for each hook and for no other."""
    hooks = {
        f"{name}({', '.join(inspect.signature(hook).parameters)})"
        for name, hook in vars(hookspecs).items()
        if name.startswith("kommunal_nh_")
    }
    documented = re.findall(
        r"^#+ `?(kommunal_nh_\w+\([^)]*\))`?$", page("reference/hooks.md"), re.MULTILINE
    )
    assert set(documented) == hooks


def test_every_public_name_is_documented() -> None:
    """Each name that `kommunal_nh` exports stands in docs/reference/python-api.md."""
    assert missing(set(kommunal_nh.__all__), page("reference/python-api.md")) == []


def test_the_conformance_kit_is_documented() -> None:
    """Each name that `kommunal_nh.testing` exports and each test of the contract is explained."""
    names = {*testing.__all__, "exporter"}
    names |= {name for name in dir(testing.ExporterContract) if name.startswith("test_")}
    assert missing(names | {"read", "promised"}, page("reference/testing.md")) == []


def lines_of(code: str) -> list[str]:
    """The lines of a script that are not blank."""
    return [line for line in code.splitlines() if line]


@pytest.mark.parametrize(
    ("folder", "name", "said", "more"),
    [
        ("exporter_plugin", "kommunal_nh_steckbriefe", "write-an-exporter", 1),
        ("module_plugin", "kommunal_nh_foerderung", "write-a-module", 0),
    ],
)
def test_the_example_plugins_are_shown_as_they_are(
    folder: str, name: str, said: str, more: int
) -> None:
    """What the pages show, step by step, is the module and the project file; but for the tests."""
    example = REPOSITORY / "examples" / folder
    parts = blocks(DOCS / "how-to" / f"{said}.md")
    python = [part.text for part in parts if part.language == "python"]
    toml = [part.text for part in parts if part.language == "toml"]
    python = python[: len(python) - more]
    module = (example / f"{name}.py").read_text("utf-8")

    assert lines_of("".join(python)) == lines_of(module)
    assert toml == [(example / "pyproject.toml").read_text("utf-8")]


def test_every_command_and_option_is_documented() -> None:
    """Each command and each option stands in docs/reference/command-line.md."""
    names = set(main.commands)
    for command in main.commands.values():
        options = (param for param in command.params if isinstance(param, click.Option))
        names |= {name for option in options for name in option.opts}
    assert missing(names, page("reference/command-line.md")) == []


def test_every_key_of_the_data_folder_is_documented() -> None:
    """Each key of bericht.yaml, themes, chapters, archive and so on stands in data-folder.md."""
    classes = (
        Report, Theme, Goal, Project, Part, Cooperation, Chapter, ArchiveEntry, Withdrawn, Council,
    )  # fmt: skip
    names = {key for each in classes for key in keys_of(each)}
    assert missing(names, page("reference/data-folder.md")) == []


def test_every_key_of_a_profile_is_documented() -> None:
    """Each key, each word of the frame, each part, stage, kind and shipped profile is named."""
    classes = (Profile, Levels, Level, Status, NumberingScheme, ExtraField, Labels)
    names = {key for each in classes for key in keys_of(each)}
    names |= {each.value for each in (*Stage, *FieldKind)}
    names |= {*PARTS, *shipped_profiles()}
    assert missing(names, page("reference/profile.md")) == []


def test_every_placeholder_of_a_number_is_documented() -> None:
    """Each placeholder and each form of it stands in number-patterns.md."""
    text = page("reference/number-patterns.md")
    for placeholder in ("{thema}", "{ziel}", "{status}", "{projekt}", "{thema:kuerzel}", ":a}"):
        assert placeholder in text, placeholder


def test_every_node_of_the_tree_is_documented() -> None:
    """Each class of the document tree stands in document-tree.md."""
    nodes = {
        name
        for name, value in vars(document).items()
        if isinstance(value, type) and value.__module__ == document.__name__ and name[0] != "_"
    }
    assert missing(nodes, page("reference/document-tree.md")) == []


def test_the_environment_variable_is_documented() -> None:
    """How a plugin is switched off is said where hooks are described."""
    assert "KOMMUNAL_NH_BLOCKED_PLUGINS" in page("reference/hooks.md")
