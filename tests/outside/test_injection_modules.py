"""Hostile words in every text of every module: nothing runs in Chromium, and all are printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.outside.test_html_outside import node_script
from tests.outside.test_injection import MARKUP

import every_module
from kommunal_nh import Report, Severity, build, load
from kommunal_nh.plugins import modules_of

Way = tuple[str | int, ...]


def texts(value: Any, way: Way = ()) -> Iterator[Way]:
    """The ways to every text in an object."""
    if isinstance(value, str):
        yield way
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from texts(item, (*way, place))
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from texts(getattr(value, field.name), (*way, field.name))


def replaced(value: Any, way: Way, words: str) -> Any:
    """The same object with other words at the end of a way."""
    if not way:
        return f"{value} {words}".strip()
    step, *rest = way
    if isinstance(step, int):
        return (*value[:step], replaced(value[step], tuple(rest), words), *value[step + 1 :])
    return attrs.evolve(value, **{step: replaced(getattr(value, step), tuple(rest), words)})


def hostile(report: Report) -> tuple[Report, list[str]]:
    """The report with hostile words wherever the rules of a module let them stand."""
    names: list[str] = []
    for key, module in modules_of(report.modules).items():
        for way in [*texts(report.modules[key])]:
            name = f"{key}{len(names)}"
            data = replaced(report.modules[key], way, MARKUP.format(where=name))
            changed = attrs.evolve(report, modules={**report.modules, key: data})
            found = module.check(changed, data)
            if not any(one.severity is Severity.ERROR for one in found):
                report, names = changed, [*names, name]
    return report, names


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], list[str]]:
    """What the page did in Chromium, and which words are hostile."""
    out = tmp_path_factory.mktemp("module")
    report, names = hostile(load(every_module.write(out / "daten")))
    (page,) = build(report, "html", out)
    return dict(node_script("html_injection.cjs", page)), names


def test_nothing_runs_and_nothing_is_loaded(seen: tuple[dict[str, Any], list[str]]) -> None:
    """With and without its policy, the page calls no script and asks for no address."""
    (ways,), names = seen[0].values(), seen[1]
    assert len(names) > 100
    for way, said in ways.items():
        kinds = ("ran", "dialogs", "requests", "strange", "errors", "refused")
        assert {kind: said[kind] for kind in kinds if said[kind]} == {}, way


def test_hostile_words_are_printed_as_words(seen: tuple[dict[str, Any], list[str]]) -> None:
    """Of many texts of each module that prints any; others are for cases that did not occur."""
    (ways,), names = seen[0].values(), seen[1]
    words = ways["strict"]["words"]
    printed = [name for name in names if f"{name}<script>ran('{name}')</script>" in words]
    for key in ("bnk", "indikatoren", "prozess", "register", "sdg"):
        of_module = [name for name in names if name.rstrip("0123456789") == key]
        assert sum(name in printed for name in of_module) > len(of_module) / 3, key


def test_further_files_are_written_with_hostile_words(tmp_path: Path) -> None:
    """The words are no mark-up there either: what reads Word files and data still reads them."""
    report, _ = hostile(load(every_module.write(tmp_path / "daten")))
    own = [
        one.format
        for key, module in modules_of(report.modules).items()
        for one in module.exporters(report.modules[key])
    ]
    files = build(report, ["docx", "pdf", "xlsx", "markdown", *own], tmp_path)
    assert all(file.exists() for file in files)
