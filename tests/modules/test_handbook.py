"""The pages on modules say what the modules do; their examples work."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest

from kommunal_nh import Severity, check
from kommunal_nh.fields import keys_of
from kommunal_nh.plugins import modules_of
from module_folder import REPORT, found, make

REPOSITORY = Path(__file__).parents[2]
SOEST = REPOSITORY / "examples" / "kreis_soest"
KEYS = ("bnk", "indikatoren", "register", "sdg")
_RULE = re.compile(
    r"^### `([\w-]+)` \((\w+)\)\n(.*?)(?=^##|^Leere|^Ein Name|\Z)", re.MULTILINE | re.DOTALL
)
each_module = pytest.mark.parametrize("key", KEYS)


def page(key: str) -> str:
    """The page on a module."""
    return (REPOSITORY / "docs" / "handbuch" / f"modul-{key}.md").read_text("utf-8")


def rules(key: str) -> dict[str, Severity]:
    """The rules of a module."""
    known: dict[str, Severity] = importlib.import_module(f"kommunal_nh_{key}.rules").RULES
    return known


def classes(cls: type[Any]) -> Iterator[type[Any]]:
    """A class with keys, and those that its fields are made of."""
    yield cls
    for field in keys_of(attrs.resolve_types(cls)).values():
        for inner in (field.type, *get_args(field.type)):
            if isinstance(inner, type) and attrs.has(inner):
                yield from classes(inner)


@each_module
def test_every_key_is_explained(key: str) -> None:
    """Each key of the module's file has a row of a table; each text its usual words."""
    text = page(key)
    for cls in classes(modules_of([key])[key].data_class):
        for name, field in keys_of(cls).items():
            words = re.escape(field.default) + r" \|$" if cls.__name__ == "Texts" else ""
            assert re.search(rf"^\| (?:↳ )?`{name}` \| {words}", text, re.MULTILINE), name


@each_module
def test_every_rule_is_explained(key: str) -> None:
    """Each rule has a heading with its severity, an example and a remedy; no other has."""
    explained = {name: (severity, text) for name, severity, text in _RULE.findall(page(key))}

    assert {name: severity for name, (severity, _) in explained.items()} == {
        name: severity.value for name, severity in rules(key).items()
    }
    for _, text in explained.values():
        assert "```yaml\n" in text
        assert "**Abhilfe:**" in text


@pytest.mark.parametrize(("key", "rule"), [(key, rule) for key in KEYS for rule in rules(key)])
def test_the_example_of_a_rule_breaks_it(key: str, rule: str, tmp_path: Path) -> None:
    """What the page shows as wrong is found by the rule that it is about."""
    (text,) = (text for name, _, text in _RULE.findall(page(key)) if name == rule)
    (example,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    is_of_report = rule in {"unit-without-project", "theme-without-sdg"}  # and the report breaks it
    folder = make(tmp_path, key, "" if is_of_report else example)
    without = "".join(line for line in REPORT.splitlines(keepends=True) if "sdgs:" not in line)
    (folder / "bericht.yaml").write_text(f"{without}module: {{{key}: modul.yaml}}\n", "utf-8")

    assert found(folder, rule)


@each_module
@pytest.mark.parametrize("source", ["the example", "the page"])
def test_examples_have_no_errors(key: str, source: str, tmp_path: Path) -> None:
    """What ships with Soest's report, and what the page shows first, is in order there."""
    folder = tmp_path / "soest"
    shutil.copytree(SOEST, folder, ignore=shutil.ignore_patterns("build", "*.py"))
    if source == "the page":
        (shown,) = re.findall(rf"```yaml\n(# module/{key}\.yaml.*?)```", page(key), re.DOTALL)
        (folder / "module" / f"{key}.yaml").write_text(shown, "utf-8")
    with (folder / "bericht.yaml").open("a", encoding="utf-8") as report:
        report.write(f"\nmodule: {{{key}: module/{key}.yaml}}\n")

    findings = [one for one in check(folder) if one.rule in {*rules(key), "unknown-module"}]
    assert {one.severity for one in findings} <= {Severity.INFO}
    assert not any(one.severity is Severity.ERROR for one in check(folder))


# ------------------------------------------------------------------------------ the same everywhere

_BUILD = """
import sys
from kommunal_nh import build
files = build(sys.argv[1], ["docx", "html", "markdown", "pdf"], sys.argv[2])
print([name for name in sys.modules if name.startswith("kommunal_nh_")])
"""


def built(folder: Path, target: Path, seed: str, zone: str) -> tuple[dict[str, bytes], str]:
    """All files of a report, written by another process, and what it has imported."""
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
    command = [sys.executable, "-c", _BUILD, str(folder), str(target)]
    done = subprocess.run(
        command, check=True, capture_output=True, encoding="utf-8", env=environment
    )
    return {file.name: file.read_bytes() for file in target.iterdir()}, done.stdout


def test_all_give_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """Neither the hash seed nor the time zone changes a byte of any format."""
    folder = make(tmp_path, "sdg", "schwerpunkte: [7, 5, 13]\n")
    every = "module: {sdg: modul.yaml, bnk: leer.yaml, register: leer.yaml, indikatoren: i.yaml}\n"
    (folder / "bericht.yaml").write_text(REPORT + every, "utf-8")
    (shown,) = re.findall(r"```yaml\n(# module/indikatoren.*?)```", page("indikatoren"), re.DOTALL)
    (folder / "i.yaml").write_text(shown.replace("erneuerbare-energien", "strom"), "utf-8")
    (folder / "leer.yaml").write_text("", "utf-8")

    first, imported = built(folder, tmp_path / "a", "1", "Pacific/Kiritimati")
    again, _ = built(folder, tmp_path / "b", "2", "America/Adak")
    assert len(first) == 4
    assert first == again
    assert all(f"kommunal_nh_{key}'" in imported for key in KEYS)


def test_what_is_off_is_not_imported(tmp_path: Path) -> None:
    """A report without modules loads none of them."""
    (tmp_path / "bericht.yaml").write_text(REPORT, "utf-8")

    _, imported = built(tmp_path, tmp_path / "a", "1", "UTC")
    assert "kommunal_nh_html'" in imported
    assert not any(f"kommunal_nh_{key}" in imported for key in KEYS)
