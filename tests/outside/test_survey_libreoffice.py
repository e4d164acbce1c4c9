"""Forms that LibreOffice opened, changed and saved; real edits, real files, one start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from tests.plugins.docx_reading import program

from kommunal_nh import UsageError, load, merge, survey
from kommunal_nh.forms.spreadsheet import layout
from kommunal_nh.merging.files import read_all
from questioned import DAY, asked, bytes_in, folder

EXAMPLE = Path(__file__).parents[2] / "examples" / "kreis_soest"
NEW = layout.NEW
SOME = ("80", "80.02", "66", "81", "wfg")
"""Units of the Kreis Soest with the longest forms, and with parts."""


@pytest.fixture(scope="module")
def filling() -> ModuleType:
    """The example's module that has LibreOffice fill in forms."""
    program("soffice")
    spec = spec_from_file_location("ausfuellen", EXAMPLE / "ausfuellen.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    try:
        module.python_mit_uno()
    except RuntimeError as problem:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(problem))
    return module


@pytest.fixture(scope="module")
def saved(filling: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with data, and with forms that LibreOffice saved: filled in, and untouched."""
    place = tmp_path_factory.mktemp("libreoffice")
    data = folder(place)
    forms = asked(data)
    soest = survey(EXAMPLE, place / "soest", only=SOME)
    entry = filling.Eintrag
    said = [
        entry("solar", NEW, "Das ist wichtig.\n- eins\n- zwei", "wichtig"),
        entry("solar", layout.STATUS, "in Bearbeitung"),
        entry("solar#1", layout.UNCHANGED, "ja"),
        entry("solar#2", NEW, "=1+1"),
        entry(1, layout.GOAL, "1.2 Wege"),
        entry(1, layout.IDEA_TITLE, "Brücke"),
        entry(1, layout.DESCRIPTION, "Über den Bach"),
    ]
    work = [(forms["80.1"], place / "ausgefüllt.xlsx", said)]
    work += [(form, place / f"leer {unit}.xlsx", []) for unit, form in forms.items()]
    work += [
        (form, place / f"soest {form.name}", []) for form in soest.files if form.suffix == ".xlsx"
    ]
    filling.ausfuellen(work)
    return place


def test_answers_typed_in_libreoffice_arrive(saved: Path, tmp_path: Path) -> None:
    """Words, a bold word, a list, a status, an idea, and what looks like a formula and is none."""
    data = Path(shutil.copytree(saved / "daten", tmp_path / "daten"))
    done = merge(data, [saved / "ausgefüllt.xlsx"], today=DAY)

    assert {(one.key, one.field.value): one.new for one in done.changes} == {
        ("solar", "Status"): "in-bearbeitung",
        ("solar", "Sachstand"): "Das ist **wichtig**.\n\n- eins\n- zwei\n",
        ("solar#2", "Sachstand"): "\\=1+1\n",
    }
    assert [idea.project.title for idea in done.ideas] == ["Brücke"]
    assert done.conflicts == ()
    assert done.states[0].open == ()
    assert load(data).themes[0].goals[0].projects[0].status == "in-bearbeitung"


def test_files_that_were_only_saved_change_nothing(saved: Path) -> None:
    """Forms of two reports that LibreOffice saved without edits read as they were written."""
    before = bytes_in(saved / "daten")
    done = merge(saved / "daten", sorted(saved.glob("leer *.xlsx")), today=DAY)
    soest = merge(EXAMPLE, sorted(saved.glob("soest *.xlsx")), dry_run=True, today=DAY)

    assert (done.changes, done.conflicts, done.files) == ((), (), ())
    assert bytes_in(saved / "daten") == before
    assert (soest.changes, soest.ideas, soest.conflicts) == ((), (), ())
    assert sum(len(state.files) for state in soest.states) == len(SOME)


@pytest.mark.parametrize("kind", ["XLS", "ODS"])
def test_other_formats_of_libreoffice_are_refused(
    filling: ModuleType, saved: Path, tmp_path: Path, kind: str
) -> None:
    """A form saved as .xls or .ods is not read; the sentence says how to save it instead."""
    target = tmp_path / f"antwort.{kind.lower()}"
    filling.ausfuellen([(saved / "ausgefüllt.xlsx", target, [])], getattr(filling, kind))

    with pytest.raises(UsageError, match=r"\(?\.xlsx\)? .*speichern"):
        read_all([target])


def test_the_script_shows_a_half_year(filling: ModuleType, tmp_path: Path) -> None:
    """The example's script asks, has forms filled in, merges, advances, builds and compares."""
    before = {path: path.read_bytes() for path in EXAMPLE.rglob("*.yaml")}
    done = subprocess.run(
        [sys.executable, EXAMPLE / "halbjahr.py", tmp_path / "halbjahr"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    for line in (
        "Gefragt: 25 Einheiten; niemand zuständig: 1",
        "Vorschau: 4 Änderungen, übernommen: 4",
        "Noch einmal: 0 Änderungen",
        "Neuer Vorschlag: solarkataster-fuer-parkplaetze",
        "Konflikt: 1.1.3.1 energetische Maßstäbe für kreiseigene Gebäude, Sachstand",
        "14: unverändert, offen: 0",
        "70.03: beantwortet, offen: 0",
        "80.01: teilweise beantwortet, offen: 8",
        "Archiviert: 7",
        "Nicht mehr im Report: 7",
    ):
        assert line in done.stdout.splitlines()
    (conflicts,) = (tmp_path / "halbjahr" / "daten").glob("konflikte-2024-02-20.md")
    assert "Entwurf vor" in conflicts.read_text("utf-8")
    assert "seit Januar 2024" in conflicts.read_text("utf-8")
    assert before == {path: path.read_bytes() for path in before}
