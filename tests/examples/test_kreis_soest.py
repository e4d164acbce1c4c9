"""The report of Kreis Soest as data: whole, consistent, and true to what was published.

The tests in the second half compare with the published text, which lies beside the repository and
not in it; where it is missing, they are skipped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs
import pytest

from kommunal_nh import (
    Document,
    Project,
    Report,
    Severity,
    assemble,
    check,
    load,
    number,
    public_view,
)
from kommunal_nh.document import Heading, Link, Paragraph, Reference
from kommunal_nh.walks import all_goals, all_projects, projects_of
from trees import blocks, find, heading, sections, spoken, tables, words

REPOSITORY = Path(__file__).parents[2]
FOLDER = REPOSITORY / "examples" / "kreis_soest"
SEEDS = REPOSITORY.parent / "shared" / "seeds"
STATUSES = ("umgesetzt", "in-bearbeitung", "in-planung", "ideenspeicher")

published = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the published report does not lie beside the repository"
)


@cache
def report() -> Report:
    """The report as loaded from its folder."""
    return load(FOLDER)


@cache
def document() -> Document:
    """The document of its public part."""
    return assemble(public_view(report()))


@cache
def project_sections() -> dict[str, str]:
    """What each project prints, by its id, with references filled in."""
    return {one.anchor: "\n".join(spoken(one)) for one in sections(document(), "project")}


# ---------------------------------------------------------------------------------- by itself


def test_everything_is_there() -> None:
    """6 themes, 33 goals, 99 projects, 9 rows of the archive, 14 municipalities, 1 chapter."""
    goals = [goal for theme in report().themes for goal in all_goals(theme)]

    assert len(report().themes) == 6
    assert len(goals) == 33
    assert len(list(all_projects(report()))) == 99
    assert len(report().archive) == 9
    assert len(report().municipalities) == 14
    assert [chapter.id for chapter in report().chapters] == ["einleitung"]


def test_projects_by_status() -> None:
    """6 projects are carried out, 48 in progress, 25 planned, 20 ideas."""
    counts = Counter(project.status for project in all_projects(report()))

    assert [counts[status] for status in STATUSES] == [6, 48, 25, 20]


def test_every_project_is_described_and_reported_on() -> None:
    """There are 103 pairs of description and progress, none of them half."""
    pairs = [
        (thing.description.strip(), thing.progress.strip())
        for project in all_projects(report())
        for thing in (project.parts or (project,))
    ]

    assert len(pairs) == 103
    assert all(description and progress for description, progress in pairs)
    assert [len(project.parts) for project in all_projects(report()) if project.parts] == [5]


def test_every_goal_has_its_wording() -> None:
    """Each of the 33 goals says what shall be reached, and none is nested."""
    goals = [goal for theme in report().themes for goal in all_goals(theme)]

    assert all(goal.statement.strip() for goal in goals)
    assert all(not goal.goals for goal in goals)


def test_it_has_no_errors() -> None:
    """The check finds no error and no warning, only hints: past announcements, and spaces."""
    findings = check(FOLDER)

    assert [str(one) for one in findings if one.severity is not Severity.INFO] == []
    assert {one.rule for one in findings} == {"stale-progress", "breaking-space"}


def test_all_references_arrive() -> None:
    """Every reference leads to a section, and prints the number or title of its heading."""
    heads = {one.anchor: heading(one) for one in sections(document()) if one.anchor}
    for reference in find(document(), Reference):
        head = heads[reference.anchor]
        title = words(head.content)
        printed = words(reference.content).removeprefix("Projekt ")
        assert printed in (head.number, f"{head.number} {title}", title)


def test_projects_refer_to_one_another() -> None:
    """The five references between projects of the published text are references in the data."""
    found = {
        (one.anchor, reference.anchor)
        for one in sections(document(), "project")
        for block in blocks(one)
        if isinstance(block, Paragraph)
        for reference in find(block, Reference)
    }
    numbering = number(report())

    assert {(numbering[place], numbering[target]) for place, target in found} == {
        ("2.3.1.1", "2.3.2.1"),
        ("4.2.4.1", "1.1.1.1"),
        ("5.8.2.1", "5.7.2.1"),
        ("5.8.4.1", "5.8.2.2"),
        ("6.4.2.2", "6.4.2.1"),
    }


def test_lists_count_all_projects() -> None:
    """The six project lists have 99 rows, and the figures add up to them."""
    (lists,) = sections(document(), "lists")
    (figures,) = sections(document(), "figures")
    (_, shares), (_, rows) = tables(figures)

    assert [len(rows) for _, rows in tables(lists)] == [23, 15, 8, 12, 25, 16]
    assert [words(cell) for cell in rows[-1].cells[1:]] == ["20", "25", "48", "6", "99"]
    assert [words(row.cells[2]) for row in shares] == [
        "20\u00a0%",
        "25\u00a0%",
        "49\u00a0%",
        "6\u00a0%",
        "100\u00a0%",
    ]


def test_empty_statuses_speak_as_published() -> None:
    """Goals without projects of a status say so in the words of Kreis Soest."""
    empty = Counter(
        words(block.content)
        for block in blocks(document())
        if isinstance(block, Paragraph) and block.role == "empty"
    )
    filled = {
        (goal.id, project.status)
        for theme in report().themes
        for goal in all_goals(theme)
        for project in projects_of(goal)
    }
    done = sum(1 for _, status in filled if status == "umgesetzt")

    assert empty == {
        "seit der letzten Überarbeitung zum 01.04.2023 keine Projekte abgeschlossen": 33 - done,
        "derzeit keine Projekte vorhanden": 3 * 33 - (len(filled) - done),
    }


PAPER = r"\d{3}/20\d\d\b"  # number of a council paper
PHONE = re.compile(rf"(?:\+49|(?<!\d)(?!{PAPER}|0\d/20\d\d\b)0\d)[\d /()-]{{4,}}\d")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")


@pytest.mark.parametrize("text", ["02921 30-0", "+49 2921 300", "0160/1234567", "(02921) 301234"])
def test_phone_numbers_are_recognised(text: str) -> None:
    """The pattern for phone numbers knows how they are written."""
    assert PHONE.search(f"Tel.: {text}.")


def test_there_is_no_private_contact_data() -> None:
    """No file of the example holds a phone number or a mail address."""
    for path in sorted(FOLDER.rglob("*")):
        if path.suffix in (".yaml", ".md", ".py"):
            text = path.read_text("utf-8")
            assert PHONE.findall(text) + MAIL.findall(text) == [], path.name


# ---------------------------------------------------------------- compared with what was published


@attrs.frozen
class Published:
    """A project as the published text has it.

    Attributes:
        number: As printed.
        title: As printed.
        text: Its paragraphs, one in each line.
    """

    number: str
    title: str
    text: str


@attrs.frozen
class Listed:
    """A row of the published project lists.

    Attributes:
        number: As printed.
        status: Column of its cross.
        cooperation: As printed.
        responsible: As printed.
    """

    number: str
    status: str
    cooperation: str
    responsible: tuple[str, ...]


@cache
def seed() -> str:
    """The published report as text."""
    (path,) = SEEDS.glob("001_*.txt")
    return path.read_text("utf-8")


@cache
def chapters() -> str:
    """The six chapters, without the legends that repeat on many pages."""
    text = seed()
    text = text[
        text.index("1. KLIMA/ENERGIE/UMWELT") : text.index("\nProjektlisten\n\nProjektliste")
    ]
    lines = ("umgesetzt \\(innerhalb des letzten halben Jahres\\)", "in Bearbeitung", "in Planung")
    legend = r"\s+".join((*lines, "Ideenspeicher\n"))
    return re.sub(r"\*\*", "\n", re.sub(legend, "", text))


@cache
def published_projects() -> list[Published]:
    """The projects of the published text."""
    pieces = re.split(r"(?m)^(\d\.\d\.\d\.\d)\.? +", chapters())
    found = []
    for printed, body in zip(pieces[1::2], pieces[2::2], strict=True):
        own = re.split(r"(?m)^\d\.\d(?:\.\d)? +\D|^\d\. [A-ZÄÖÜ/ ]{6,}$", body)[0]
        title, _, text = own.partition("\n")
        found.append(Published(printed, title.strip(), text))
    return found


@cache
def listed_projects() -> list[Listed]:
    """The rows of the published project lists; their columns go from idea to done."""
    found = []
    for line in seed()[seed().index("\nProjektlisten\n\nProjektliste") :].split("\n"):
        cells = [cell.strip() for cell in line.split("\t")]
        if re.fullmatch(r"\d\.\d\.\d\.\d", cells[0]) and "x" in cells:
            cross = cells.index("x")
            units = tuple(filter(None, re.split(r", *", cells[-1])))
            text = " ".join(filter(None, cells[cross + 1 : -1]))
            found.append(Listed(cells[0], STATUSES[::-1][cross - 2], text, units))
    return found


def pairs() -> list[tuple[Published, Listed, Project]]:
    """Each published project, its list row, and the project of the data: all three in order."""
    projects = {project.id: project for project in all_projects(report())}
    ours = [projects[one.anchor] for one in sections(document(), "project")]
    return list(zip(published_projects(), listed_projects(), ours, strict=True))


@published
def test_all_titles_are_there_in_order() -> None:
    """The titles of all projects are those of the published text, in its order."""
    ours = [words(heading(one).content) for one in sections(document(), "project")]

    assert ours == [project.title for project in published_projects()]


@published
def test_numbers_are_those_of_the_text() -> None:
    """All numbers are as published, but for the two with which the text contradicts itself."""
    numbering = number(report())
    different = {
        (one.number, numbering[project.id])
        for one, _, project in pairs()
        if one.number != numbering[project.id]
    }

    assert different == {("4.1.3.3", "4.1.3.2"), ("6.4.3.1", "6.4.2.2")}


@published
def test_themes_and_goals_are_those_of_the_text() -> None:
    """Themes are named as in the published contents; each theme has as many goals as there."""
    titles = re.findall(r"(?m)^\d\. (.+)\t\d+$", seed())
    goals = Counter(
        match[0] for match in re.findall(r"(?m)^(\d)\.\d Strategisches Ziel \d", chapters())
    )

    assert [theme.title for theme in report().themes] == titles
    assert [len(theme.goals) for theme in report().themes] == [goals[key] for key in sorted(goals)]


MONTHS = (
    "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    "|Frühjahr|Sommer|Herbst|Winter|Quartal|Halbjahr"
)
FACTS = {
    "figure": r"\d[\d.,/]*\d|\d",
    "month": rf"\b(?:{MONTHS})",
    "link": r"https?://[^\s>)]+|www\.[^\s>)]+",
    "unit": r"\d+ ?%|€",
    "abbreviation": r"\b[A-ZÄÖÜ]{2,}\b",
}
SELF_REFERENCE = "6.4.3.1"  # names itself where 6.4.2.1 is meant; see WIDERSPRUECHE.md


@published
@pytest.mark.parametrize("kind", FACTS)
def test_every_fact_is_kept(kind: str) -> None:
    """Every figure, date, link and abbreviation of a published project occurs in ours."""
    missing = {
        (one.number, fact)
        for one, _, project in pairs()
        for fact in re.findall(FACTS[kind], one.text)
        if fact not in project_sections()[project.id]
    }

    assert missing <= {(SELF_REFERENCE, SELF_REFERENCE)}


@published
def test_no_figure_is_made_up() -> None:
    """Every figure in our texts is in the published text of its project; years are written out."""
    invented = {
        (project.id, figure)
        for one, _, project in pairs()
        for text in prose(project)
        for figure in re.findall(r"\d+", text)
        if not re.search(rf"(?<!\d){figure}(?!\d)|Quartal {figure[2:] or figure}\b", one.text)
    }

    assert invented == set()


def prose(project: Project) -> Iterator[str]:
    """The texts of a project as the data has them."""
    yield from (project.description, project.progress)
    for part in project.parts:
        yield from (part.description, part.progress)


@published
def test_links_are_links() -> None:
    """Every address of a published project is a link in ours."""
    links = {link.url for link in find(document(), Link)}
    addresses = {
        address
        for one in published_projects()
        for address in re.findall(r"https?://[^\s>)]+", one.text)
    }

    assert addresses
    assert addresses <= links


@published
def test_responsibilities_are_those_of_the_lists() -> None:
    """Units are the codes of the published lists, in their order."""
    ids = {
        "Dez.06": "dez-06",
        "Dez. 06": "dez-06",
        "PAD": "pad",
        "Kantinen-ausschuss": "kantinenausschuss",
    }
    for one, row, project in pairs():
        expected = tuple(ids.get(unit, unit) for unit in row.responsible)
        assert project.responsible == expected, one.number


@published
def test_statuses_are_those_of_the_text() -> None:
    """Statuses follow the text; the lists contradict it for two projects only."""
    different = {
        (one.number, row.status, project.status)
        for one, row, project in pairs()
        if row.status != project.status
    }

    assert different == {
        ("4.1.2.1", "in-planung", "in-bearbeitung"),
        ("6.4.3.1", "in-planung", "in-bearbeitung"),
    }


@published
def test_cooperation_is_that_of_the_lists() -> None:
    """Cooperation is there where the lists have it, with the same municipalities."""
    names = {name: key for key, name in report().municipalities.items()}
    names |= {"Wickede": "wickede", "Wolver": "welver", "Möhnese": "moehnesee"}
    for one, row, project in pairs():
        cell = row.cooperation
        outside = re.sub(r"\(.*?\)", "", cell)  # "(… beteiligen sich wahrscheinlich noch)"
        named = {names[word] for word in re.findall(r"Bad \w+|\w+", outside) if word in names}
        everyone = re.search(r"alle[nr]? (?:14 )?(?:Kommunen|Städten)", cell)
        shared = project.cooperation

        assert bool(cell) == bool(shared.text or shared.municipalities), one.number
        assert set(shared.municipalities) == ({"alle"} if everyone else named), one.number
        assert re.findall(r"\d+", shared.text) == re.findall(r"\d+", cell), one.number


@published
def test_the_archive_is_the_published_one() -> None:
    """The archive has the published rows, with numbers as printed; one misprint is mended."""
    text = seed()[seed().rindex("Themenfelder\tProjekte") :]
    rows = [tuple(line.split("\t")) for line in text.strip().split("\n")[1:]]
    (archive,) = sections(document(), "archive")
    ((_, ours),) = tables(archive)
    mended = [
        tuple(cell.replace("zu Hochwasser", "zur Hochwasser") for cell in row) for row in rows
    ]

    assert [tuple(words(cell) for cell in row.cells) for row in ours] == mended


LONGEST = 8
LAW = r"Behindertenrechtskonvention\s+der\s+Vereinten\s+Nationen"


def copied(ours: str, theirs: set[tuple[str, ...]]) -> list[str]:
    """The runs of more than eight words in our paragraphs that are also in the published ones."""
    size = LONGEST + 1
    found = []
    for paragraph in paragraphs(ours):
        said = tuple(re.findall(r"\w+", paragraph.lower()))
        found += [
            " ".join(said[i : i + size]) for i in range(len(said)) if said[i : i + size] in theirs
        ]
    return found


def paragraphs(text: str) -> list[str]:
    """The paragraphs and items of a Markdown text; names are cut out of them."""
    items = re.split(r"\n\s*\n|\n\s*[-*] ", re.sub(rf"„[^“]+“|{LAW}", "\n\n", text))
    return [" ".join(item.split()) for item in items]


@cache
def published_runs() -> set[tuple[str, ...]]:
    """Every run of nine words in a paragraph of the published report."""
    size = LONGEST + 1
    runs: set[tuple[str, ...]] = set()
    for line in seed().split("\n"):
        said = tuple(re.findall(r"\w+", line.lower()))
        runs.update(said[i : i + size] for i in range(len(said) - size + 1))
    return runs


@published
def test_texts_are_in_our_own_words() -> None:
    """No run of more than eight words is copied, except names in quotation marks and of a law."""
    texts = {chapter.id: chapter.text for chapter in report().chapters}
    for theme in report().themes:
        texts[theme.id] = theme.introduction
        texts |= {goal.id: goal.statement for goal in all_goals(theme)}
    for project in all_projects(report()):
        texts[project.id] = "\n\n".join([*prose(project), project.cooperation.text])
    taken = {name: runs for name, text in texts.items() if (runs := copied(text, published_runs()))}

    assert taken == {}


@published
def test_copies_would_be_found() -> None:
    """The search for copied runs finds a published sentence, and not one of our own."""
    sentence = next(line for line in seed().split("\n") if "Onlinezugangsgesetz sollen" in line)

    assert copied(f"Neu.\n\n{sentence}", published_runs())
    assert not copied(
        "Ein Satz, der so gewiss in keinem Report des Kreises jemals stand.", published_runs()
    )


@published
def test_the_chapter_keeps_its_headings() -> None:
    """The introduction has a section for each of the six themes and for the report's history."""
    (chapter,) = [one for one in sections(document(), "chapter") if one.anchor == "einleitung"]
    titles = [words(block.content) for block in blocks(chapter) if isinstance(block, Heading)]

    assert [theme.title for theme in report().themes if theme.title not in " ".join(titles)] == []
