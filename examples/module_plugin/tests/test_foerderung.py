"""The module prints what it was told, refuses what it can not know, and costs nothing while off."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kommunal_nh import DataError, build, check, load

REPORT = """\
titel: Nachhaltigkeitsreport Musterstadt
herausgeber: Musterstadt
stand: 2024-10-01
profil: soest
themen:
  - id: klima
    titel: Klima
    ziele:
      - id: strom
        text: Strom kommt aus der Sonne.
        projekte:
          - {id: solardach, titel: Solardach, status: in-planung, beschreibung: Module aufs Dach.}
          - {id: geheim, titel: Entwurf, status: in-planung, beschreibung: Noch nicht., entwurf: ja}
"""
GRANTS = "projekt;programm;betrag\nsolardach;Klimafonds;12.500,50\ngeheim;Klimafonds;1\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with the module switched on, and its table in a file of its own."""
    (tmp_path / "bericht.yaml").write_text(f"{REPORT}module: {{foerderung: f.yaml}}\n", "utf-8")
    (tmp_path / "f.yaml").write_text("zusagen: zusagen.csv\n", "utf-8")
    (tmp_path / "zusagen.csv").write_text(GRANTS, "utf-8")
    return tmp_path


def markdown(source: Path) -> str:
    """What the report says as Markdown."""
    (file,) = build(source, "markdown", source / "build")
    return file.read_text("utf-8")


def test_chapter_and_facts_say_what_was_promised(folder: Path) -> None:
    """The sum is exact, the project is linked, and its section has the line, too."""
    text = markdown(folder)

    assert re.search(r"(?m)^## Förderung$", text)
    assert "Zugesagt sind 12.500,50 €." in text
    assert re.search(r"\| \[1\.1\.3\.1 Solardach\]\(#.*?\) \| Klimafonds \| 12\.500,50 € \|", text)
    assert "**Förderung:** Klimafonds (12.500,50 €)" in text


def test_drafts_are_not_spoken_of(folder: Path) -> None:
    """A grant for a project that is not published stays in the house."""
    assert "1,00 €" not in markdown(folder)
    assert len(load(folder).modules["foerderung"].grants) == 2  # type: ignore[attr-defined]


def test_an_unknown_project_is_found_in_its_line(folder: Path) -> None:
    """The finding names the table and the line."""
    (folder / "zusagen.csv").write_text(GRANTS.replace("geheim", "geheimnis"), "utf-8")

    (finding,) = [one for one in check(folder) if one.rule == "unknown-funded-project"]
    assert (finding.file, finding.line) == ("zusagen.csv", 3)
    with pytest.raises(DataError, match="geheimnis"):
        build(folder, "markdown", folder / "build")


def test_a_report_without_it_does_not_load_it(folder: Path) -> None:
    """No line in bericht.yaml, no import."""
    (folder / "bericht.yaml").write_text(REPORT, "utf-8")
    code = (
        "import sys, kommunal_nh; kommunal_nh.build(sys.argv[1], 'markdown', sys.argv[1] + '/b');"
        "print('kommunal_nh_foerderung' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(folder)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout

    assert said.strip() == "False"
