"""The same report read back from DOCX, HTML and Markdown by readers that know nothing of it.

What they have to find is made from the document tree, and for projects from the report itself.
Headings, tables, texts and links are compared piece by piece, and then the whole text of each file
with that of the tree: nothing is missing, and nothing is there but the known frame.
"""

from __future__ import annotations

import itertools
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import attrs
import cmarkgfm
import lxml.html
import pytest
from hypothesis import given, settings
from tests.outside.read_back import (
    DOCX,
    HTML,
    MARKDOWN,
    PANDOC_HTML,
    Format,
    Reading,
    expected,
    plain,
    squeezed,
    whole_docx,
    whole_html,
    whole_markdown,
)
from tests.outside.read_back_changes import CHANGES, changed
from tests.outside.read_back_readers import (
    all_bytes,
    cmark_markdown,
    docx_text,
    html_text,
    libreoffice_docx,
    lxml_html,
    markdown_text,
    pandoc_docx,
    pandoc_html,
    pandoc_markdown,
    pdf_text,
    printed,
)
from tests.outside.read_back_reports import (
    OPEN,
    SECRET,
    SECRETS,
    nasty,
    with_an_image,
    with_secrets,
)

from costs import dearest
from kommunal_nh import (
    Cooperation,
    Document,
    Project,
    Report,
    all_goals,
    all_projects,
    assemble,
    build,
    load,
    number,
    projects_of,
    public_view,
)
from kommunal_nh.testing import reports
from kommunal_nh_docx import DocxExporter
from kommunal_nh_html import HtmlExporter
from kommunal_nh_markdown import MarkdownExporter

SOEST = Path(__file__).parents[2] / "examples" / "kreis_soest"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63"
    "64f8cf500f0003860180" + "5a347d6b0000000049454e44ae426082"
)


@attrs.frozen
class Reader:
    """Somebody else's program that reads files of one format.

    Attributes:
        form: What the tree looks like to it.
        suffix: Ending of the files.
        read: Reads a file.
        is_process: It is started anew for each file, which takes its time.
    """

    form: Format
    suffix: str
    read: Callable[[Path], Reading]
    is_process: bool = False


def libreoffice(file: Path) -> Reading:
    with tempfile.TemporaryDirectory() as folder:
        return libreoffice_docx(file, Path(folder))


READERS = {
    "HTML by lxml": Reader(HTML, ".html", lxml_html),
    "Markdown by cmark-gfm": Reader(MARKDOWN, ".md", cmark_markdown),
    "DOCX by pandoc": Reader(DOCX, ".docx", pandoc_docx, is_process=True),
    "HTML by pandoc": Reader(PANDOC_HTML, ".html", pandoc_html, is_process=True),
    "Markdown by pandoc": Reader(MARKDOWN, ".md", pandoc_markdown, is_process=True),
}
LIBREOFFICE = {
    "DOCX by LibreOffice": Reader(
        attrs.evolve(DOCX, drawings=False), ".docx", libreoffice, is_process=True
    )
}
EXPORTERS = (DocxExporter(), HtmlExporter(), MarkdownExporter())


def written(document: Document, folder: Path) -> dict[str, Path]:
    """The document in every format, by the ending of the file."""
    files = {one.suffix: folder / f"report{one.suffix}" for one in EXPORTERS}
    for one in EXPORTERS:
        files[one.suffix].unlink(missing_ok=True)
        one.write(document, files[one.suffix], {})
    return files


def difference(found: Any, wanted: Any) -> Any:
    """The first place where two sequences differ, and what stands there in each."""
    pairs = enumerate(itertools.zip_longest(found, wanted))
    return next(((place, *pair) for place, pair in pairs if pair[0] != pair[1]), None)


def check(reader: Reader, file: Path, document: Document) -> None:
    """A reader finds what is in the tree, piece for piece, and all links lead to their headings."""
    found, wanted = reader.read(file), expected(document, reader.form)

    assert difference(found.pieces, wanted.pieces) is None
    if reader.form is not PANDOC_HTML:
        assert difference(found.links, wanted.links) is None


def check_whole_text(files: dict[str, Path], document: Document) -> None:
    """Every word of every file is one of the tree or of the known frame, in order."""
    assert html_text(files[".html"]) == whole_html(document), "in .html"
    assert markdown_text(files[".md"]) == whole_markdown(document), "in .md"
    found, wanted = docx_text(files[".docx"]), whole_docx(document)
    assert found.pop("document", "") == wanted.pop("document"), "in .docx"
    assert found.items() <= wanted.items()
    assert {name.rstrip("12") for name in found} == {name.rstrip("12") for name in wanted}


# --------------------------------------------------------------------------------- real and nasty


@attrs.frozen
class Case:
    """A report, its tree and its files."""

    report: Report
    document: Document
    files: dict[str, Path]


def case(report: Report, folder: Path) -> Case:
    files = build(report, out=folder)
    public = public_view(report)
    return Case(public, assemble(public), {file.suffix: file for file in files})


@pytest.fixture(scope="module")
def soest(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The whole report of the Kreis Soest."""
    return case(load(SOEST), tmp_path_factory.mktemp("soest"))


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Hundreds of projects and all that makes trouble."""
    folder = tmp_path_factory.mktemp("nasty")
    return case(with_an_image(nasty(300), folder, PIXEL), folder / "build")


Both: TypeAlias = tuple[Case, Reader, Reading, Reading]


@pytest.fixture(
    scope="module",
    params=[
        *itertools.product(("soest", "hard"), READERS),
        ("soest", "DOCX by LibreOffice"),
    ],
    ids=" ".join,
)
def both(request: pytest.FixtureRequest) -> Both:
    """A report and a reader; what the reader found, and what it has to find."""
    name, reader_name = request.param
    known: Case = request.getfixturevalue(name)
    reader = (READERS | LIBREOFFICE)[reader_name]
    found = reader.read(known.files[reader.suffix])
    return known, reader, found, expected(known.document, reader.form)


def test_outline(both: Both) -> None:
    """All headings are there in order, with level, number and title."""
    _, _, found, wanted = both

    assert difference(found.outline, wanted.outline) is None
    assert len(wanted.outline) > 250


def test_tables(both: Both) -> None:
    """Every cell of every table is there, header cells as such."""
    _, _, found, wanted = both

    assert difference(found.rows, wanted.rows) is None
    assert len(wanted.rows) > 100


def test_texts(both: Both) -> None:
    """Every paragraph, item and caption is there in order, with all its words."""
    _, _, found, wanted = both

    assert difference(found.pieces, wanted.pieces) is None
    assert len(wanted.texts) > 600


def test_links(both: Both) -> None:
    """Every link inside the report leads to the heading with its number."""
    _, reader, found, wanted = both

    assert len(wanted.links) > (1 if reader.form is PANDOC_HTML else 150)
    if reader.form is PANDOC_HTML:  # loses the ids of articles
        assert [words for words, _ in found.links] == [words for words, _ in wanted.links]
        return
    assert difference(found.links, wanted.links) is None
    numbers = (
        re.fullmatch(r"(?:Projekt )?((?:\d+|[A-Z])(?:\.\w+)+)", one) for one, _ in found.links
    )
    for number_found, (_, heading) in zip(numbers, found.links, strict=True):
        assert number_found is None or heading.startswith(f"{number_found[1]} ")


def test_projects(both: Both) -> None:
    """Each project has its number, title and status in the body, and the same in the lists."""
    known, reader, found, _ = both

    assert in_body(found, known.report) == wanted_in_body(known.report, reader.form)
    assert in_lists(found, known.report) == wanted_in_lists(known.report, reader.form)
    assert in_body(found, known.report).total() > 90


def test_whole_text(soest: Case, hard: Case) -> None:
    """The words of each file are those of the tree: none is missing, none is added."""
    for known in (soest, hard):
        check_whole_text(known.files, known.document)


def test_text_of_the_data(soest: Case) -> None:
    """What the authors wrote, read by cmark-gfm, stands in every file in the same order."""
    texts = {
        "docx": docx_text(soest.files[".docx"])["document"],
        "html": html_text(soest.files[".html"]),
        "markdown": markdown_text(soest.files[".md"]),
    }
    pieces = [piece for source in sources(soest.report) for piece in said(source)]

    assert len(pieces) > 300
    assert {name: missing(pieces, text) for name, text in texts.items()} == dict.fromkeys(texts)


def test_text_of_the_data_on_paper(soest: Case) -> None:
    """What the authors wrote stands on the pages of the PDF in the same order."""
    pieces = [printed(piece) for source in sources(soest.report) for piece in said(source)]

    assert missing(pieces, pdf_text(soest.files[".pdf"])) is None


def missing(pieces: list[str], text: str) -> str | None:
    """The first piece that does not follow the one before it."""
    place = 0
    for piece in pieces:
        if (start := text.find(piece, place)) < 0:
            return piece
        place = start + len(piece)
    return None


def sources(report: Report) -> Iterator[str]:
    """All Markdown of a report in the order of the Soest profile, without drafts."""
    places = {status.id: place for place, status in enumerate(report.profile.statuses)}
    for chapter in report.chapters:
        yield chapter.text
    for theme in report.themes:
        yield theme.introduction
        for goal in all_goals(theme):
            yield goal.statement
            for project in sorted(goal.projects, key=lambda one: places[one.status]):
                yield project.title
                yield from (project.description, project.progress)
                for part in project.parts:
                    yield from (part.title, part.description, part.progress)


GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
NONE = Cooperation()


def said(source: str) -> list[str]:
    """The words of some Markdown between its references, which the report fills in."""
    letters = re.sub(r"(?<=\w)\*(?=\w)", r"\\*", source)
    html = cmarkgfm.github_flavored_markdown_to_html(letters)
    body: Any = lxml.html.document_fromstring(f"<body>{html}</body>").find("body")
    for link in body.xpath("//a[starts-with(@href, '#')]"):
        link.text = GAP
    return [squeezed([piece]) for piece in body.text_content().split(GAP) if piece.strip()]


# -------------------------------------------------------------------------- projects of the report


def projects(report: Report) -> Iterator[tuple[str, Project]]:
    numbering = number(report)
    return ((numbering[project.id], project) for project in all_projects(report))


def marks(report: Report, form: Format) -> dict[str, tuple[str, str]]:
    """Column and mark of each status."""
    titles = {one.id: one.column_title or one.label for one in report.profile.statuses}
    symbols = {one.id: f"{one.symbol} " * form.symbols for one in report.profile.statuses}
    return {name: (plain(title), plain(symbols[name] + title)) for name, title in titles.items()}


def wanted_in_body(report: Report, form: Format) -> Counter[Any]:
    shown, label = marks(report, form), report.profile.labels.status
    return Counter(
        (plain(f"{printed} {project.title}"), plain(f"{label} {shown[project.status][1]}"))
        for printed, project in projects(report)
        if "themen" in report.profile.parts
    )


def in_body(found: Reading, report: Report) -> Counter[Any]:
    """What stands above and in each line with a status."""
    label = report.profile.labels.status
    return Counter(
        (above[-1], below[1])
        for above, below in itertools.pairwise(found.pieces)
        if below[0] == "p" and below[1].startswith(f"{label} ")
    )


def wanted_in_lists(report: Report, form: Format) -> Counter[Any]:
    shown = marks(report, form)
    return Counter(
        (plain(printed), plain(project.title), (shown[project.status],))
        for printed, project in projects(report)
        if "projektlisten" in report.profile.parts
    )


def in_lists(found: Reading, report: Report) -> Counter[Any]:
    """Number, title and marks of each row of a project list."""
    rows: Counter[Any] = Counter()
    wanted, numbered = list_head(report), bool(report.profile.numbering.project)
    statuses = slice(1 + numbered, 1 + numbered + len(report.profile.statuses))
    is_list = False
    for kind, cells in found.rows:
        if kind == "head":
            is_list = cells == wanted
        elif is_list:
            named = cells[:2] if numbered else ("", cells[0])
            pairs = zip(wanted[statuses], cells[statuses], strict=True)
            rows[(*named, tuple(pair for pair in pairs if pair[1]))] += 1
    return rows


def list_head(report: Report) -> tuple[str, ...]:
    """The titles of the columns of a project list, without those that would be empty."""
    labels, profile, everything = report.profile.labels, report.profile, list(all_projects(report))
    titles = [
        labels.column_number if profile.numbering.project else "",
        profile.levels.project.singular,
        *(status.column_title or status.label for status in profile.by_stage),
        labels.column_cooperation if any(one.cooperation != NONE for one in everything) else "",
        labels.column_responsible if any(one.responsible for one in everything) else "",
    ]
    return tuple(plain(title) for title in titles if title)


# -------------------------------------------------------------------------------------- generated


@dearest
@given(report=reports())
def test_generated_reports(report: Report) -> None:
    """Whatever the report, readers in this process find all of it and nothing else."""
    public = public_view(report)
    document = assemble(public)
    with tempfile.TemporaryDirectory() as folder:
        files = written(document, Path(folder))
        check_whole_text(files, document)
        for reader in READERS.values():
            if not reader.is_process:
                check(reader, files[reader.suffix], document)
                found = reader.read(files[reader.suffix])
                assert in_body(found, public) == wanted_in_body(public, reader.form)
                assert in_lists(found, public) == wanted_in_lists(public, reader.form)


@settings(max_examples=15)
@given(report=reports())
def test_generated_reports_by_pandoc(report: Report) -> None:
    """Whatever the report, pandoc finds all of it in every format and nothing else."""
    document = assemble(public_view(report))
    with tempfile.TemporaryDirectory() as folder:
        files = written(document, Path(folder))
        for reader in READERS.values():
            if reader.is_process:
                check(reader, files[reader.suffix], document)


@settings(max_examples=25)
@given(report=reports())
def test_private_data_stays_private(report: Report) -> None:
    """No byte of a draft, an internal note or a private field is in any file."""
    report = with_secrets(report)
    published = any(not project.draft for project in all_projects(report))
    shown = published and "themen" in report.profile.parts
    with tempfile.TemporaryDirectory() as folder:
        for file in build(report, out=folder):
            data = all_bytes(file).lower()
            assert [found for secret in SECRETS for found in around(secret, data)] == []
            assert (OPEN.encode() in data) is (published if file.suffix == ".xlsx" else shown)


def around(secret: str, data: bytes) -> list[bytes]:
    """Where a secret was found."""
    return re.findall(b".{0,80}" + re.escape(secret.encode()) + b".{0,80}", data)


# ------------------------------------------------------------------------- the checks can fail


@pytest.fixture(scope="module")
def small() -> Document:
    return assemble(public_view(nasty(8)))


@pytest.fixture(scope="module")
def right(small: Document, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return written(small, tmp_path_factory.mktemp("right"))


def test_comparison_accepts_what_is_right(small: Document, right: dict[str, Path]) -> None:
    """The document of the following tests is read back as it is."""
    check_whole_text(right, small)
    for reader in READERS.values():
        check(reader, right[reader.suffix], small)


@pytest.mark.parametrize("change", CHANGES)
def test_comparison_notices(
    change: str, small: Document, right: dict[str, Path], tmp_path: Path
) -> None:
    """Whatever an exporter gets wrong, the comparison with the right document shows it."""
    make, aspect = CHANGES[change]
    files = written(changed(small, make), tmp_path)
    if aspect != "links" and change not in SILENT:
        for suffix in files:
            with pytest.raises(AssertionError, match=f"in {suffix}"):
                check_whole_text({**right, suffix: files[suffix]}, small)
    for name, reader in READERS.items():
        if reader.form is PANDOC_HTML and (aspect == "links" or "contents" in change):
            continue
        found, wanted = reader.read(files[reader.suffix]), expected(small, reader.form)
        assert getattr(found, aspect) != getattr(wanted, aspect), name


SILENT = {
    "a paragraph is broken in two",
    "a space is missing",
    "a level is wrong",
    "a mark stands in the wrong column",
}
"""Changes that leave the words as they are, one after another."""


def test_secrets_would_be_found(tmp_path: Path) -> None:
    """Without `public_view`, the secrets of a report stand in every file."""
    report = with_secrets(attrs.evolve(nasty(0), themes=(drafted(),), withdrawn=(), chapters=()))

    for file in written(assemble(report), tmp_path).values():
        assert around(SECRET, all_bytes(file))


def drafted() -> Any:
    (theme,) = [one for one in nasty(0).themes if one.id == "thema-voll"]
    (project, *_) = projects_of(theme)
    draft = attrs.evolve(project, draft=True, description="", parts=())
    return attrs.evolve(theme, introduction="", goals=(), projects=(draft,))
