"""Documents by example: what stands where, and in which words."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import attrs
import pytest

from kommunal_nh import (
    ArchiveEntry,
    Chapter,
    Cooperation,
    Council,
    Goal,
    Labels,
    Level,
    Levels,
    NumberingScheme,
    Part,
    PartialDate,
    Profile,
    Project,
    Report,
    Severity,
    Status,
    Theme,
    Withdrawn,
    assemble,
    check,
    load_profile,
)
from kommunal_nh.document import (
    Document,
    Heading,
    Legend,
    Paragraph,
    Reference,
    Section,
    StatusMark,
    TableOfContents,
    Text,
    TitlePage,
)
from trees import blocks, find, heading, sections, spoken, tables, words

ALLIANCE = Project(
    "klima-allianz",
    "Klima-Allianz",
    "umgesetzt",
    "Allianz",
    description="Bürger*innen und Hörer*innen machen mit der [{kurztitel}](#klima-allianz) mit.",
    progress="Die App ist da, siehe [](#konzept).",
    parts=(Part("Phase 2", "Mehr.", "Bald."), Part(progress="Weiter.")),
    responsible=("80.01", "wfg"),
    cooperation=Cooperation("Werkstätten", ("soest", "werl")),
    sdgs=(7, 13),
    frameworks={"BNK": ("10", "11")},
    start=PartialDate(2023, quarter=2),
    end=PartialDate(2024),
)
CONCEPT = Project("konzept", "Klimaschutzkonzept 2.0", "in-bearbeitung", progress="Läuft.")
REPORT = Report(
    "Nachhaltigkeitsreport",
    "Kreis Musterland",
    date(2023, 10, 1),
    load_profile("soest"),
    date(2023, 4, 1),
    chapters=(
        Chapter("einleitung", "Einleitung", "Vorab.\n\n## Ziele\n\nViele.\n\n## Ziele\n\nMehr."),
    ),
    themes=(
        Theme("klima", "Klima/Energie", goals=(
            Goal("sparen", statement="Energie soll gespart werden.", projects=(CONCEPT, ALLIANCE)),
            Goal("leer"),
        )),
        Theme("konsum", "Konsum"),
    ),
    units={"80.01": "Klimaschutz", "wfg": "wfg GmbH"},
    municipalities={"soest": "Soest", "werl": "Werl", "ense": "Ense"},
    archive=(ArchiveEntry("klima", "Altes", date(2022, 10, 1), "1.1.1 + 1.2.1"),),
    withdrawn=(Withdrawn("Idee", "Zu teuer.", date(2023, 4, 1), "konzept"),),
    council=Council("279/2022", "Kreistag", date(2023, 12, 7)),
)  # fmt: skip
DOCUMENT = assemble(REPORT)


def section(document: Document, anchor: str) -> Section:
    """The section with an anchor."""
    (found,) = (one for one in sections(document) if one.anchor == anchor)
    return found


def errors(report: Report) -> list[str]:
    """The rules that a report breaks."""
    return [finding.rule for finding in check(report) if finding.severity is Severity.ERROR]


def test_title_page() -> None:
    """The title page names title, day, publisher and council paper."""
    (page,) = find(DOCUMENT, TitlePage)

    assert page == TitlePage(
        "Nachhaltigkeitsreport",
        "Stand: 01.10.2023",
        ("Kreis Musterland", "Vorlage 279/2022, Kreistag, 07.12.2023"),
    )


def test_contents_show_numbers_titles_and_anchors() -> None:
    """The contents are the headings with their numbers; sections of a status have no anchor."""
    (contents,) = find(DOCUMENT, TableOfContents)
    entries = [attrs.astuple(entry) for entry in contents.entries]

    assert entries[0] == (1, "", "Einleitung", "einleitung")
    assert [entry[:3] for entry in entries if entry[1].startswith("1")] == [
        (1, "1", "Klima/Energie"),
        (2, "1.1", "Strategisches Ziel 1"),
        (3, "1.1.1", "umgesetzte Projekte"),
        (4, "1.1.1.1", "Klima-Allianz"),
        (3, "1.1.2", "Projekte in Bearbeitung"),
        (4, "1.1.2.1", "Klimaschutzkonzept 2.0"),
        (3, "1.1.3", "Projekte in Planung"),
        (3, "1.1.4", "Ideenspeicher"),
        (2, "1.2", "Strategisches Ziel 2"),
        (3, "1.2.1", "umgesetzte Projekte"),
        (3, "1.2.2", "Projekte in Bearbeitung"),
        (3, "1.2.3", "Projekte in Planung"),
        (3, "1.2.4", "Ideenspeicher"),
    ]


def test_a_project_says_everything() -> None:
    """A project prints status, texts, parts, units, cooperation, period, SDGs and frameworks."""
    assert list(spoken(section(DOCUMENT, "klima-allianz"))) == [
        "Klima-Allianz",
        "Status: Umgesetzt",
        "Projektbeschreibung:",
        "Bürger*innen und Hörer*innen machen mit der Allianz mit.",
        "Sachstand:",
        "Die App ist da, siehe 1.1.2.1.",
        "Phase 2",
        "Projektbeschreibung:",
        "Mehr.",
        "Sachstand:",
        "Bald.",
        "Sachstand:",
        "Weiter.",
        "Verantwortlich: 80.01 Klimaschutz, wfg GmbH",
        "Zusammenarbeit mit Kommunen: Werkstätten (Soest, Werl)",
        "Zeitraum: 2. Quartal 2023 bis 2024",
        "Ziele für nachhaltige Entwicklung (SDG): 7, 13",
        "Bezüge: BNK 10, 11",
    ]
    assert section(DOCUMENT, "klima-allianz").facets == {
        "status": ("umgesetzt",),
        "theme": ("klima",),
        "unit": ("80.01", "wfg"),
        "municipality": ("soest", "werl"),
    }


def test_empty_statuses_say_so_in_their_own_words() -> None:
    """A goal without projects shows all four sections with the texts of Kreis Soest."""
    shown = [
        words(block.content)
        for block in blocks(section(DOCUMENT, "leer"))
        if isinstance(block, Paragraph) and block.role == "empty"
    ]

    assert shown == [
        "seit der letzten Überarbeitung zum 01.04.2023 keine Projekte abgeschlossen",
        "derzeit keine Projekte vorhanden",
        "derzeit keine Projekte vorhanden",
        "derzeit keine Projekte vorhanden",
    ]


def test_a_goal_prints_its_wording() -> None:
    """The wording of a goal stands below its heading, as a statement."""
    head, statement, *_ = section(DOCUMENT, "sparen").blocks

    assert head == Heading(2, "1.1", (Text("Strategisches Ziel 1"),))
    assert statement == Paragraph((Text("Energie soll gespart werden."),), role="statement")


def test_the_project_list_follows_the_life_cycle() -> None:
    """The list has columns from idea to done, and one mark in each row."""
    (lists,) = sections(DOCUMENT, "lists")
    ((table, rows),) = tables(lists)

    assert lists.landscape
    assert [column.title for column in table.columns] == [
        "Nr.",
        "Projekt",
        "Ideenspeicher",
        "Planung",
        "Bearbeitung",
        "Umgesetzt",
        "Zusammenarbeit mit Kommunen",
        "Verantwortlichkeit",
    ]
    assert [[words(cell) for cell in row.cells] for row in rows] == [
        ["1.1.1.1", "Klima-Allianz", "", "", "", "Umgesetzt", "Werkstätten (Soest, Werl)",
         "80.01, wfg"],
        ["1.1.2.1", "Klimaschutzkonzept 2.0", "", "", "Bearbeitung", "", "", ""],
    ]  # fmt: skip
    assert rows[0].cells[0] == (Reference("klima-allianz", (Text("1.1.1.1"),)),)
    assert rows[0].cells[5] == (StatusMark("umgesetzt", "Umgesetzt"),)


@pytest.mark.parametrize(("kind", "place"), [("lists", 0), ("figures", 1)])
def test_the_columns_of_statuses_are_as_wide_as_their_titles_ask(kind: str, place: int) -> None:
    """A longer title has a wider column, and none is without width."""
    (chapter,) = sections(DOCUMENT, kind)
    table, _ = tables(chapter)[place]
    titles = ["Planung", "Umgesetzt", "Bearbeitung", "Ideenspeicher"]
    widths = {column.title: column.width for column in table.columns}
    asked = [widths[title] for title in titles]

    assert 0 < asked[0] < asked[1] < asked[2] < asked[3]


def test_a_theme_without_projects_has_no_table() -> None:
    """A list for a theme without projects says that there are none."""
    (lists,) = sections(DOCUMENT, "lists")

    assert list(spoken(lists))[-2:] == [
        "Projektliste „Konsum“",
        "Hier gibt es derzeit keine Einträge.",
    ]


def test_the_figures_count() -> None:
    """The figures count the projects by theme and status, and add them up."""
    _, (_, rows) = tables(section(DOCUMENT, "nh-kennzahlen"))

    assert [[words(cell) for cell in row.cells] for row in rows] == [
        ["1 Klima/Energie", "0", "0", "1", "1", "2"],
        ["2 Konsum", "0", "0", "0", "0", "0"],
        ["alle Themenfelder", "0", "0", "1", "1", "2"],
    ]


def test_projects_have_the_name_of_their_profile_at_the_end_too() -> None:
    """Archive and withdrawn projects are called what the profile calls the projects."""
    levels = attrs.evolve(
        REPORT.profile.levels,
        theme=load_profile("gnk").levels.theme,
        project=load_profile("gnk").levels.project,
    )
    document = assemble(attrs.evolve(REPORT, profile=attrs.evolve(REPORT.profile, levels=levels)))

    assert document.theme_word == "Themenfelder"
    parts = [section(document, name) for name in ("nh-archiv", "nh-entfallen")]
    assert {table.caption for part in parts for table, _ in tables(part)} == {
        "Archiv der umgesetzten Maßnahmen, die nicht mehr im Report stehen",
        "Maßnahmen, die ohne Umsetzung beendet wurden",
    }


def test_archive_and_withdrawn_projects() -> None:
    """The archive prints numbers as they were; a withdrawn project says where it went."""
    ((_, archived),) = tables(section(DOCUMENT, "nh-archiv"))
    ((_, gone),) = tables(section(DOCUMENT, "nh-entfallen"))

    assert [[words(cell) for cell in row.cells] for row in archived] == [
        ["Klima/Energie", "Altes", "01.10.2022", "1.1.1 + 1.2.1"]
    ]
    assert [[words(cell) for cell in row.cells] for row in gone] == [
        ["Idee", "Zu teuer. Aufgegangen in 1.1.2.1 Klimaschutzkonzept 2.0.", "01.04.2023"]
    ]


def test_only_the_name_is_the_link() -> None:
    """Of the sentence on where a withdrawn project went, number and title lead there."""
    (chapter,) = sections(assemble(REPORT), "withdrawn")
    ((_, rows),) = tables(chapter)
    links = [one for row in rows for one in row.cells[1] if isinstance(one, Reference)]

    assert [words(one.content) for one in links] == ["1.1.2.1 Klimaschutzkonzept 2.0"]


def test_endings_speak_of_projects_as_the_profile_does() -> None:
    """Archive and withdrawn projects are named by the profile's word for projects."""
    levels = attrs.evolve(REPORT.profile.levels, project=Level("Maßnahme", "Maßnahmen"))
    report = attrs.evolve(REPORT, profile=attrs.evolve(REPORT.profile, levels=levels))
    (archive,), (withdrawn,) = (
        sections(assemble(report), kind) for kind in ("archive", "withdrawn")
    )

    assert words(heading(withdrawn).content) == "Entfallene Maßnahmen"
    assert [table.caption for table, _ in (*tables(archive), *tables(withdrawn))] == [
        "Archiv der umgesetzten Maßnahmen, die nicht mehr im Report stehen",
        "Maßnahmen, die ohne Umsetzung beendet wurden",
    ]


@pytest.mark.parametrize(
    ("gone", "archived", "parts", "shares"),
    [
        (1, 0, ("entfallen", "archiv"), True),
        (5, 15, ("themen", "entfallen", "archiv"), True),
        (6, 1, ("entfallen", "archiv"), False),
        (1, 16, ("entfallen", "archiv"), False),
        (0, 1, ("entfallen", "archiv"), False),
        (1, 1, ("archiv", "entfallen"), False),
    ],
)
def test_few_endings_share_a_page(
    gone: int, archived: int, parts: tuple[str, ...], shares: bool
) -> None:
    """A short archive stands on the page of a short list of withdrawn projects before it."""
    report = attrs.evolve(
        REPORT,
        profile=attrs.evolve(REPORT.profile, parts=parts),
        withdrawn=REPORT.withdrawn * gone,
        archive=REPORT.archive[:1] * archived,
    )

    assert [one.runs_on for one in sections(assemble(report), "archive")] == [shares]


def test_headings_of_chapters_become_sections() -> None:
    """A chapter's headings are sections one level down, with anchors that differ."""
    chapter = section(DOCUMENT, "einleitung")
    inner = sections(chapter)

    assert [(heading(one).level, words(heading(one).content)) for one in inner] == [
        (2, "Ziele"),
        (2, "Ziele"),
    ]
    assert len({one.anchor for one in inner}) == 2


def test_headings_of_two_chapters_have_different_anchors() -> None:
    """Anchors differ even if chapter and heading of one chapter read like those of another."""
    chapters = (Chapter("a", "A", "## b c"), Chapter("a-b", "A", "## c"), Chapter("x", "X", "## !"))
    found = sections(assemble(attrs.evolve(REPORT, chapters=chapters)))
    anchors = Counter(one.anchor for one in found if one.anchor)

    assert [anchor for anchor, times in anchors.items() if times > 1] == []


@pytest.mark.parametrize("parts", [("themen", "themen"), ("archiv", "themen", "archiv")])
def test_a_part_named_twice_is_an_error(parts: tuple[str, ...]) -> None:
    """A part that the profile names twice is refused; its anchors would be there twice."""
    profile = attrs.evolve(REPORT.profile, parts=parts)

    assert errors(attrs.evolve(REPORT, profile=profile)) != []


def test_a_status_defined_twice_is_an_error() -> None:
    """Two statuses with one id are refused; a project would stand in both sections."""
    twice = attrs.evolve(Profile(), statuses=(Status("x", "X"), Status("x", "Y")))
    theme = Theme("t", "T", goals=(Goal("g", projects=(Project("p", "P", "x", progress="ja"),)),))
    report = Report("R", "K", date(2024, 1, 1), twice, themes=(theme,))

    assert errors(report) != []


def test_a_title_of_two_lines_is_an_error_or_one_line() -> None:
    """A line break in a title never reaches a heading."""
    theme = Theme("t", "Zwei\nZeilen")
    report = attrs.evolve(REPORT, themes=(theme,))

    assert errors(report) or words(heading(section(assemble(report), "t")).content) == "Zwei Zeilen"


def test_without_the_themes_nothing_links_to_them() -> None:
    """Where the profile leaves the themes out, lists and texts name projects without a link."""
    profile = attrs.evolve(REPORT.profile, parts=("uebersicht", "projektlisten", "entfallen"))
    document = assemble(attrs.evolve(REPORT, profile=profile))

    assert find(document, Reference) == []
    (lists,) = sections(document, "lists")
    assert words(tables(lists)[0][1][0].cells[0]) == "1.1.1.1"


def test_the_legend_can_stand_alone() -> None:
    """The part `legende` prints the legend without an overview."""
    profile = attrs.evolve(REPORT.profile, parts=("legende",))

    assert list(assemble(attrs.evolve(REPORT, profile=profile)).blocks) == [
        Legend("Status der Projekte")
    ]


def test_statuses_keep_their_look() -> None:
    """Label, definition, colour and symbol of each status are in the document."""
    assert [attrs.astuple(style)[0] for style in DOCUMENT.statuses] == [
        "umgesetzt",
        "in-bearbeitung",
        "in-planung",
        "ideenspeicher",
    ]
    assert DOCUMENT.statuses[0].label == "umgesetzt (innerhalb des letzten halben Jahres)"
    assert DOCUMENT.statuses[0].symbol == "●"


def test_other_words_give_another_language() -> None:
    """Labels and level names come from the profile, wherever they are printed."""
    profile = attrs.evolve(
        REPORT.profile,
        labels=Labels(archive="Archive", status="Status here:", date_format="%Y/%m/%d"),
        levels=Levels(
            Level("Field", "Fields"), (Level("Aim", "Aims"),), Level("Action", "Actions")
        ),
    )
    document = assemble(attrs.evolve(REPORT, profile=profile))
    said = list(spoken(document))

    assert "Archive" in said
    assert "Status here: Umgesetzt" in said
    assert "Aim 1" in said
    assert "2022/10/01" in said
    assert "Field" in said


def test_without_status_sections_projects_stand_in_the_order_of_the_data() -> None:
    """Where the pattern does not group by status, there are no status sections."""
    scheme = NumberingScheme("{thema}", "{thema}.{ziel}", "", "{projekt:a})")
    profile = attrs.evolve(REPORT.profile, numbering=scheme)
    document = assemble(attrs.evolve(REPORT, profile=profile))
    shown = [(heading(one).number, one.anchor) for one in sections(document, "project")]

    assert shown == [("a)", "konzept"), ("b)", "klima-allianz")]
    assert sections(document, "status") == []
    assert "Die App ist da, siehe Klimaschutzkonzept 2.0." in list(spoken(document))
    assert "Hier gibt es derzeit keine Einträge." in list(spoken(section(document, "leer")))


@pytest.mark.parametrize(
    ("cooperation", "text"),
    [
        (Cooperation("Austausch"), "Austausch"),
        (Cooperation(municipalities=("ense", "soest")), "Ense, Soest"),
        (Cooperation("Austausch", ("ense",)), "Austausch (Ense)"),
        (Cooperation(municipalities=("alle",)), "alle Kommunen"),
        (Cooperation("Werkstätten in allen", ("alle",)), "Werkstätten in allen"),
    ],
)
def test_cooperation_in_words(cooperation: Cooperation, text: str) -> None:
    """The list shows the text, the municipalities, or both."""
    project = attrs.evolve(CONCEPT, cooperation=cooperation)
    themes = (Theme("t", "T", goals=(Goal("g", projects=(project,)),)),)
    (lists,) = sections(assemble(attrs.evolve(REPORT, themes=themes, withdrawn=())), "lists")

    assert words(tables(lists)[0][1][0].cells[6]) == text


@pytest.mark.parametrize(
    ("change", "last"),
    [
        ({}, "Umgesetzt"),
        ({"cooperation": Cooperation("Rat")}, "Zusammenarbeit mit Kommunen"),
        ({"responsible": ("61",)}, "Verantwortlichkeit"),
    ],
)
def test_columns_that_would_be_empty_are_left_out(change: dict[str, Any], last: str) -> None:
    """The lists have a column for cooperation and responsibility only if a project has some."""
    bare = Project("p", "P", "in-planung")
    themes = (Theme("t", "T", goals=(Goal("g", projects=(attrs.evolve(bare, **change),)),)),)
    (lists,) = sections(assemble(attrs.evolve(REPORT, themes=themes, withdrawn=())), "lists")
    titles = [column.title for column in tables(lists)[0][0].columns]

    assert titles[-1] == last
    assert len(titles) == 6 + bool(change)


def test_themes_without_entries_share_a_page() -> None:
    """An empty theme stays on the page of an empty one before it, and on no other."""
    full = Theme("voll", "Voll", projects=(CONCEPT,))
    themes = (*(Theme(name, name) for name in "ab"), full, *(Theme(name, name) for name in "cd"))
    document = assemble(attrs.evolve(REPORT, themes=themes, withdrawn=()))
    shown = {one.anchor: one.runs_on for one in sections(document, "theme")}

    assert shown == {"a": False, "b": True, "voll": False, "c": False, "d": True}


def test_goals_in_a_list_begin_with_their_number() -> None:
    """An item has number and wording; a title of its own stands before the wording."""
    profile = load_profile("blaustein")
    scheme = attrs.evolve(profile.numbering, goal="Z{ziel}")
    goals = (
        Goal("a", statement="Weniger Energie."),
        Goal("b", "Verkehr", "Mehr Rad.", goals=(Goal("c", statement="Mehr Wege."),)),
        Goal("d"),
    )
    report = Report(
        "R", "K", date(2024, 1, 1), attrs.evolve(profile, numbering=scheme),
        themes=(Theme("t", "T", goals=goals),),
    )  # fmt: skip
    (found,) = sections(assemble(report), "goals")
    items = [list(spoken(one)) for one in list(found.blocks)[1].items]  # type: ignore[union-attr]

    assert items == [
        ["Z1 Weniger Energie."],
        ["Z2 Verkehr", "Mehr Rad.", "Z2.1 Mehr Wege."],
        ["Z3 Ziel 3"],
    ]
