"""Plugins: every hook works for outsiders, conflicts are explained, nobody goes round the API."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

import attrs
import pluggy
import pytest

import kommunal_nh
from bad_input_cases import basis
from kommunal_nh import (
    DataError,
    Document,
    Finding,
    KommunalNHError,
    Module,
    Numbering,
    Options,
    PluginConflict,
    Report,
    Severity,
    UnknownFormat,
    UsageError,
    assemble,
    build,
    check,
    hookimpl,
    key,
    load,
    load_profile,
)
from kommunal_nh.building import build_document
from kommunal_nh.document import Heading, Paragraph, Section, Text
from kommunal_nh.plugins import (
    exporter,
    exporters,
    modules,
    new_plugin_manager,
    plugin_manager,
    profile_files,
)

REPOSITORY = Path(__file__).parents[1]
CORE = REPOSITORY / "src" / "kommunal_nh"
PLUGINS = sorted(path for path in (REPOSITORY / "plugins").glob("kommunal_nh_*") if path.is_dir())
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
MODULES = {*PROJECT["entry-points"]["kommunal_nh.modules"].values()}
OF_DOCUMENTS = [path for path in PLUGINS if path.name not in {*MODULES, "kommunal_nh_xlsx"}]
"""The others get a report: modules, and exporters of data."""
PUBLIC_MODULES = {
    "kommunal_nh",
    "kommunal_nh.archives",
    "kommunal_nh.characters",
    "kommunal_nh.charts",
    "kommunal_nh.colours",
    "kommunal_nh.document",
    "kommunal_nh.errors",
    "kommunal_nh.exporters",
    "kommunal_nh.fields",
    "kommunal_nh.findings",
    "kommunal_nh.fonts",
    "kommunal_nh.importers",
    "kommunal_nh.labels",
    "kommunal_nh.naming",
    "kommunal_nh.schema",
    "kommunal_nh.sdgs",
    "kommunal_nh.sequences",
    "kommunal_nh.serial",
    "kommunal_nh.stamps",
    "kommunal_nh.word_files",
    "kommunal_nh.wordings",
}
"""What plugins may import from; everything else is the core's own."""

# ------------------------------------------------------------------------- plugins made for tests


@attrs.frozen
class TextExporter:
    """Writes the title of a document and keeps what it was given."""

    format: str = "titel"
    suffix: str = ".titel"
    media_type: str = "text/plain"
    given: list[object] = attrs.field(factory=list, eq=False)

    def write(self, document: Document, target: Path, options: Options) -> None:
        self.given.append(document)
        target.write_text(f"{document.title} {dict(options)}", "utf-8")


@attrs.frozen
class CountExporter:
    """Writes the number of projects and keeps the report."""

    format: str = "anzahl"
    suffix: str = ".anzahl"
    media_type: str = "text/plain"
    given: list[Report] = attrs.field(factory=list, eq=False)

    def write_data(
        self, report: Report, numbering: Numbering, target: Path, options: Options
    ) -> None:
        self.given.append(report)
        lines = [f"{numbering[project.id]} {project.title}" for project in _projects(report)]
        target.write_text("\n".join(lines), "utf-8")


def _projects(report: Report) -> Iterable[kommunal_nh.Project]:
    return (project for theme in report.themes for goal in theme.goals for project in goal.projects)


@attrs.frozen
class Indicator:
    name: str = key("name")
    value: str = key("wert", default="")


@attrs.frozen
class Indicators:
    indicators: tuple[Indicator, ...] = key("werte", default=())


class IndicatorModule(Module):
    """A module with a data file, a chapter and a rule."""

    key = "kennzahlen"
    data_class = Indicators

    def check(self, report: Report, data: Indicators) -> Iterator[Finding]:
        for each in data.indicators:
            if not each.value:
                yield Finding("no-value", f"{each.name}: bitte einen Wert angeben.", about="klima")

    def chapters(self, report: Report, numbering: Numbering, data: Indicators) -> Iterator[Section]:
        lines = (Paragraph((Text(f"{each.name}: {each.value}"),)) for each in data.indicators)
        blocks = (Heading(1, "", (Text("Kennzahlen"),)), *lines)
        yield Section("module", "kennzahlen", blocks)


class Plugin:
    """A plugin whose hooks are the functions that it is made of."""

    def __init__(self, **hooks: Callable[..., Any]) -> None:
        for name, hook in hooks.items():
            setattr(self, f"kommunal_nh_{name}", hookimpl(hook))


@pytest.fixture
def installed() -> Iterator[Callable[[Plugin], None]]:
    """Registers plugins as if they were installed, for one test."""
    manager = plugin_manager()
    registered: list[Plugin] = []

    def register(plugin: Plugin) -> None:
        manager.register(plugin, f"probe{len(registered)}")
        registered.append(plugin)

    yield register
    for plugin in registered:
        manager.unregister(plugin)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small data folder without any finding."""
    return basis().write(tmp_path / "daten")


def manager_with(**plugins: Plugin) -> pluggy.PluginManager:
    """A fresh manager with nothing but these plugins."""
    manager = new_plugin_manager()
    for name, plugin in plugins.items():
        manager.register(plugin, name)
    return manager


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf-8") + text, "utf-8")


# ------------------------------------------------------------------------------------- every hook


def test_there_are_no_other_hooks_than_those_tested_here() -> None:
    """A new hook needs a test in this file."""
    hooks = {name for name in dir(new_plugin_manager().hook) if name.startswith("kommunal_nh_")}
    kinds = ("exporters", "importers", "modules", "checks", "profiles")
    assert hooks == {f"kommunal_nh_{kind}" for kind in kinds}


def test_an_exporter_gets_the_document_and_the_options(
    folder: Path, installed: Callable[[Plugin], None]
) -> None:
    """A plugin's format is built like any other, from the document and nothing else."""
    one = TextExporter()
    installed(Plugin(exporters=lambda: [one]))
    (file,) = build(folder, ["titel"], options={"template": "haus"})
    assert file.name == "nachhaltigkeitsreport-musterkreis-2024-10-01.titel"
    assert file.read_text("utf-8") == "Nachhaltigkeitsreport Musterkreis {'template': 'haus'}"
    assert [type(given) for given in one.given] == [Document]


def test_a_data_exporter_gets_only_what_is_public(
    folder: Path, installed: Callable[[Plugin], None]
) -> None:
    """A data format gets the report without drafts, internal notes and private fields."""
    one = CountExporter()
    installed(Plugin(exporters=lambda: [one]))
    append(
        folder / "themen" / "klima.yaml",
        "        intern: geheim\n        kosten: '1'\n"
        "      - {id: idee, titel: Geheime Idee, status: in-planung, entwurf: ja}\n",
    )
    text = (folder / "bericht.yaml").read_text("utf-8")
    profile = "profil: {basis: soest, felder: {kosten: {bezeichnung: Kosten, intern: ja}}}"
    (folder / "bericht.yaml").write_text(text.replace("profil: soest", profile), "utf-8")
    (file,) = build(folder, ["anzahl"])
    assert file.read_text("utf-8") == "1.1.2.1 Klima-Allianz"
    (project,) = _projects(one.given[0])
    assert (project.internal_note, dict(project.extra)) == ("", {})
    assert one.given[0].profile.fields == ()


def test_the_command_knows_installed_formats(installed: Callable[[Plugin], None]) -> None:
    """A plugin's format is listed and chosen by name."""
    installed(Plugin(exporters=lambda: [TextExporter()]))
    assert "titel" in exporters()
    assert exporter("titel") == TextExporter()


def test_an_importer_is_found() -> None:
    """A plugin's importer is handed to whoever asks the hook."""
    one = object()
    manager = manager_with(probe=Plugin(importers=lambda: [one]))
    assert manager.hook.kommunal_nh_importers() == [[one]]


def test_a_rule_of_a_plugin_is_reported_with_its_place(
    folder: Path, installed: Callable[[Plugin], None]
) -> None:
    """A plugin's finding about a project gets file and line, and an error keeps from building."""

    def checks(report: Report) -> Iterator[Finding]:
        for project in _projects(report):
            yield Finding("short", "Bitte mehr sagen.", about=project.id, field="beschreibung")

    installed(Plugin(checks=checks))
    expected = "themen/klima.yaml:10: Fehler [short] Bitte mehr sagen."
    assert [str(found) for found in check(folder)] == [expected]
    with pytest.raises(DataError, match="short"):
        build(folder, ["markdown"])


def test_rules_see_private_data(folder: Path, installed: Callable[[Plugin], None]) -> None:
    """Rules are asked before private data is removed."""
    seen: list[str] = []

    def checks(report: Report) -> list[Finding]:
        seen.extend(project.internal_note for project in _projects(report))
        return []

    installed(Plugin(checks=checks))
    append(folder / "themen" / "klima.yaml", "        intern: geheim\n")
    assert check(folder) == []
    assert seen == ["geheim"]


def test_rules_hold_for_reports_made_in_python(
    folder: Path, installed: Callable[[Plugin], None]
) -> None:
    """A plugin's rules are asked for a report without a folder as well."""
    report = load(folder)
    warning = Finding("probe", "Bitte ansehen.", Severity.WARNING)
    installed(Plugin(checks=lambda report: [warning]))
    assert check(report) == [warning]


def test_a_profile_of_a_plugin_is_used_by_name(
    folder: Path, tmp_path: Path, installed: Callable[[Plugin], None]
) -> None:
    """A report names a plugin's profile like a shipped one, and a profile can build on it."""
    file = tmp_path / "musterland.yaml"
    file.write_text("basis: soest\nname: musterland\nebenen: {projekt: {einzahl: Vorhaben}}\n")
    installed(Plugin(profiles=lambda: {"musterland": file}))
    assert load_profile("musterland").levels.project.singular == "Vorhaben"
    text = (folder / "bericht.yaml").read_text("utf-8")
    (folder / "bericht.yaml").write_text(text.replace("profil: soest", "profil: musterland"))
    assert load(folder).profile.name == "musterland"
    inline = "profil: {basis: musterland, verzeichnistiefe: 2}"
    (folder / "bericht.yaml").write_text(text.replace("profil: soest", inline))
    assert load(folder).profile.contents_depth == 2


def test_a_misspelt_profile_of_a_plugin_is_suggested(
    folder: Path, tmp_path: Path, installed: Callable[[Plugin], None]
) -> None:
    """The nearest profile is found among those of plugins, too."""
    installed(Plugin(profiles=lambda: {"musterland": tmp_path / "musterland.yaml"}))
    text = (folder / "bericht.yaml").read_text("utf-8")
    (folder / "bericht.yaml").write_text(text.replace("profil: soest", "profil: musterlnd"))
    (found,) = (found for found in check(folder) if found.rule == "unknown-profile")
    assert "Meinten Sie „musterland“?" in found.message


@pytest.mark.parametrize("inline", [False, True], ids=["file", "inline"])
def test_a_module_brings_data_and_chapters(
    folder: Path, installed: Callable[[Plugin], None], inline: bool
) -> None:
    """A key below `module` reads the module's data, and its chapter stands in the document."""
    installed(Plugin(modules=lambda: [IndicatorModule()]))
    data = "{werte: [{name: Strom, wert: 7}]}"
    (folder / "kennzahlen.yaml").write_text(data)
    append(
        folder / "bericht.yaml",
        f"module: {{kennzahlen: {data if inline else 'kennzahlen.yaml'}}}\n",
    )
    report = load(folder)
    assert report.modules == {"kennzahlen": Indicators((Indicator("Strom", "7"),))}
    sections = [block for block in assemble(report).blocks if isinstance(block, Section)]
    assert [section.anchor for section in sections if section.kind == "module"] == ["kennzahlen"]
    (file,) = build(folder, ["markdown"])
    assert "Strom: 7" in file.read_text("utf-8")


@pytest.mark.parametrize("inline", [False, True], ids=["file", "inline"])
def test_data_of_a_module_is_frozen_and_saved(
    folder: Path, installed: Callable[[Plugin], None], tmp_path: Path, inline: bool
) -> None:
    """Editions hold the data of modules, and changed data is written where it stood."""
    installed(Plugin(modules=lambda: [IndicatorModule()]))
    data = "{werte: [{name: Strom, wert: '7'}]}  # gezählt\n"
    (folder / "kennzahlen.yaml").write_text(data)
    name = data if inline else "kennzahlen.yaml\n"
    append(folder / "bericht.yaml", f"module:\n  kennzahlen: {name}")
    report, edition = load(folder), kommunal_nh.freeze(folder)
    before = [file.read_bytes() for file in build(folder, out=tmp_path / "vorher")]
    changed = Indicators((Indicator("Strom", "8"), Indicator("Gas", "1")))
    kommunal_nh.save(attrs.evolve(report, modules={"kennzahlen": changed}), folder)

    assert load(folder).modules == {"kennzahlen": changed}
    assert [file.read_bytes() for file in build(edition, out=tmp_path / "nachher")] == before
    assert kommunal_nh.diff(folder).notes == ("modules",)
    kommunal_nh.save(attrs.evolve(report, modules={}), folder)
    assert load(folder).modules == {}


def test_an_edition_names_the_module_that_it_needs(
    folder: Path, installed: Callable[[Plugin], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the module's plugin, reading a frozen edition ends in a sentence."""
    installed(Plugin(modules=lambda: [IndicatorModule()]))
    append(folder / "bericht.yaml", "module: {kennzahlen: {werte: [{name: Strom, wert: 7}]}}\n")
    edition = kommunal_nh.freeze(folder)
    monkeypatch.setattr("kommunal_nh.editions.frozen.modules_of", lambda keys: {})
    with pytest.raises(kommunal_nh.EditionError, match="braucht das Modul „kennzahlen“"):
        kommunal_nh.read_edition(edition)


def test_data_formats_get_frozen_editions_but_no_change_reports(
    folder: Path, installed: Callable[[Plugin], None], tmp_path: Path
) -> None:
    """A data exporter writes an edition's report; of what changed it has nothing to write."""
    counter = CountExporter()
    installed(Plugin(exporters=lambda: [counter]))
    edition = kommunal_nh.freeze(folder)
    build(edition, "anzahl", tmp_path)
    document = kommunal_nh.change_report(kommunal_nh.diff(folder))
    files = build_document(document, "x", None, tmp_path / "alle")

    assert counter.given == [kommunal_nh.public_view(load(folder))]
    assert ".anzahl" not in {file.suffix for file in files}
    with pytest.raises(kommunal_nh.UsageError, match="enthält nur Daten"):
        build_document(document, "x", "anzahl", tmp_path)


def test_a_module_that_is_not_switched_on_stays_out(
    folder: Path, installed: Callable[[Plugin], None]
) -> None:
    """An installed module without its key in bericht.yaml changes nothing."""
    before = build(folder, ["markdown"])[0].read_bytes()
    installed(Plugin(modules=lambda: [IndicatorModule()]))
    assert build(folder, ["markdown"])[0].read_bytes() == before


def test_faults_in_data_of_a_module_are_findings(
    folder: Path, installed: Callable[[Plugin], None]
) -> None:
    """Data of a module is read as strictly as any other: file, line and nearest key."""
    installed(Plugin(modules=lambda: [IndicatorModule()]))
    append(folder / "bericht.yaml", "module: {kennzahlen: kennzahlen.yaml}\n")
    (folder / "kennzahlen.yaml").write_text("werte:\n  - name: Strom\n    wrt: 7\n  - wert: 8\n")
    found = [(finding.rule, finding.file, finding.line) for finding in check(folder)]
    assert ("unknown-key", "kennzahlen.yaml", 3) in found
    assert ("missing-key", "kennzahlen.yaml", 4) in found
    (folder / "kennzahlen.yaml").unlink()
    (finding,) = check(folder)
    assert (finding.rule, finding.file, finding.line) == ("missing-file", "bericht.yaml", 9)


def test_rules_of_a_module_are_asked(folder: Path, installed: Callable[[Plugin], None]) -> None:
    """A module's own check is reported with the place of what it is about."""
    installed(Plugin(modules=lambda: [IndicatorModule()]))
    append(folder / "bericht.yaml", "module: {kennzahlen: {werte: [{name: Strom}]}}\n")
    expected = "themen/klima.yaml:1: Fehler [no-value] Strom: bitte einen Wert angeben."
    assert [str(found) for found in check(folder)] == [expected]


def test_a_misspelt_module_is_suggested(folder: Path, installed: Callable[[Plugin], None]) -> None:
    """The nearest installed module is named."""
    installed(Plugin(modules=lambda: [IndicatorModule()]))
    append(folder / "bericht.yaml", "module: {kenzahlen: {}}\n")
    (found,) = check(folder)
    assert (found.rule, found.line) == ("unknown-module", 9)
    assert "Meinten Sie „kennzahlen“?" in found.message


def test_a_hook_that_answers_nothing_is_fine() -> None:
    """A plugin may answer None or an empty list to every hook."""
    for answer in (None, [], {}):
        manager = manager_with(
            probe=Plugin(
                exporters=lambda answer=answer: answer,
                modules=lambda answer=answer: answer,
                profiles=lambda answer=answer: answer,
            )
        )
        assert exporters(manager) == modules(manager) == profile_files(manager) == {}


# --------------------------------------------------------------------------------------- conflicts

CLAIMS: dict[str, tuple[dict[str, Any], Callable[[pluggy.PluginManager], Mapping[str, Any]]]] = {
    "titel": ({"exporters": lambda: [TextExporter()]}, exporters),
    "kennzahlen": ({"modules": lambda: [IndicatorModule()]}, modules),
    "musterland": ({"profiles": lambda: {"musterland": Path("musterland.yaml")}}, profile_files),
}


@pytest.mark.parametrize("name", CLAIMS)
def test_two_plugins_that_claim_one_name_are_both_named(name: str) -> None:
    """One format, module or profile from two plugins is an error that names all three."""
    hooks, ask = CLAIMS[name]
    manager = manager_with(erstes=Plugin(**hooks), zweites=Plugin(**hooks))
    with pytest.raises(PluginConflict, match=name) as raised:
        ask(manager)
    assert "erstes" in str(raised.value)
    assert "zweites" in str(raised.value)
    assert "KOMMUNAL_NH_BLOCKED_PLUGINS" in str(raised.value)
    assert list(ask(manager_with(erstes=Plugin(**hooks)))) == [name]


def test_one_plugin_that_claims_a_name_twice_is_an_error() -> None:
    """A plugin that offers one format twice is in conflict with itself."""
    manager = manager_with(erstes=Plugin(exporters=lambda: [TextExporter(), TextExporter()]))
    with pytest.raises(PluginConflict, match="erstes"):
        exporters(manager)


def test_an_unknown_format_has_a_suggestion() -> None:
    """The nearest installed format is named; without any, the command that lists them."""
    manager = manager_with(probe=Plugin(exporters=lambda: [TextExporter()]))
    with pytest.raises(UnknownFormat, match="Meinten Sie „titel“"):
        exporter("titl", manager)
    with pytest.raises(UnknownFormat, match="kommunal-nh formats"):
        exporter("titel", manager_with())


@pytest.mark.parametrize("answer", [object(), "docx", None, TextExporter])
def test_something_that_is_no_exporter_is_explained(answer: object) -> None:
    """A plugin that offers something else as exporter is named, instead of failing later."""
    manager = manager_with(erstes=Plugin(exporters=lambda: [answer]))
    with pytest.raises(UsageError, match="erstes"):
        exporters(manager)


# ------------------------------------------------------------------------------ installed packages


def install(place: Path, name: str, code: str) -> None:
    """Put a distribution with one plugin module into a folder, as pip would."""
    place.mkdir(exist_ok=True)
    (place / f"{name}_plugin.py").write_text(dedent(code), "utf-8")
    info = place / f"{name}_plugin-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}-plugin\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[kommunal_nh]\n{name} = {name}_plugin\n")


def command(place: Path, *args: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command with the distributions of a folder installed."""
    return subprocess.run(
        [sys.executable, "-m", "kommunal_nh", *args],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(place), "PYTHONIOENCODING": "utf-8"} | env,
    )


GOOD = """
    from kommunal_nh import hookimpl

    class Words:
        format, suffix, media_type = "woerter", ".woerter", "text/plain"

        def write(self, document, target, options):
            target.write_text(document.title)

    @hookimpl
    def kommunal_nh_exporters():
        return [Words()]
"""


def test_an_installed_package_is_found(tmp_path: Path, folder: Path) -> None:
    """A distribution with an entry point adds a format, without any other registration."""
    install(tmp_path / "site", "woerter", GOOD)
    assert "woerter      .woerter" in command(tmp_path / "site", "formats").stdout
    done = command(tmp_path / "site", "build", folder, "-f", "woerter")
    assert (done.returncode, done.stderr) == (0, "")
    assert Path(done.stdout.strip()).read_text() == "Nachhaltigkeitsreport Musterkreis"


def test_the_example_plugin_works_for_whoever_installs_it(tmp_path: Path, folder: Path) -> None:
    """The exporter in examples/ is a plugin as it stands: its format is found and writes a file."""
    example = REPOSITORY / "examples" / "exporter_plugin"
    project = tomllib.loads((example / "pyproject.toml").read_text("utf-8"))["project"]
    ((name, module),) = project["entry-points"]["kommunal_nh"].items()
    install(tmp_path / "site", name, f"from {module} import *")
    code = (example / f"{module}.py").read_text("utf-8")
    (tmp_path / "site" / f"{name}_plugin.py").write_text(code, "utf-8")
    done = command(tmp_path / "site", "build", folder, "-f", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Klima-Allianz" in Path(done.stdout.strip()).read_text("utf-8")
    for imported, used in imports(example / f"{module}.py"):
        public = imported in PUBLIC_MODULES and not used.startswith("_")
        assert public or not imported.startswith("kommunal_nh"), imported


BROKEN = {
    "a syntax error": "def",
    "a missing package": "import there_is_no_such_package",
    "an exception while loading": "raise RuntimeError('kaputt')",
    "a hook of another name": """
        from kommunal_nh import hookimpl
        @hookimpl
        def kommunal_nh_exporter(): return []
    """,
    "a hook with other arguments": """
        from kommunal_nh import hookimpl
        @hookimpl
        def kommunal_nh_checks(bericht): return []
    """,
    "a claim on an installed format": GOOD.replace('"woerter"', '"docx"'),
    "no exporter at all": """
        from kommunal_nh import hookimpl
        @hookimpl
        def kommunal_nh_exporters(): return [object()]
    """,
    "an answer that is no list": """
        from kommunal_nh import hookimpl
        @hookimpl
        def kommunal_nh_exporters(): return 7
    """,
    "an exception in the hook": """
        from kommunal_nh import hookimpl
        @hookimpl
        def kommunal_nh_exporters(): raise RuntimeError('kaputt')
    """,
}


@pytest.mark.parametrize("code", BROKEN.values(), ids=BROKEN)
def test_a_broken_package_is_named(tmp_path: Path, code: str) -> None:
    """A plugin that can not be used is named with a remedy, and can be switched off."""
    install(tmp_path / "site", "kaputt", code)
    done = command(tmp_path / "site", "formats")
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "kaputt" in done.stderr
    assert "KOMMUNAL_NH_BLOCKED_PLUGINS" in done.stderr
    blocked = command(tmp_path / "site", "formats", KOMMUNAL_NH_BLOCKED_PLUGINS="kaputt")
    assert (blocked.returncode, blocked.stderr) == (0, "")
    assert "docx" in blocked.stdout


@pytest.mark.parametrize(
    "names", ["docx,html", " docx , html ", "html,docx,", "docx,html,gibtsnicht"]
)
def test_blocked_plugins_are_not_there(tmp_path: Path, names: str) -> None:
    """Plugins that the environment blocks are neither listed nor found."""
    listed = command(tmp_path, "formats", KOMMUNAL_NH_BLOCKED_PLUGINS=names).stdout
    assert [line.split()[0] for line in listed.splitlines()] == [
        "markdown", "pdf", "wiki", "xlsx",
    ]  # fmt: skip


def test_without_any_format_building_says_so(tmp_path: Path, folder: Path) -> None:
    """When no format is installed, `build` explains it instead of building nothing."""
    blocked = ",".join(path.name.removeprefix("kommunal_nh_") for path in PLUGINS)
    done = command(tmp_path, "build", folder, KOMMUNAL_NH_BLOCKED_PLUGINS=blocked)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "Format" in done.stderr
    assert not (folder / "build").exists()


@pytest.mark.parametrize("package", ["docx", "lxml"])
def test_a_package_that_a_format_needs_is_named(folder: Path, package: str) -> None:
    """If what a format stands on is not installed, the sentence names the command to install it."""
    code = (
        f"import sys; sys.modules[{package!r}] = None\n"
        "from kommunal_nh.command import main\n"
        f"main(['build', {str(folder)!r}, '-f', 'docx'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, encoding="utf-8"
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == 2, done.stderr
    assert "pip install" in done.stderr


# ------------------------------------------------------------------------------------ who sees what


def python_files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def imports(file: Path) -> Iterator[tuple[str, str]]:
    """Module and name of everything that a file imports; no name for `import module`."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file.name} imports relatively"
            yield from ((node.module or "", alias.name) for alias in node.names)


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda path: path.name)
def test_plugins_use_only_the_public_interface(plugin: Path) -> None:
    """The project's own plugins import public names of public modules, and no other plugin."""
    for file in python_files(plugin):
        for module, name in imports(file):
            where = f"{file.name}: from {module} import {name}"
            if module.split(".")[0] == "kommunal_nh":
                assert module in PUBLIC_MODULES, where
                assert not name.startswith("_"), where
                if module == "kommunal_nh":
                    assert name in kommunal_nh.__all__, where
            elif module.startswith("kommunal_nh"):
                assert module.split(".")[0] == plugin.name, where


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda path: path.name)
def test_plugins_reach_nothing_private_by_other_ways(plugin: Path) -> None:
    """No plugin imports by name at run time or reads a private attribute of something else."""
    for file in python_files(plugin):
        theirs = {name for module, name in imports(file) if module in PUBLIC_MODULES}
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Name):
                assert node.id not in {"__import__", "import_module"}, file.name
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                private = node.value.id in theirs and node.attr.startswith("_")
                assert not private, f"{file.name}:{node.lineno} {node.value.id}.{node.attr}"


@pytest.mark.parametrize("plugin", OF_DOCUMENTS, ids=lambda path: path.name)
def test_exporters_never_see_a_report(plugin: Path) -> None:
    """An exporter of documents knows the tree and not the model, its files, profile or rules."""
    model = {name for name in kommunal_nh.__all__ if name in _names_of_the_model()}
    for file in python_files(plugin):
        for module, name in imports(file):
            assert module != "kommunal_nh.model", file.name
            if module.split(".")[0] == "kommunal_nh":
                assert name not in model, f"{file.name}: {name}"


def _names_of_the_model() -> set[str]:
    functions = {"load", "check", "number", "assemble", "build", "public_view", "load_profile"}
    modules = ("model", "profile", "numbering", "findings")
    classes = {
        node.name
        for module in modules
        for node in ast.parse((CORE / f"{module}.py").read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    return functions | classes


def test_the_core_never_imports_a_plugin() -> None:
    """No file of the library names a plugin's package; plugins are found by entry point alone."""
    for file in python_files(CORE):
        for module, _ in imports(file):
            assert not module.startswith("kommunal_nh_"), f"{file.name}: {module}"
        assert "kommunal_nh_docx" not in file.read_text("utf-8"), file.name


def test_nothing_imports_the_example_plugins() -> None:
    """Neither the library nor its plugins know the plugins in examples/."""
    for file in [*python_files(CORE), *python_files(REPOSITORY / "plugins")]:
        text = file.read_text("utf-8")
        assert "kommunal_nh_steckbriefe" not in text, file.name
        assert "kommunal_nh_foerderung" not in text, file.name


def test_only_the_kit_for_tests_knows_the_tools_of_tests() -> None:
    """Nothing else in the library or its plugins imports `kommunal_nh.testing` or its packages."""
    tools = {"hypothesis", "pytest", "time_machine", "kommunal_nh.testing"}
    for file in [*python_files(CORE), *python_files(REPOSITORY / "plugins")]:
        if CORE / "testing" not in file.parents:
            for module, name in imports(file):
                used = {module, module.split(".")[0], f"{module}.{name}"}
                assert used.isdisjoint(tools), f"{file.name} imports {module}"
                assert not module.startswith("kommunal_nh.testing."), file.name


KNOWS_NOTHING_OF = {
    "model.py": {"yaml", "cattrs", "click", "docx", "markdown_it"},
    "profile.py": {"yaml", "cattrs", "click", "docx", "markdown_it"},
    "numbering.py": {"yaml", "cattrs", "click", "docx", "markdown_it"},
    "patterns.py": {"yaml", "cattrs", "click", "docx", "markdown_it", "kommunal_nh.model"},
    "document": {"yaml", "cattrs", "click", "docx", "markdown_it", "kommunal_nh.model"},
    "labels.py": {"yaml", "cattrs", "click", "docx", "markdown_it", "kommunal_nh.model"},
    "findings.py": {"yaml", "cattrs", "click", "kommunal_nh"},
    "walks.py": {"yaml", "cattrs", "click", "docx", "markdown_it", "kommunal_nh.loading"},
    "changing.py": {"yaml", "cattrs", "click", "docx", "markdown_it", "kommunal_nh.loading"},
    "comparing": {"yaml", "cattrs", "click", "docx", "markdown_it", "kommunal_nh.saving"},
    "editions": {"yaml", "click", "docx", "markdown_it", "kommunal_nh.assembly"},
    "saving": {"click", "docx", "markdown_it", "kommunal_nh.editions", "kommunal_nh.assembly"},
    "assembly": {"yaml", "cattrs", "click", "docx", "markdown_it", "kommunal_nh.loading"},
    "checks": {"yaml", "cattrs", "click", "docx", "markdown_it", "kommunal_nh.loading"},
    "schema": {"yaml", "click", "docx", "markdown_it", "kommunal_nh.saving", "kommunal_nh.command"},
    "testing": {"yaml", "cattrs", "click", "docx", "markdown_it", "kommunal_nh.saving", "pytest"},
    "text": {"yaml", "cattrs", "click", "docx", "kommunal_nh.model", "kommunal_nh.loading"},
}


@pytest.mark.parametrize("part", KNOWS_NOTHING_OF)
def test_data_flows_in_one_direction(part: str) -> None:
    """No part of the library imports what comes before or behind it on the way of the data."""
    place = CORE / part
    for file in python_files(place) if place.is_dir() else [place]:
        for module, _ in imports(file):
            for forbidden in KNOWS_NOTHING_OF[part]:
                assert module != forbidden, f"{file.name} imports {module}"
                assert not module.startswith(f"{forbidden}."), f"{file.name} imports {module}"


def test_asking_for_formats_is_cheap() -> None:
    """Listing the formats loads nothing that only writing needs."""
    code = (
        "import sys; from kommunal_nh.plugins import exporters; exporters();"
        "print(*(name for name in ('docx', 'lxml', 'jinja2', 'PIL') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == ""


def test_every_error_of_a_plugin_is_an_error_of_the_library() -> None:
    """One `except KommunalNHError` catches what plugins do to each other."""
    assert issubclass(PluginConflict, UsageError)
    assert issubclass(UsageError, KommunalNHError)
