"""Every example is data alone, has nothing wrong, and builds in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from kommunal_nh import Severity, build, check
from kommunal_nh.plugins import exporters

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = sorted(path.parent for path in EXAMPLES.glob("*/bericht.yaml"))
each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)


def test_the_examples_are_there() -> None:
    """Soest, Blaustein and its Handlungskonzept, GNK, and what `new` writes are among them."""
    names = {folder.name for folder in FOLDERS}

    assert names >= {
        "kreis_soest", "blaustein", "blaustein_handlungskonzept", "gnk_musterkommune", "minimal",
    }  # fmt: skip


@each_folder
def test_an_example_has_nothing_wrong(folder: Path) -> None:
    """`check` finds no error and no warning; hints are what Soest's own text gives rise to."""
    findings = [str(one) for one in check(folder) if one.severity is not Severity.INFO]

    assert findings == []


@each_folder
def test_an_example_builds_in_every_format(folder: Path, tmp_path: Path) -> None:
    """Each installed format gives a file or a folder."""
    files = build(folder, list(exporters()), tmp_path)

    assert len(files) == len(exporters())
    assert all(file.stat().st_size > 1000 for file in files)


@each_folder
def test_an_example_needs_no_python(folder: Path) -> None:
    """Only Soest has scripts, which show the library and not what the report needs."""
    scripts = [path.name for path in folder.rglob("*.py")]

    assert folder.name == "kreis_soest" or scripts == []
