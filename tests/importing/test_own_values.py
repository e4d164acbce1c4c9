"""What stands after the labels of SDGs and frameworks, read back from words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kommunal_nh import all_projects, build, import_report, load
from kommunal_nh.importing.own.values import frameworks_in, numbers_in
from module_folder import REPORT


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("", ()),
        ("7, 13", (7, 13)),
        ("SDG 9 Industrie, Innovation und Infrastruktur, SDG 12 Nachhaltiger Konsum", (9, 12)),
        ("SDG 11 Nachhaltige Städte; vom Ziel: SDG 7, SDG 8; vom Themenfeld: SDG 13", (11,)),
        ("vom Themenfeld: SDG 13", ()),
        ("Goal 3 Good health; from the theme: Goal 13", (3,)),
        ("im Jahr 2030", ()),
    ],
)
def test_own_numbers_are_told_from_inherited_ones(words: str, numbers: tuple[int, ...]) -> None:
    """Plain numbers and those of chips are read; inherited ones are made anew."""
    assert numbers_in(words) == numbers


@pytest.mark.parametrize(
    ("words", "frameworks"),
    [
        ("", {}),
        ("BNK 10, 11", {"BNK": ("10", "11")}),
        ("BNK 2021 Kriterium 12; X", {"BNK 2021 Kriterium": ("12",), "X": ()}),
        ("A 1; B 10 (Klima, Wind; Erde), 8", {"A": ("1",), "B": ("10 (Klima, Wind; Erde)", "8")}),
        ("Rahmen (NRW) 3", {"Rahmen (NRW)": ("3",)}),
        ("Liste 1), 2)", {"Liste": ("1)", "2)")}),
    ],
)  # fmt: skip
def test_words_in_parentheses_belong_to_their_criterion(
    words: str, frameworks: dict[str, Any]
) -> None:
    """Neither commas nor semicolons within them part anything."""
    assert frameworks_in(words) == frameworks


@pytest.mark.parametrize("format_", ["docx", "html", "markdown"])
def test_what_the_modules_print_comes_back(format_: str, tmp_path: Path) -> None:
    """With SDG and BNK on, own SDGs and frameworks are read back, and nothing else as theirs."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "bericht.yaml").write_text(f"{REPORT}module: {{sdg: m.yaml, bnk: m.yaml}}\n", "utf-8")
    (source / "m.yaml").write_text("", "utf-8")
    (file,) = build(source, format_, tmp_path / "out")
    import_report(file, tmp_path / "again", profile="soest")

    report = load(tmp_path / "again")
    projects = {project.id: project for project in all_projects(report)}
    assert [theme.sdgs for theme in report.themes] == [(13,), ()]
    assert report.themes[0].goals[0].sdgs == (7,)
    assert projects["solardach"].sdgs == (11,)
    assert projects["solardach"].frameworks == {
        "Agenda": ("7.2",),
        "BNK": ("10 (Klimaschutz und Energie)",),
    }
    assert projects["radweg"].sdgs == ()
