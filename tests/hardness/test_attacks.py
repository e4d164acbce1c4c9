"""Attacks on what is read and written, tried for real; docs/reliability.md lists the others."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import attrs
import docx
import pytest
from tests.hardness import samples
from tests.importing.word import p, tbl, tc
from tests.importing.word import write as write_word

import questioned
from kommunal_nh import (
    Chapter,
    DataError,
    KommunalNHError,
    Project,
    Report,
    UsageError,
    assemble,
    build,
    load,
    merge,
    save,
)
from kommunal_nh.building import build_document
from kommunal_nh.document import Document, Heading, List, Paragraph, Quote, Section, Text
from kommunal_nh.importers import Grid
from kommunal_nh.importing import import_report
from kommunal_nh.serial import to_json
from kommunal_nh_docx.lint import lint
from kommunal_nh_html.exporter import SiteExporter
from kommunal_nh_markdown.exporter import WikiExporter
from kommunal_nh_readers import DocxImporter, HtmlImporter
from two_themes import REPORT

TEXTS = ("markdown", "html", "docx")
EVERY = (*TEXTS, "pdf")


def with_text(words: str) -> Report:
    """A report that says something in a description and a progress."""
    theme, other = REPORT.themes
    goal = theme.goals[0]
    project = Project("allianz", "Allianz", "umgesetzt", description=words, progress=words)
    goal = attrs.evolve(goal, projects=(project, *goal.projects[1:]))
    theme = attrs.evolve(theme, goals=(goal, *theme.goals[1:]))
    return attrs.evolve(REPORT, themes=(theme, other))


# ----------------------------------------------------------------------------- names of files


NASTY_NAMES = (
    "../../x", "/etc/passwd", "..", ".", "CON", "aux", "nul.txt", "a:b", "a\\b", "C:\\x", "x.",
    "x ", "-rf", "~", "$HOME", "a|b", 'a"b', "a?*b", "\u202eexe.fdp", "ä" * 400, "%2e%2e%2f",
    "COM1", "",
)  # fmt: skip
SAFE = re.compile(r"[a-z0-9][a-z0-9-]*(\.[a-z]+)?")
DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


@pytest.mark.parametrize("title", NASTY_NAMES)
def test_a_title_names_no_file_elsewhere(tmp_path: Path, title: str) -> None:
    """Whatever a report is called, its file lies in the target, with a name for every system."""
    report = attrs.evolve(REPORT, title=title or "?")
    (file,) = build(report, "markdown", tmp_path / "aus")

    assert file.parent == tmp_path / "aus"
    assert SAFE.fullmatch(file.name)
    assert not DEVICE.match(file.name)


@pytest.mark.parametrize("exporter", [SiteExporter(), WikiExporter()], ids=["site", "wiki"])
def test_an_anchor_names_no_page_elsewhere(
    tmp_path: Path, exporter: SiteExporter | WikiExporter
) -> None:
    """Pages of a document that a plugin made lie in the folder, whatever their anchors are."""
    inner = [
        Section("project", f"{name}/p", (Heading(2, "", (Text(name or "x"),)),))
        for name in NASTY_NAMES
    ]
    themes = [
        Section("theme", name, (Heading(1, "", (Text(name or "x"),)), *inner[at : at + 1]))
        for at, name in enumerate(NASTY_NAMES)
    ]
    document = Document("T", "P", date(2024, 1, 1), tuple(themes))
    exporter.write_folder(document, tmp_path / "aus", {})
    made = [path for path in tmp_path.rglob("*") if path != tmp_path / "aus"]

    assert len(made) > len(NASTY_NAMES)
    for path in made:
        assert path.is_relative_to(tmp_path / "aus")
        assert re.fullmatch(r"[a-zA-Z0-9][a-zA-Z0-9-]*(\.[a-z]+)*", path.name), path.name
        assert not DEVICE.match(path.name.lower()), path.name


@pytest.mark.parametrize("name", ["../../x", "..", "/etc/x", "a/b", "a\\b", "C:x", "x.", "CON"])
def test_an_id_names_no_file_elsewhere(tmp_path: Path, name: str) -> None:
    """A report that was made in Python can not be saved under a path of its own."""
    report = attrs.evolve(REPORT, chapters=(Chapter(name, "Titel", "\nText\n"),))
    with pytest.raises(DataError, match="keine gültige Kennung"):
        save(report, tmp_path / "daten")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["con", "aux.2", "com1", "nul"])
def test_no_file_of_a_data_folder_is_called_like_a_device(tmp_path: Path, name: str) -> None:
    """A chapter whose file Windows could not make stands in bericht.yaml, and reads back."""
    report = attrs.evolve(REPORT, chapters=(Chapter(name, "Titel", "\nText\n"),))
    save(report, tmp_path / "daten")

    assert load(tmp_path / "daten").chapters == report.chapters
    assert not [one for one in tmp_path.rglob("*") if DEVICE.match(one.name)]


@pytest.mark.parametrize("anchor", ["../../../../x", "con", "/etc/x", "..\\x", "a%2fb", "x" * 300])
def test_an_imported_anchor_names_no_file_elsewhere(tmp_path: Path, anchor: str) -> None:
    """Ids of a page that was made by somebody else become safe ids or none."""
    page = samples.built("html").decode().replace('id="energie"', f'id="{anchor}"')
    assert anchor in page
    (tmp_path / "quelle").mkdir()
    (tmp_path / "quelle" / "seite.html").write_text(page, "utf-8")
    import_report(tmp_path / "quelle" / "seite.html", tmp_path / "a" / "neu", "standard")
    names = [path for path in tmp_path.rglob("*") if path.is_file() and "quelle" not in path.parts]

    assert names
    assert all(path.is_relative_to(tmp_path / "a" / "neu") for path in names)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,80}", path.name) for path in names)
    assert not [path for path in names if DEVICE.match(path.name)]


# ---------------------------------------------------------------------------- size and depth


@pytest.mark.parametrize(
    "words", [("Wort und *Wort*. " + "Wort und Wort. " * 40) * 17_000, "x" * 10_000_000]
)
def test_ten_megabytes_in_one_field_are_printed(tmp_path: Path, words: str) -> None:
    """A field of ten megabytes, of sentences or of one word, comes out whole."""
    report = attrs.evolve(with_text(""), chapters=(Chapter("lang", "Lang", words),))
    for file in build(report, TEXTS, tmp_path):
        data = zipfile.ZipFile(file).read("word/document.xml") if file.suffix == ".docx" else None
        text = (data or file.read_bytes()).decode()
        assert text.count("x") >= 10_000_000 or text.count("Wort") >= 1_200_000, file.name


def test_ten_megabytes_of_yaml_in_one_line_are_read(tmp_path: Path) -> None:
    """A title of ten megabytes is read; nothing is cut and nothing ends."""
    files = samples.data_folder()
    title = b"Titel " * 1_700_000
    for name, content in files.items():
        (tmp_path / "daten" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "daten" / name).write_bytes(content)
    file = tmp_path / "daten" / "themen" / "1-energie.yaml"
    file.write_bytes(file.read_bytes().replace(b"titel: Energie", b"titel: " + title))

    assert load(tmp_path / "daten").themes[0].title == title.decode().strip()


DEEP = {
    "quotes": "> " * 200 + "innen",
    "lists": "\n".join("  " * depth + "- innen" for depth in range(200)),
    "both": "> - " * 100 + "innen",
    "marks": "**a *b " * 200 + "innen" + "* b**" * 200,
    "brackets": "[" * 200 + "innen" + "](#allianz)" * 200,
}


@pytest.mark.parametrize("words", DEEP.values(), ids=DEEP)
def test_two_hundred_levels_of_markdown_are_refused_or_printed(tmp_path: Path, words: str) -> None:
    """Nothing nested is cut in silence: the innermost word is there, or a finding says why not."""
    try:
        files = build(with_text(words), EVERY, tmp_path)
    except DataError as problem:
        assert {finding.rule for finding in problem.findings} == {"nested-too-deep"}
        return
    assert "innen" in files[0].read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    ["> " * 21, "- " * 10, "> - " * 7, "**a *b " * 10],
    ids=["quotes", "lists", "both", "marks"],
)
def test_what_is_not_too_deep_is_printed_in_every_format(tmp_path: Path, words: str) -> None:
    """Ten lists, 21 quotes and twenty marks in one another come out in every format."""
    files = build(with_text(f"{words}innen{'* b**' * words.count('**')}"), EVERY, tmp_path)

    for file in files[:2]:
        assert "innen" in file.read_text("utf-8")
    body = docx.Document(str(files[2])).element.body
    assert "innen" in "".join(body.itertext())


def test_deep_lists_of_a_plugin_are_written(tmp_path: Path) -> None:
    """Fifteen quotes and lists in one another that a plugin made are written in every format."""
    block: Quote | List | Paragraph = Paragraph((Text("innen"),))
    for depth in range(15):
        block = Quote((block,)) if depth % 2 else List(((block,),))
    document = Document("T", "P", date(2024, 1, 1), (block,))
    files = build_document(document, "tief", EVERY, tmp_path)
    assert "innen" in files[0].read_text("utf-8")


def test_two_hundred_tables_in_one_another_are_read_or_refused(tmp_path: Path) -> None:
    """No innermost word is lost when a Word file has tables in cells of tables."""
    body = p("innen")
    for _ in range(200):
        body = tbl(tc(body + p("")))
    file = write_word(tmp_path / "report.docx", body)
    try:
        blocks = DocxImporter().read(file).blocks
    except UsageError as problem:
        assert "Bitte" in str(problem)
        return
    assert any(
        "innen" in cell
        for one in blocks
        if isinstance(one, Grid)
        for row in one.rows
        for cell in row.cells
    )


# -------------------------------------------------------------------------------- templates


def template_with(folder: Path, **edits: Callable[[str], str]) -> Path:
    """The template to start from with edited parts."""
    parts = samples.members(samples.template())
    for name, edit in edits.items():
        member = f"word/{name}.xml"
        parts[member] = edit(parts[member].decode()).encode()
    (folder / "vorlage.docx").write_bytes(samples.packed(parts))
    return folder / "vorlage.docx"


@pytest.mark.parametrize(
    "words",
    [
        "{titel.__class__}", "{titel!r}", "{titel:>9999999999}", "{0}", "{{ 7*7 }}",
        "{% import os %}", "${titel}", "{titel[0]}", "{__import__('os').system('x')}",
    ],
)  # fmt: skip
def test_a_placeholder_is_a_name_and_nothing_else(tmp_path: Path, words: str) -> None:
    """Nothing in a template is evaluated: what is no known name stays as it is, or is refused."""
    template = template_with(
        tmp_path, document=lambda text: text.replace("{untertitel}", words.replace("&", "&amp;"), 1)
    )
    try:
        (file,) = build(REPORT, "docx", tmp_path / "aus", {"template": str(template)})
    except UsageError as problem:
        assert "unbekannte Platzhalter" in str(problem)
        return
    text = "".join(docx.Document(str(file)).element.body.itertext())
    assert words.replace("{titel}", REPORT.title) in text
    assert "49" not in text


def test_words_of_the_report_are_no_placeholders(tmp_path: Path) -> None:
    """A title that looks like a placeholder is printed as it is, in cover and header."""
    report = attrs.evolve(REPORT, title="{herausgeber} {stand} {inhalt}", publisher="{titel}")
    template = template_with(tmp_path)
    (file,) = build(report, "docx", tmp_path / "aus", {"template": str(template)})

    assert "{herausgeber} {stand} {inhalt}" in docx.Document(str(file)).paragraphs[0].text


def _spaces(count: int) -> bytes:
    return b" " * count


@pytest.mark.parametrize("read", ["template", "lint"])
def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, read: str) -> None:
    """Two gigabytes of spaces in two megabytes are refused within bounds, whatever they claim."""
    file = tmp_path / "vorlage.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in samples.members(samples.template()).items():
            package.writestr(name, content)
        with package.open("word/media/bild.png", "w") as member:
            for _ in range(2000):
                member.write(_spaces(1_000_000))
    code = (
        "import resource, sys; from pathlib import Path; from kommunal_nh import *\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000,) * 2)\n"
        "from kommunal_nh_docx.lint import lint\n"
        "file = sys.argv[1]\n"
        "try:\n"
        "    print(*lint(Path(file))) if sys.argv[2] == 'lint' else build(\n"
        "        load(sys.argv[3]), 'docx', sys.argv[4], {'template': file})\n"
        "except UsageError as problem:\n"
        "    print(problem)\n"
    )
    example = samples.EXAMPLES / "minimal"
    command = (sys.executable, "-c", code, file, read, example, tmp_path / "aus")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)

    assert "mehr als 200 MB" in done.stdout, done.stderr
    assert not (tmp_path / "aus").exists()


# ------------------------------------------------------------------------- files from elsewhere


@contextmanager
def listener() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and the requests that came there."""
    heard: list[str] = []
    server = socket.create_server(("localhost", 0))
    server.settimeout(0.2)
    stop = threading.Event()

    def listen() -> None:
        while not stop.is_set():
            try:
                connection, _ = server.accept()
            except TimeoutError:
                continue
            heard.append("request")
            connection.close()

    thread = threading.Thread(target=listen)
    thread.start()
    try:
        yield "http://{}:{}".format(*server.getsockname()[:2]), heard
    finally:
        stop.set()
        thread.join()
        server.close()


def test_the_listener_hears() -> None:
    """A request to the address is heard, so that silence means something."""
    with listener() as (address, heard):
        host, port = address.removeprefix("http://").split(":")
        socket.create_connection((host, int(port))).close()
        while not heard:
            pass

    assert heard == ["request"]


SECRET = "GEHEIMES-WORT"


def _with_file(address: str, secret: Path) -> str:
    return f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'


def _with_address(address: str, secret: Path) -> str:
    return f'<!DOCTYPE x [<!ENTITY e SYSTEM "{address}/e">]>'


def _with_dtd(address: str, secret: Path) -> str:
    return (
        f'<!DOCTYPE x SYSTEM "{address}/x.dtd" [<!ENTITY % p SYSTEM "{address}/p.dtd"> %p;'
        '<!ENTITY e "">]>'
    )


each_doctype = pytest.mark.parametrize(
    "doctype", [_with_file, _with_address, _with_dtd], ids=["file", "address", "dtd"]
)


def _entity(text: str, doctype: str) -> str:
    """A part of a Word file with a declaration, and an entity before its first words."""
    body = text[text.index("?>") + 2 :] if text.startswith("<?xml") else text
    return doctype + re.sub("(<w:t[^>]*>)", r"\1&e;", body, count=1)


@each_doctype
@pytest.mark.parametrize("part", ["document", "styles", "settings"])
def test_xml_entities_of_a_template_bring_nothing_in(
    tmp_path: Path, part: str, doctype: Callable[[str, Path], str]
) -> None:
    """Neither a file of this machine nor an address is read for an entity of a template."""
    (tmp_path / "geheim.txt").write_text(SECRET, "utf-8")
    with listener() as (address, heard):

        def edit(text: str) -> str:
            return _entity(text, doctype(address, tmp_path / "geheim.txt"))

        template = template_with(tmp_path, **{part: edit})
        try:
            (file,) = build(REPORT, "docx", tmp_path / "aus", {"template": str(template)})
            everything = b"".join(samples.members(file.read_bytes()).values())
            assert SECRET.encode() not in everything
        except KommunalNHError as problem:
            assert "Vorlage" in str(problem)
        lint(template)

    assert heard == []


@each_doctype
def test_xml_entities_of_imported_files_bring_nothing_in(
    tmp_path: Path, doctype: Callable[[str, Path], str]
) -> None:
    """The same for Word files and pages that are imported."""
    (tmp_path / "geheim.txt").write_text(SECRET, "utf-8")
    with listener() as (address, heard):
        said = doctype(address, tmp_path / "geheim.txt")
        parts = samples.members(samples.built("docx"))
        for name in ("word/document.xml", "word/styles.xml"):
            changed = _entity(parts[name].decode(), said).encode()
            (tmp_path / "report.docx").write_bytes(samples.packed({**parts, name: changed}))
            with pytest.raises(UsageError, match="Dokumenttypdefinition"):
                DocxImporter().read(tmp_path / "report.docx")
        page = tmp_path / "seite.html"
        page.write_text(
            f"{said}<html><body><h1>&e;</h1><img src='{address}/a.png'>"
            f"<link rel=stylesheet href='{address}/a.css'><script src='{address}/a.js'></script>"
            f"<iframe src='{address}'></iframe><object data='{address}'></object>",
            "utf-8",
        )
        assert SECRET not in repr(HtmlImporter().read(page))

    assert heard == []


@each_doctype
@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet2.xml"])
def test_xml_entities_of_answers_bring_nothing_in(
    tmp_path: Path, part: str, doctype: Callable[[str, Path], str]
) -> None:
    """The same for spreadsheets with answers; nothing is written."""
    (tmp_path / "geheim.txt").write_text(SECRET, "utf-8")
    data = questioned.folder(tmp_path)
    before = questioned.bytes_in(data)
    with listener() as (address, heard):
        said = doctype(address, tmp_path / "geheim.txt")
        parts = samples.members(samples.answers())
        text = parts[part].decode()
        text = said + text.rpartition("?>")[2].replace("<t>", "<t>&e;", 1)
        (tmp_path / "a.xlsx").write_bytes(samples.packed({**parts, part: text.encode()}))
        with pytest.raises(UsageError, match="Dokumenttypdefinition"):
            merge(data, [tmp_path / "a.xlsx"])

    assert heard == []
    assert questioned.bytes_in(data) == before


def test_a_house_style_fetches_nothing(tmp_path: Path) -> None:
    """An address instead of a logo, or a name of a file that is none, is a finding."""
    with listener() as (address, heard):
        for logo in (f"{address}/logo.png", "/etc/passwd", "..", "/dev/zero"):
            file = tmp_path / "hausstil.yaml"
            file.write_text(f"logo: {logo}\nlogo_beschreibung: Wappen\n", "utf-8")
            with pytest.raises(DataError, match=r"missing-image|image-format"):
                build(REPORT, "html", tmp_path / "aus", {"house-style": str(file)})

    assert heard == []


def test_the_document_says_the_words_as_they_are() -> None:
    """Formulas, commands of Typst and of templates are only words to every exporter."""
    words = "=HYPERLINK(1) +1 -1 @SUM #eval {{7*7}} ${x}"
    report = attrs.evolve(REPORT, title=words)

    assert words in to_json(assemble(report))
