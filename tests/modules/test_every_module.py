"""All modules of this project at once: what holds for each of them, on and off."""

from __future__ import annotations

import importlib
import subprocess
import sys
import tomllib
from pathlib import Path

import attrs
import pytest

import every_module
from kommunal_nh import (
    Finding,
    Report,
    Severity,
    all_projects,
    assemble,
    build,
    check,
    load,
    number,
    public_view,
)
from kommunal_nh.document import Section
from kommunal_nh.importing import import_report
from kommunal_nh.plugins import modules_of
from module_folder import sections

REPOSITORY = Path(__file__).parents[2]
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
KEYS = sorted(PROJECT["entry-points"]["kommunal_nh.modules"])
HEAVY = ("rdflib", "jinja2", "openpyxl", "xlsxwriter", "vl_convert", "docx", "typst")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder with all of them on."""
    return every_module.write(tmp_path_factory.mktemp("alle") / "daten")


@pytest.fixture(scope="module")
def report(folder: Path) -> Report:
    """The report as it is printed."""
    return public_view(load(folder))


def own_sections(report: Report, key: str) -> list[Section]:
    """What the module alone adds to the document."""
    alone = attrs.evolve(report, modules={key: report.modules[key]})
    chapters = modules_of([key])[key].chapters(alone, number(alone), alone.modules[key])
    return [*sections(tuple(chapters))]


def test_the_sample_has_them_all(report: Report) -> None:
    """A module that comes new needs a sample here."""
    assert sorted(report.modules) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_anchors_are_never_ids_of_the_report(report: Report, key: str) -> None:
    """They begin with the frame's letters and the module's key; none comes twice."""
    anchors = [section.anchor for section in own_sections(report, key) if section.anchor]
    assert [anchor for anchor in anchors if not anchor.startswith(f"nh-{key}")] == []
    assert len(set(anchors)) == len(anchors)


def test_together_no_anchor_comes_twice(report: Report) -> None:
    """In the whole document."""
    anchors = [one.anchor for one in sections(tuple(assemble(report).blocks)) if one.anchor]
    assert len(set(anchors)) == len(anchors)


def test_nothing_is_wrong_with_the_sample(folder: Path) -> None:
    """Else the other tests would look at less than there is."""
    assert [one for one in check(folder) if one.severity is Severity.ERROR] == []


def test_every_format_is_built(folder: Path, tmp_path: Path) -> None:
    """And each further file of a module, which is not empty."""
    for path in build(folder, None, tmp_path):
        found = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
        assert found
        assert all(one.stat().st_size for one in found), path


@pytest.mark.parametrize("key", KEYS)
def test_off_nothing_of_it_is_left(folder: Path, key: str, tmp_path: Path) -> None:
    """Without its line the report is the one that would be without the package."""
    report = load(folder)
    others = {name: data for name, data in report.modules.items() if name != key}
    code = (
        "import sys, pathlib, kommunal_nh\n"
        "kommunal_nh.build(sys.argv[1], ['html', 'markdown'], sys.argv[2])\n"
        f"print([name for name in sys.modules if name.startswith('kommunal_nh_{key}')])"
    )
    kept = tmp_path / "daten"
    every_module.write(kept)
    text = (kept / "bericht.yaml").read_text("utf-8")
    (kept / "bericht.yaml").write_text(text.replace(f"  {key}: {key}.yaml\n", ""), "utf-8")
    command = [sys.executable, "-c", code, str(kept), str(tmp_path / "a")]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert said.strip() == "[]"
    build(attrs.evolve(report, modules=others), ["html", "markdown"], tmp_path / "b")
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


def test_a_report_without_modules_loads_nothing_for_them() -> None:
    """Neither a module nor what a module stands on is imported when HTML is built."""
    code = (
        "import sys, kommunal_nh, tempfile\n"
        "with tempfile.TemporaryDirectory() as out:\n"
        "    kommunal_nh.build(sys.argv[1], 'html', out)\n"
        f"print(sorted({{*{HEAVY}}} & {{*sys.modules}}),"
        f" [key for key in {KEYS} if f'kommunal_nh_{{key}}' in sys.modules])"
    )
    example = str(REPOSITORY / "examples" / "minimal")
    command = [sys.executable, "-c", code, example]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert said.strip() == "[] []"


@pytest.mark.parametrize("key", KEYS)
def test_importing_the_package_is_cheap(key: str) -> None:
    """What is heavy is loaded only when the module has something to write."""
    code = f"import sys, kommunal_nh_{key}; print(sorted({{*{HEAVY}}} & {{*sys.modules}}))"
    command = [sys.executable, "-c", code]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert said.strip() == "[]"
    assert importlib.import_module(f"kommunal_nh_{key}").__doc__


@pytest.mark.parametrize("format_", ["docx", "html", "markdown"])
def test_a_report_with_modules_comes_back(folder: Path, format_: str, tmp_path: Path) -> None:
    """Chapters of modules are made anew by them, so that an import leaves them out."""
    report = public_view(load(folder))
    (file,) = build(folder, format_, tmp_path / f"x.{ {'markdown': 'md'}.get(format_, format_) }")
    imported = import_report(file, tmp_path / "neu", report.profile).report
    assert [chapter.id for chapter in imported.chapters] == ["vorwort"]
    for new, old in zip(imported.themes, report.themes, strict=True):
        assert (new.id, new.title) == (old.id, old.title)
    assert said(imported) == said(report)


def said(report: Report) -> list[tuple[str, str, str]]:
    """Id, title and status of each project."""
    return [(one.id, one.title, one.status) for one in all_projects(report)]


@pytest.mark.parametrize("key", KEYS)
def test_data_that_is_no_mapping_is_refused_with_its_place(
    folder: Path, key: str, tmp_path: Path
) -> None:
    """A list, a word or nothing where a mapping belongs never ends in a traceback."""
    for text in ("[1, 2]\n", "wort\n", "", "a: {b: [c, {d: e}]}\n", "- {}\n"):
        kept = every_module.write(tmp_path / "daten")
        (kept / f"{key}.yaml").write_text(text, "utf-8")
        found: list[Finding] = check(kept)
        wrong = [one for one in found if one.severity is Severity.ERROR]
        assert all(one.file for one in wrong), (text, wrong)
        if text.strip():
            assert any(one.file == f"{key}.yaml" for one in wrong), (text, found)
