"""What saving changes in a file, as people see it: the lines before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent

import attrs
import pytest

from kommunal_nh import (
    ArchiveEntry,
    Chapter,
    Cooperation,
    DataError,
    Goal,
    Part,
    Project,
    Report,
    Theme,
    UsageError,
    add_project,
    change_project,
    load,
    load_profile,
    move_project,
    save,
    withdraw_project,
)
from kommunal_nh.saving import planned, updating
from small_folder import FOLDER, write

Change = Callable[[Report], Report]
HEAD = """\
titel: Report
herausgeber: Kreis
stand: 2024-10-01
profil: soest
einheiten: {"61": Planung, wfg: Wirtschaft}
kommunen: {ense: Ense}
"""
THEME = """\
id: klima
titel: Klima
ziele:
  - id: sparen
    projekte:
      # zuerst die großen
      - id: a
        titel: Dächer   # so im Beschluss
        status: in-planung
        sachstand: |
          Zeile eins.

          Zeile zwei.

      # dieses ist neu
      - id: b
        titel: "Wege"
        status: 'in-planung'
        verantwortlich: ["61"]
  # das zweite Ziel
  - id: sonne
    projekte: []     # noch keine
"""


def folder_of(place: Path, theme: str = THEME, head: str = HEAD, **files: str) -> Path:
    """A data folder with one theme."""
    folder = place / "daten"
    (folder / "themen").mkdir(parents=True)
    (folder / "bericht.yaml").write_bytes(head.encode())
    (folder / "themen" / "klima.yaml").write_bytes(theme.encode())
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_bytes(text.encode())
    return folder


def changed(folder: Path, change: Change, name: str = "themen/klima.yaml") -> str:
    """A file after a change of the report."""
    report = change(load(folder))
    save(report, folder)
    assert load(folder) == report
    return (folder / name).read_bytes().decode()


def difference(before: str, after: str) -> list[str]:
    """The lines that are gone and those that came, wherever they stand."""
    old, new = Counter(before.splitlines()), Counter(after.splitlines())
    gone = [f"- {line}".rstrip() for line in (old - new).elements()]
    return sorted([*gone, *(f"+ {line}".rstrip() for line in (new - old).elements())])


CASES: dict[str, tuple[Change, str]] = {
    "a status": (
        lambda report: change_project(report, "b", status="umgesetzt", progress="Fertig."),
        """\
        -         status: 'in-planung'
        +         status: 'umgesetzt'
        +         sachstand: Fertig.
        """,
    ),
    "a title keeps its comment": (
        lambda report: change_project(report, "a", title="Dächer: alle"),
        """\
        -         titel: Dächer   # so im Beschluss
        +         titel: "Dächer: alle"   # so im Beschluss
        """,
    ),
    "a text becomes long behind a comment": (
        lambda report: change_project(report, "a", title="Wort " * 25 + "Ende"),
        """\
        -         titel: Dächer   # so im Beschluss
        +         titel: >-   # so im Beschluss
        +           @1
        +           @2
        """,
    ),
    "a text of several lines": (
        lambda report: change_project(report, "a", progress="Zeile eins.\n\nZeile drei.\n"),
        """\
        -           Zeile zwei.
        +           Zeile drei.
        """,
    ),
    "a text goes": (
        lambda report: change_project(report, "a", progress=""),
        """\
        -         sachstand: |
        -           Zeile eins.
        -
        -           Zeile zwei.
        """,
    ),
    "a list in brackets": (
        lambda report: change_project(report, "b", responsible=("wfg", "61")),
        """\
        -         verantwortlich: ["61"]
        +         verantwortlich: [wfg, "61"]
        """,
    ),
    "a new project": (
        lambda report: add_project(report, "sparen", Project("c", "Neu", "in-planung", sdgs=(7,))),
        """\
        +
        +       - id: c
        +         titel: Neu
        +         status: in-planung
        +         sdgs: [7]
        """,
    ),
    "a project in an empty list": (
        lambda report: add_project(report, "sonne", Project("c", "Neu", "in-planung")),
        """\
        -     projekte: []     # noch keine
        +     projekte:     # noch keine
        +       - id: c
        +         titel: Neu
        +         status: in-planung
        """,
    ),
    "a project moves with its comments": (
        lambda report: move_project(report, "b", "sonne"),
        """\
        -     projekte: []     # noch keine
        +     projekte:     # noch keine
        """,
    ),
    "the first project goes, the list's comment stays": (
        lambda report: withdraw_project(report, "a", "kein Geld"),
        """\
        -       - id: a
        -         titel: Dächer   # so im Beschluss
        -         status: in-planung
        -         sachstand: |
        -           Zeile eins.
        -
        -           Zeile zwei.
        -
        """,
    ),
    "a new goal": (
        lambda report: with_goal(report, Goal("wind", statement="Wind nutzen", sdgs=(7, 13))),
        """\
        +   - id: wind
        +     text: Wind nutzen
        +     sdgs: [7, 13]
        """,
    ),
    "everything goes": (
        lambda report: withdraw_project(withdraw_project(report, "a", "x"), "b", "y"),
        """\
        -     projekte:
        +     projekte: []
        -       - id: a
        -         titel: Dächer   # so im Beschluss
        -         status: in-planung
        -         sachstand: |
        -           Zeile eins.
        -
        -           Zeile zwei.
        -
        -       # dieses ist neu
        -       - id: b
        -         titel: "Wege"
        -         status: 'in-planung'
        -         verantwortlich: ["61"]
        """,
    ),
    "parts and cooperation": (
        lambda report: change_project(
            report, "b", parts=(Part("Eins", "Text"), Part("", "", "Stand")),
            cooperation=Cooperation("gemeinsam", ("ense",)),
        ),
        """\
        +         teile:
        +           - titel: Eins
        +             beschreibung: Text
        +           - sachstand: Stand
        +         zusammenarbeit:
        +           text: gemeinsam
        +           kommunen: [ense]
        """,
    ),
}  # fmt: skip


def with_goal(report: Report, goal: Goal) -> Report:
    """A report with one more goal in its first theme."""
    first, *others = report.themes
    return attrs.evolve(report, themes=(attrs.evolve(first, goals=(*first.goals, goal)), *others))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_only_what_changed_changes(tmp_path: Path, case: str, line_end: str) -> None:
    """The lines that say something else are other ones afterwards, all others are untouched."""
    change, expected = CASES[case]
    folder = folder_of(tmp_path, THEME.replace("\n", line_end))
    after = changed(folder, change)

    assert after.count("\n") == after.count(line_end)
    expected = expected.replace("@1", "Wort " * 19).replace("@2", "Wort " * 6 + "Ende")
    assert difference(THEME, after) == sorted(
        line.rstrip() for line in dedent(expected).strip("\n").split("\n")
    )


STYLES = {
    "a text that keeps its empty lines": "sachstand: |+\n  Alt\n\n\n",
    "a folded text": "sachstand: >\n  Alt und\n  lang\n",
    "a text in quotes over two lines": 'sachstand: "Alt und\n  lang"\n',
    "a key with a colon far away": "sachstand:    Alt\n",
    "a comment behind": "sachstand: Alt # warum\n",
    "nothing yet": "sachstand:\n",
    "no line end at the end of the file": "sachstand: Alt",
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("text", ["Neu", "Neu\n\nZwei\n", "", "Neu: # ja", "x" * 200, " Rand "])
def test_every_style_can_be_changed(tmp_path: Path, style: str, text: str) -> None:
    """However a text is written, another one takes its place and what stands around it stays."""
    project = "id: klima\ntitel: Klima\nprojekte:\n- id: a\n  titel: A\n  status: ideenspeicher\n"
    indented = STYLES[style].replace("\n", "\n  ").rstrip(" ")
    folder = folder_of(tmp_path, f"{project}  {indented}")
    after = changed(folder, lambda report: change_project(report, "a", progress=text))

    assert after.startswith(project)


def test_dates_of_the_report_stand_together(tmp_path: Path) -> None:
    """A day of the edition before comes right below the day of this one."""
    day = date(2024, 4, 1)
    after = changed(
        folder_of(tmp_path), lambda report: attrs.evolve(report, previous_as_of=day), "bericht.yaml"
    )

    assert "stand: 2024-10-01\nletzter_stand: 2024-04-01\nprofil: soest\n" in after


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    """What Windows editors put at the start of a file is there afterwards."""
    folder = folder_of(tmp_path, "\ufeff" + THEME)
    after = changed(folder, lambda report: change_project(report, "b", title="Straßen"))

    assert after == "\ufeff" + THEME.replace('"Wege"', '"Straßen"')


def test_rows_in_braces_stay_in_braces(tmp_path: Path) -> None:
    """A new row of the archive is written like the rows that are there."""
    rows = '# Archiv\n- {thema: klima, projekt: Alt, report: 2023-10-01, nummer: "1"}\n'
    folder = folder_of(tmp_path, head=f"{HEAD}archiv: archiv.yaml\n", archiv__yaml=rows)
    new = ArchiveEntry("klima", "Neu, ja", date(2024, 4, 1), "1.1.1.1", "x")
    after = changed(
        folder, lambda report: attrs.evolve(report, archive=(*report.archive, new)), "archiv.yaml"
    )

    assert after == (
        f'{rows}- {{thema: klima, projekt: "Neu, ja", report: 2024-04-01, nummer: "1.1.1.1", '
        "id: x}\n"
    )


def test_commas_in_braces_are_quoted(tmp_path: Path) -> None:
    """A value in braces that needs quotation marks there gets them."""
    theme = "{id: klima, titel: Klima, projekte: [{id: a, titel: A, status: in-planung}]}\n"
    folder = folder_of(tmp_path, theme)
    after = changed(folder, lambda report: change_project(report, "a", title="A, B", sdgs=(1, 2)))

    assert after == (
        '{id: klima, titel: Klima, projekte: [{id: a, titel: "A, B", status: in-planung, '
        "sdgs: [1, 2]}]}\n"
    )


@pytest.mark.parametrize("text", ["", "# noch leer\n", "[]\n", "# leer\n[]   # so\n"])
def test_an_empty_file_is_filled(tmp_path: Path, text: str) -> None:
    """A file of rows that has none yet takes the first, and its comments stay."""
    folder = folder_of(tmp_path, head=f"{HEAD}archiv: archiv.yaml\n", archiv__yaml=text)
    new = ArchiveEntry("klima", "Neu", date(2024, 4, 1))
    after = changed(folder, lambda report: attrs.evolve(report, archive=(new,)), "archiv.yaml")

    assert "- thema: klima\n" in after
    assert all(line in after for line in text.split("\n") if line.startswith("#"))


def test_themes_and_chapters_come_and_go(tmp_path: Path) -> None:
    """New ones get files, dropped ones lose theirs, and the order is kept."""
    folder = folder_of(tmp_path)
    report, new = load(folder), Theme("bildung", "Bildung")
    chapters = (Chapter("vorwort", "Vorwort", "Text"),)
    save(attrs.evolve(report, themes=(*report.themes, new), chapters=chapters), folder)
    listed = (folder / "bericht.yaml").read_text("utf-8")
    save(attrs.evolve(report, themes=(new,), chapters=()), folder)

    assert "themen: [themen/klima.yaml, themen/2-bildung.yaml]" in listed
    assert "kapitel: [kapitel/vorwort.md]" in listed
    assert sorted(path.name for path in (folder / "themen").iterdir()) == ["2-bildung.yaml"]
    assert not list((folder / "kapitel").iterdir())


def test_a_chapter_that_no_file_can_hold_stands_in_bericht(tmp_path: Path) -> None:
    """A title that a Markdown heading would change is kept in bericht.yaml instead."""
    folder = folder_of(tmp_path)
    chapter = Chapter("c", "C #", "Text")
    changed(folder, lambda report: attrs.evolve(report, chapters=(chapter,)))

    assert 'titel: "C #"' in (folder / "bericht.yaml").read_text("utf-8")


PROFILES = {
    "a name": "profil: soest\n",
    "a file": "profil: eigen.yaml\n",
    "a mapping": "profil: {basis: soest, texte: {summe: Gesamt}}\n",
    "nothing": "",
}


@pytest.mark.parametrize("kind", PROFILES)
def test_another_profile_is_saved(tmp_path: Path, kind: str) -> None:
    """Wherever the profile stands, a changed one is read back."""
    head = HEAD.replace("profil: soest\n", PROFILES[kind])
    theme = "id: klima\ntitel: Klima\n"
    folder = folder_of(tmp_path, theme, head, eigen__yaml="# eigen\nbasis: soest\nname: eigen\n")
    labels = attrs.evolve(load_profile("soest").labels, total="Alle")
    profile = attrs.evolve(load(folder).profile, labels=labels, contents_depth=2)
    changed(folder, lambda report: attrs.evolve(report, profile=profile))
    changed(folder, lambda report: attrs.evolve(report, profile=load_profile("soest")))


def test_data_in_braces_can_be_changed(tmp_path: Path) -> None:
    """A folder in JSON style, with everything in it, takes all kinds of changes."""
    folder = write(tmp_path / "klein", FOLDER)
    report = load(folder)
    report = change_project(report, "allianz", title="Bund", progress="Eins\n\nZwei", parts=())
    report = change_project(report, "allianz", frameworks={}, extra={}, start=None)
    report = add_project(report, "sonne", Project("neu", "Neu", "ideenspeicher"))
    report = attrs.evolve(report, archive=(), council=None, units={**report.units, "61": "Plan"})
    save(report, folder)

    assert load(folder) == report


def test_errors_are_not_saved(tmp_path: Path) -> None:
    """A report with errors is refused before anything is written."""
    folder = folder_of(tmp_path)
    report = load(folder)
    with pytest.raises(DataError, match="unknown-status"):
        save(change_project(report, "a", status="x"), folder)

    assert (folder / "themen" / "klima.yaml").read_text("utf-8") == THEME


def test_what_can_not_be_read_back_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If a folder would say something else than the report, nothing is written."""
    folder = folder_of(tmp_path)
    report = change_project(load(folder), "a", title="Anders")
    monkeypatch.setattr(updating, "single", lambda *_, **__: "Falsch")
    with pytest.raises(UsageError, match="nichts geändert"):
        planned(report, folder, load(folder))


@pytest.mark.parametrize("empty", ["- {}", "- { }   # noch leer"])
def test_an_empty_part_is_filled(tmp_path: Path, empty: str) -> None:
    """Several values at once come between braces that had none."""
    theme = (
        "id: klima\ntitel: Klima\nprojekte:\n  - id: a\n    titel: A\n    status: in-planung\n"
        f"    teile:\n      {empty}\n"
    )
    parts = (Part("Klima", "Text", "Stand"),)
    text = changed(
        folder_of(tmp_path, theme), lambda report: change_project(report, "a", parts=parts)
    )

    assert "      - {titel: Klima, beschreibung: Text, sachstand: Stand}" in text
    assert ("# noch leer" in text) == ("# noch leer" in theme)
