"""What browser and validators say about the HTML: real Chromium, axe-core, vnu, html-validate.

Each tool runs once for all files. They are installed by `npm install` in `tests/outside/node`; the
browser is the one of the system, or the one that the environment variable CHROMIUM names.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest
from tests.plugins.changed_texts import changed

from kommunal_nh import build
from kommunal_nh.document import (
    Chart,
    Code,
    Column,
    Deleted,
    Document,
    Emphasis,
    Facet,
    Figure,
    Heading,
    Inline,
    Inserted,
    Legend,
    LineBreak,
    Link,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Row,
    Section,
    StatusMark,
    StatusStyle,
    Strong,
    Table,
    TableOfContents,
    Text,
    TitlePage,
    outline,
)
from kommunal_nh_html import HtmlExporter

NODE = Path(__file__).with_name("node")
SOEST = Path(__file__).parents[2] / "examples" / "kreis_soest"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SEARCHES = ("Klima-Allianz", "wasserstoff KREIS", "CO2", "Straße")
# vnu believes that `img-src data:` forbids pictures (`test_vnu_is_wrong_about_pictures`).
# What the policy really does is asked of Chromium.
VNU_IS_WRONG = ".*image .data:image/png;base64.*blocked by .img-src. directive.*"

Run = dict[str, Any]


def need(*paths: Path | str) -> None:
    """Skip without the tools; in CI, where they must be there, fail."""
    missing = [str(path) for path in paths if not (Path(path).exists() or shutil.which(str(path)))]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def run(*command: Path | str) -> str:
    done = subprocess.run(
        command,
        cwd=NODE,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    assert done.stdout, done.stderr
    return done.stdout


def node_script(name: str, *arguments: Path | str) -> Any:
    need("node", CHROMIUM, NODE / "node_modules" / "playwright-core")
    return json.loads(run("node", name, *arguments))


# ----------------------------------------------------------------------------------------- files


@pytest.fixture(scope="module")
def soest_html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example report as the command builds it."""
    out = tmp_path_factory.mktemp("soest")
    command = [
        sys.executable,
        "-m",
        "kommunal_nh",
        "build",
        str(SOEST),
        "-f",
        "html",
        "-o",
        str(out),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = out.glob("*.html")
    return built


HARD_WORDS = "<b>&amp;\"'„“</style></script>--> *_`[x](y) \x00\x0b\ud800\ufffe\U0001fffe ünï🌱 &lt;"
LONG_WORD = "Straßenverkehrsordnungswidrigkeiten" * 60


def hard(*more: Inline) -> tuple[Inline, ...]:
    return (Text(f"Ein schwieriger Satz mit allem: {HARD_WORDS} {LONG_WORD}"), *more)


def hard_blocks() -> tuple[Any, ...]:
    table = Table(
        f"Tabelle {HARD_WORDS}",
        (Column("", 1), Column(f"Spalte {HARD_WORDS}", 4, header=True), Column("Zahl", 2, "end")),
        (
            Row((hard(), hard(LineBreak(), StatusMark("a", "läuft")), ()), {"status": ("a",)}),
            Row(((), (), ()), {"unit": ("x y\"'>",)}),
            Row(((Text("Eins"),), (Text("Zwei"),), (Text("3"),))),
            Row(((Inserted(hard()),), (Deleted(hard()),), (Deleted(()),))),
        ),
    )
    link = Link("https://www.example.org/a b?x[y]=<z>&\"q'=100%", hard())
    items = (
        (Paragraph(hard()), List(((table,), (Paragraph(hard()),)), ordered=True, start=7)),
        (Quote((Paragraph(hard(Code(HARD_WORDS))),)),),
    )
    return (
        Paragraph((Inserted(hard(link)), Deleted(hard(StatusMark("a", "läuft"))))),
        Paragraph(hard(Strong(hard(Emphasis(hard()))), link, Reference("a b", hard(link)))),
        Paragraph((Link("javascript:alert(1)", (Text("kein Link"),)),), "unknown role"),
        Paragraph(()),
        List(items),
        List(()),
        PageBreak(),
        Legend("Legende der Status"),
        Chart({}, f"Diagramm {HARD_WORDS}", Table("Zahlen", (Column("Jahr"),), ())),
        Table("Ohne Spalten", (), ()),
        Figure("image/png", PIXEL, f"Ein Bild {HARD_WORDS}", f"Unterschrift {HARD_WORDS}"),
        TitlePage("Noch ein Titel", HARD_WORDS, (LONG_WORD,)),
    )


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63"
    "64f8cf500f0003860180" + "5a347d6b0000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def hard_html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of everything that a document can hold, with the worst words."""
    project = Section(
        "project",
        "a b",
        (Heading(8, "1.1", hard()), *hard_blocks()),
        {"status": ("a",), "unit": ("x y\"'>",)},
    )
    nameless = Section("project", "", (Heading(8, "", (Text("Ohne Anker"),)), Paragraph(hard())))
    headings = (Heading(level, "", (Text(f"Ebene {level}"),)) for level in range(2, 8))
    theme = Section("<theme>", 'x"y', (Heading(1, "1", hard()), *headings, project, nameless))
    blocks = (theme,)
    document = Document(
        f"Titel {HARD_WORDS}",
        f"Herausgeber {HARD_WORDS}",
        date(2023, 10, 1),
        (
            TitlePage(f"Titel {HARD_WORDS}", LONG_WORD, ("Zeile", HARD_WORDS)),
            TableOfContents("Inhalt", tuple(outline(blocks))),
            *blocks,
        ),
        subject=HARD_WORDS,
        statuses=(StatusStyle("a", f"läuft {HARD_WORDS}", HARD_WORDS, "#7a7a7a", '"</style>'),),
        facets=(Facet("unit", "Stelle", (("x y\"'>", HARD_WORDS),)),),
    )
    target = tmp_path_factory.mktemp("hard") / "hard.html"
    HtmlExporter().write(document, target, {})
    return target


@pytest.fixture(scope="module")
def changed_html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of changes in all shapes."""
    target = tmp_path_factory.mktemp("changed") / "changed.html"
    HtmlExporter().write(changed(), target, {})
    return target


# ------------------------------------------------------------------------------------ validators


def test_vnu_finds_nothing(soest_html: Path, hard_html: Path, changed_html: Path) -> None:
    """The Nu HTML checker has no message about the markup and the style sheet of any page."""
    messages = vnu(soest_html, hard_html, changed_html, without=VNU_IS_WRONG)

    assert messages == []


def test_vnu_is_wrong_about_pictures(tmp_path: Path) -> None:
    """The checker reports an allowed picture; once it does not, nothing need be left out above."""
    page = tmp_path / "page.html"
    page.write_text(
        '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Ein kurzer Test</title>'
        '<meta http-equiv="Content-Security-Policy" content="img-src data:"></head>'
        '<body><img alt="Bild" src="data:image/png;base64,iVBORw0KGgo="></body></html>'
    )

    assert [message["subType"] for message in vnu(page)] == ["warning"]
    assert vnu(page, without=VNU_IS_WRONG) == []


def vnu(*pages: Path, without: str = "") -> list[Run]:
    jar = NODE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    need("java", jar)
    options = ["--format", "json", "--stdout", "--exit-zero-always"]
    if without:
        options += ["--filterpattern", without]
    found: list[Run] = json.loads(run("java", "-jar", jar, *options, *pages))["messages"]
    return found


def test_html_validate_finds_nothing(
    soest_html: Path, hard_html: Path, changed_html: Path, tmp_path: Path
) -> None:
    """html-validate has no message about any page."""
    tool = NODE / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    need("node", tool)
    results = tmp_path / "results.json"
    # Through a file, because its output is cut off in a pipe.
    subprocess.run(
        [
            "node",
            tool,
            "-c",
            "htmlvalidate.config.cjs",
            "-f",
            f"json={results}",
            soest_html,
            hard_html,
            changed_html,
        ],
        cwd=NODE,
        check=False,
        capture_output=True,
    )
    pages = json.loads(results.read_text(encoding="utf-8"))

    assert [message for page in pages for message in page["messages"]] == []


def test_axe_finds_no_barrier(soest_html: Path, hard_html: Path, changed_html: Path) -> None:
    """axe-core finds no violation in light and dark, small, with forced colours and on paper."""
    need(NODE / "node_modules" / "axe-core")
    results = node_script("html_axe.cjs", soest_html, hard_html, changed_html)

    looks = {"light", "dark", "small", "small and dark", "chosen dark", "forced colours", "paper"}
    assert {result["look"] for result in results} == looks
    assert all(result["passes"] > 20 for result in results)
    assert [result for result in results if result["violations"]] == []


def test_axe_finds_no_barrier_in_a_house_style(tmp_path: Path) -> None:
    """With an accent that is barely dark enough, and with a logo, there is no violation either."""
    need(NODE / "node_modules" / "axe-core")
    (tmp_path / "logo.png").write_bytes(PIXEL)
    style = tmp_path / "hausstil.yaml"
    style.write_text("akzent: '#0078d4'\nlogo: logo.png\nlogo_beschreibung: Wappen\n", "utf-8")
    example, options = SOEST.parent / "musterstadt", {"house-style": str(style)}
    (page,) = build(example, "html", tmp_path / "a.html", options)
    results = node_script("html_axe.cjs", page)

    assert len(results) > 5
    assert [result for result in results if result["violations"]] == []


# ------------------------------------------------------------------------------------- behaviour


@pytest.fixture(scope="module")
def behaviour(soest_html: Path) -> Run:
    """What the example does in Chromium."""
    found: Run = node_script("html_behaviour.cjs", soest_html, *SEARCHES)
    return found


@pytest.fixture(scope="module")
def hard_behaviour(hard_html: Path) -> Run:
    """What the page of the worst words does in Chromium."""
    found: Run = node_script("html_behaviour.cjs", hard_html)
    return found


@pytest.fixture(scope="module")
def projects(soest_html: Path) -> dict[str, tuple[set[str], str]]:
    """Facets and words of each project, read from the file without a browser."""
    page = lxml.html.fromstring(soest_html.read_bytes())
    return {
        article.get("id", ""): (set(article.get("data-facets", "").split()), words(article))
        for article in page.iter("article")
    }


def words(element: lxml.html.HtmlElement) -> str:
    return unicodedata.normalize("NFKC", element.text_content()).lower()


def test_all_is_there_without_script(behaviour: Run, projects: dict[str, Any]) -> None:
    """Without a script all projects and rows are seen, and the form is not."""
    assert behaviour["withoutScript"] == {
        "formShown": False,
        "projects": len(projects),
        "rows": len(projects),
    }


def test_each_facet_filters(behaviour: Run, projects: dict[str, tuple[set[str], str]]) -> None:
    """Each option of each facet shows exactly the projects that have it, and says how many."""
    assert len(behaviour["filters"]) > 30
    for step in behaviour["filters"]:
        wanted = {step["value"]} - {""}
        shown = [name for name, (facets, _) in projects.items() if wanted <= facets]

        check(step, shown, len(projects))


def test_search_filters(behaviour: Run, projects: dict[str, tuple[set[str], str]]) -> None:
    """Searching shows exactly the projects that contain all words."""
    for step in behaviour["searches"]:
        wanted = step["word"].lower().split()
        shown = [
            name for name, (_, text) in projects.items() if all(word in text for word in wanted)
        ]

        check(step, shown, len(projects))
    assert {len(step["projects"]) for step in behaviour["searches"]} > {len(projects)}


def check(step: Run, shown: list[str], total: int) -> None:
    assert step["projects"] == shown
    assert step["rows"] == len(shown)
    assert re.findall(r"\d+", step["outcome"]) == [str(len(shown)), str(total)]
    assert "#" not in step["url"]
    asked = step["word"] if "word" in step else step["value"].partition(":")[2]
    assert list(parse_qs(urlsplit(step["url"]).query).values()) == ([[asked]] if asked else [])
    assert len(shown) == total or step["empty"] == 0


def test_links_lead_to_filtered_projects(behaviour: Run, projects: dict[str, Any]) -> None:
    """Going to a project that the filter hides resets the filter."""
    hidden = behaviour["hidden"]

    assert hidden["before"]["projects"] == []
    assert hidden["after"]["projects"] == list(projects)
    assert hidden["after"]["url"].endswith(f"#{hidden['id']}")
    assert hidden["inView"] is True


def test_paper_shows_everything(behaviour: Run, projects: dict[str, Any]) -> None:
    """Printed, everything is there: whatever the filter hides and the contents fold away."""
    paper = behaviour["print"]

    assert paper["projects"] == len(projects)
    assert paper["rows"] == len(projects)
    assert paper["contents"] == paper["contentsInFile"] > len(projects)
    assert paper["formShown"] == 0
    assert paper["switchesShown"] == 0
    assert paper["contentsTitleShown"] == 1
    assert behaviour["linksInSight"] < len(projects)


def test_paper_has_no_unseen_words(hard_behaviour: Run) -> None:
    """Printed, the words that are only to be heard are left out."""
    paper = hard_behaviour["print"]

    assert paper["unseenShown"] == 0 < paper["unseenInFile"]


def test_keyboard_comes_to_skip_link_first(behaviour: Run) -> None:
    """The first stop of the keyboard is the skip link; it shows itself and leads to the content."""
    keyboard = behaviour["keyboard"]

    assert keyboard["first"] == {"className": "skip", "hash": "#seite__inhalt", "inView": True}
    assert keyboard["then"] == "MAIN"


def test_page_is_quiet(behaviour: Run) -> None:
    """The page asks for nothing on the network and reports no error."""
    assert behaviour["requests"] == []
    assert behaviour["errors"] == []


def test_policy_is_active(behaviour: Run) -> None:
    """The browser refuses a script, a style and a picture that were not in the page."""
    assert behaviour["policy"] == {
        "directives": ["img-src", "script-src-elem", "style-src-elem"],
        "ran": False,
        "hidden": False,
    }


def test_nothing_sticks_out_on_small_screens(behaviour: Run, hard_behaviour: Run) -> None:
    """At 320 pixels no page is wider than the screen, whatever words it holds."""
    assert behaviour["widthAt320"] == 320
    assert hard_behaviour["widthAt320"] == 320
    assert hard_behaviour["errors"] == []
    assert hard_behaviour["requests"] == []


# ----------------------------------------------------------------------------------------- tools


@pytest.fixture(scope="module")
def list_html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a list whose columns do not sort by their letters."""
    cells = (
        ("1.10", "b", "20.11.2023", "Äpfel"),
        ("1.9", "a", "15.01.2024", "zwei"),
        ("1.2", "b", "", "Birnen"),
        ("2.1", "a", "02.12.2023", ""),
    )
    rows = (
        Row(
            ((Text(number),), (StatusMark(status, names[status]),), (Text(day),), (Text(word),)),
            {"status": (status,)},
        )
        for number, status, day, word in cells
        for names in ({"a": "läuft", "b": "fertig"},)
    )
    columns = tuple(Column(title) for title in ("Nr.", "Status", "Tag", "Wort"))
    document = Document(
        "Liste",
        "Kreis",
        date(2024, 1, 1),
        (Section("lists", "liste", (Table("Liste", columns, tuple(rows)),)),),
        statuses=tuple(StatusStyle(one, one, "", "#eeeeee", "") for one in ("a", "b")),
    )
    target = tmp_path_factory.mktemp("list") / "list.html"
    HtmlExporter().write(document, target, {})
    return target


@pytest.fixture(scope="module")
def tools(soest_html: Path, list_html: Path) -> Run:
    """What readers do with the example in Chromium."""
    found: Run = node_script("html_tools.cjs", soest_html, list_html)
    return found


def test_filter_stands_in_the_address(tools: Run, projects: dict[str, Any]) -> None:
    """Each choice and each word is in the address; "back" and "forward" go through them."""
    start, chosen, typed, back, first, forward, reset = tools["sharing"]["steps"]

    assert [one["query"] for one in (start, chosen, typed)] == [
        "",
        "?status=umgesetzt",
        "?status=umgesetzt&suche=die",
    ]
    assert (back, first, forward) == (chosen, start, chosen)
    assert reset == start
    assert len(typed["shown"]) < len(chosen["shown"]) < len(start["shown"]) == len(projects)


def test_address_opens_what_was_filtered(tools: Run) -> None:
    """Whoever opens such an address sees the same; what else is in it stays."""
    opened, chosen = tools["sharing"]["opened"], tools["sharing"]["steps"][1]

    assert opened["shown"] == chosen["shown"]
    assert opened["chosen"] == "status:umgesetzt"
    assert opened["query"] == "?status=umgesetzt&fremd=1"


def test_link_to_a_project_counts_more_than_the_filter(tools: Run) -> None:
    """An address with a filter and a project that it hides shows the project."""
    deep = tools["sharing"]["deep"]

    assert deep["id"] in deep["shown"]
    assert deep["inView"] is True
    assert deep["query"] == "?fremd=1"


@pytest.mark.parametrize("way", ["clipboard", "selection"])
def test_links_are_copied(tools: Run, way: str) -> None:
    """The button copies the address of its project without the filter, says so, keeps focus."""
    copied = tools["copying"][way]

    assert copied["copied"] == f"{tools['copying']['address']}#{copied['id']}"
    assert copied["told"] == "Der Link ist kopiert."
    assert copied["name"] == f"Link kopieren: {copied['title']}"
    assert (copied["focused"], copied["left"]) == (True, 0)


def test_links_are_shown_where_they_can_not_be_copied(tools: Run) -> None:
    """Where a browser copies nothing, the link is in its address bar, and this is said."""
    shown = tools["copying"]["none"]

    assert shown["url"].endswith(f"#{shown['id']}")
    assert "Adresszeile" in shown["told"]
    assert shown["copied"] is None
    assert shown["focused"] is True


def test_keys_are_enough(tools: Run, projects: dict[str, tuple[set[str], str]]) -> None:
    """From the skip link to the fields, through them and back: each stop shows where one is."""
    keys = tools["keys"]
    skip, main, *stops = keys["seen"]

    assert (skip["at"], main["at"]) == ("skip", "main")
    assert [stop["at"] for stop in stops] == [
        "summary",
        "search",
        *["facet:status"] * 2,
        *(f"facet:{key}" for key in ("theme", "unit", "municipality")),
        *["button"] * 2,
    ]
    assert all(stop["seen"] for stop in (skip, *stops))
    assert keys["filtered"] == [
        name
        for name, (facets, text) in projects.items()
        if "status:umgesetzt" in facets and "energie" in text
    ]
    assert keys["reset"] == len(projects)


def test_lists_sort(tools: Run) -> None:
    """Each head of a list is a button: up, down, back; empty cells last; one column is sorted."""
    sorting = tools["sorting"]
    assert sorting["plain"] == 0
    assert len(sorting["columns"]) == len(sorting["heads"]) == 8
    for place, column in enumerate(sorting["columns"]):
        plain, up, down, again = column["orders"]
        filled = [words for words in plain if words]

        assert column["sorts"] == [f"{place} ascending", f"{place} descending", ""]
        assert again == plain
        assert sorted(up) == sorted(down) == sorted(plain)
        assert [*filter(None, up), *[""] * plain.count("")] == up
        assert down[: len(filled)] == up[: len(filled)][::-1] or len(set(filled)) < len(filled)


def test_lists_sort_by_what_is_meant(tools: Run) -> None:
    """Numbers part by part, statuses as in the legend, days by the calendar, words as in German."""
    assert [column["orders"][1] for column in tools["order"]["columns"]] == [
        ["1.2", "1.9", "1.10", "2.1"],
        ["läuft", "läuft", "fertig", "fertig"],
        ["20.11.2023", "02.12.2023", "15.01.2024", ""],
        ["Äpfel", "Birnen", "zwei", ""],
    ]


def test_dark_can_be_chosen(tools: Run) -> None:
    """The switch makes the page dark or light, remembers it, and paper is always white."""
    looks = tools["looks"]
    light, dark = looks["start"]["ground"], looks["pressed"]["ground"]

    assert light != dark
    assert looks["start"] == {"ground": light, "pressed": "false", "kept": None}
    assert looks["pressed"] == looks["reloaded"]
    assert looks["pressed"] == {"ground": dark, "pressed": "true", "kept": "dark"}
    assert looks["paper"] == ["rgb(255, 255, 255)"] * 2
    assert looks["lightAtNight"] == {"ground": light, "pressed": "false", "kept": "light"}
    assert looks["followsAgain"] == {"ground": dark, "pressed": "true", "kept": None}


def test_contents_show_the_place(tools: Run) -> None:
    """The contents mark the one entry that is being read, in sight, in its unfolded branch."""
    for place in tools["place"]:
        assert place["hrefs"] == [place["id"]]
        assert place["inView"] is True
        assert place["open"] == 1
        assert place["floats"] is True


def test_zooming_needs_no_sideways_scrolling(tools: Run) -> None:
    """At 320 pixels and at 1280 pixels with 200 % nothing has to be scrolled sideways."""
    zoom = tools["zoom"]

    widths = ("320", "640", "768", "1024", "1152", "1200", "1264", "1280", "1440")
    assert [zoom[width]["page"] for width in widths] == [int(width) for width in widths]
    assert zoom["320"]["regions"] == zoom["640"]["regions"] == 0


def test_lists_fit_on_common_screens(tools: Run) -> None:
    """The tables with the most columns need no scrolling from 1024 to 1440 pixels."""
    widths = ("1024", "1152", "1200", "1264", "1280", "1440")
    assert [tools["zoom"][width]["regions"] for width in widths] == [0] * 6


def test_a_name_and_two_numbers_stay_side_by_side(tools: Run) -> None:
    """A table that is narrow enough for a phone stays a table there."""
    assert tools["zoom"]["320"]["small"] == "table-row"


def test_the_way_to_the_top_lies_on_no_words_of_the_footer(tools: Run) -> None:
    """At the end of the page it stands in the footer again."""
    assert [tools["zoom"][width]["afloat"] for width in ("320", "768", "1280")] == [0, 0, 0]


def test_only_tables_that_scroll_are_stops(tools: Run) -> None:
    """The keyboard stops at a table only where it has to be scrolled."""
    sizes = [tools["zoom"][width] for width in ("320", "640", "768", "1024", "1152")]

    assert [size["stops"] for size in sizes] == [size["regions"] for size in sizes]


def test_words_in_drawings_stay_large(tools: Run) -> None:
    """On small screens drawings keep their size and are scrolled, also with the keyboard."""
    small, large = tools["zoom"]["320"]["charts"], tools["zoom"]["1280"]["charts"]

    assert len(small) == len(large) > 1
    assert all(scrolls and stop and width >= 480 for scrolls, stop, width in small)
    assert not any(scrolls or stop for scrolls, stop, _ in large)


def test_stacked_tables_are_heard_as_tables(tools: Run) -> None:
    """On small screens a list is still a table of rows and cells, each below its column."""
    heard = tools["zoom"]["heard"]
    first_row = heard.split("- row ")[2]

    assert heard.startswith("- table ")
    assert heard.count("columnheader") == 8
    assert first_row.count("- cell") + first_row.count("- rowheader") == 8


def test_cells_of_stacked_tables_are_named(tools: Run) -> None:
    """On small screens a cell names its column, unless it is empty or says the same itself."""
    assert [label for _, label in tools["zoom"]["labels"]] == [
        "Nr.",
        "Projekt",
        *[""] * 4,
        "Zusammenarbeit mit Kommunen",
        "",
    ]
    assert [words for words, _ in tools["zoom"]["labels"]][5:] == [
        "Umgesetzt",
        "Einbindung mit Multiplikatorwirkung",
        "",
    ]


def test_example_is_small(soest_html: Path) -> None:
    """The whole example, style, script and all, is smaller than 1.5 MB."""
    assert soest_html.stat().st_size < 1_500_000
