"""Makes everything that the library makes, so that two makings can be compared.

    python products.py EXAMPLE FOLDER

Run as a script, so that it can run in other surroundings and by another Python.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from hashlib import sha256
from pathlib import Path

import kommunal_nh
from kommunal_nh.plugins import exporters, modules_of
from kommunal_nh.schema.writing import write_schemas
from kommunal_nh.serial import to_json


def make(example: Path, folder: Path) -> None:
    """Build, freeze, advance, compare, import and save a report.

    Args:
        example: The data folder; it stays as it is.

        folder: Where to put everything.
    """
    shutil.copytree(example, folder / "daten", ignore=shutil.ignore_patterns("build"))
    _switch_on_modules(folder / "daten" / "bericht.yaml")
    address = {"base-url": "https://example.org/nachhaltigkeit/"}
    kommunal_nh.build(folder / "daten", _formats(folder / "daten"), folder / "gebaut", address)
    kommunal_nh.freeze(folder / "daten")
    kommunal_nh.advance(folder / "daten", "2031-04-01")
    changes = kommunal_nh.diff(folder / "daten")
    kommunal_nh.build(kommunal_nh.load(folder / "daten"), "docx", folder / "weiter.docx")
    document = kommunal_nh.change_report(changes)
    (folder / "aenderungen.json").write_text(to_json(document), "utf-8")
    report = min((folder / "gebaut").glob("*.docx"), key=lambda file: len(file.name))
    profile = kommunal_nh.load(example).profile
    kommunal_nh.import_report(report, folder / "uebernommen", profile)
    write_schemas(folder / "schemas", kommunal_nh.load(folder / "daten"))
    kommunal_nh.write_template(folder / "vorlage.docx")


def _switch_on_modules(report: Path) -> None:
    """Take the marks of comments away, as in the example of Soest."""
    text = report.read_text("utf-8")
    report.write_text(re.sub(r"(?m)^# (module:$|  \w+: module/)", r"\1", text), "utf-8")


def _formats(folder: Path) -> list[str]:
    """All that can be built of a folder."""
    data = kommunal_nh.load(folder).modules
    own = [
        one.format
        for key, module in modules_of(data).items()
        for one in module.exporters(data[key])
    ]
    return [*exporters(), *own]


def sums(folder: Path) -> dict[str, str]:
    """A checksum of each file in a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files
    }


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]))
    print(json.dumps(sums(Path(sys.argv[2]))))
