"""What the readers of other languages make of the Markdown: commonmark.js, markdown-it, pandoc.

The first two are installed by `npm install` in `tests/outside/node`, pandoc comes with
`pypandoc_binary`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn
from unicodedata import normalize

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.plugins import markdown_texts as nasty
from tests.plugins.markdown_expected import expected
from tests.plugins.markdown_reading import blocks, markdown
from tests.plugins.test_markdown_texts import MARKS, PLACES

from kommunal_nh import assemble, build, load, number, public_view
from kommunal_nh.document import Paragraph, Table, Text, TitlePage

NODE = Path(__file__).with_name("node")
SOEST = Path(__file__).parents[2] / "examples" / "kreis_soest"
BATCH = 100

Reader = Callable[[str], str]


def missing(tool: str) -> NoReturn:
    """Skip without the tool; in CI, where it must be there, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"not installed: {tool}")
    pytest.skip(f"not installed: {tool}")


@pytest.fixture(scope="session")
def node() -> Iterator[Callable[[str, str], str]]:
    """Asks a reader of JavaScript; one process answers all questions."""
    if not (shutil.which("node") and (NODE / "node_modules" / "commonmark").is_dir()):
        missing("commonmark.js")
    with subprocess.Popen(
        ["node", "markdown_readers.cjs"],
        cwd=NODE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdin
        assert process.stdout
        questions, answers = process.stdin, process.stdout

        def ask(reader: str, text: str) -> str:
            questions.write(json.dumps({"reader": reader, "text": text}) + "\n")
            questions.flush()
            return str(json.loads(answers.readline()))

        yield ask
        questions.close()


@pytest.fixture(scope="session", params=["commonmark.js", "markdown-it"])
def javascript(request: pytest.FixtureRequest, node: Callable[[str, str], str]) -> Reader:
    return lambda text: node(request.param, text)


@pytest.fixture(scope="session")
def pandoc() -> Reader:
    """Pandoc, as it reads GitHub's dialect."""
    try:
        import pypandoc
    except ModuleNotFoundError:
        missing("pypandoc_binary")

    def read(text: str) -> str:
        return str(pypandoc.convert_text(text, "html", "gfm", extra_args=["--wrap=none"]))

    return read


def without_tables(parts: Any) -> list[Any]:
    return [part for part in parts if not isinstance(part, Table)]


def document(parts: Any) -> Any:
    return nasty.document((TitlePage("Titel"), *parts))


def everywhere(content: Any) -> list[Any]:
    return without_tables(place(content) for place in PLACES.values())


def check(read: Reader, parts: Any) -> None:
    """The reader finds in the Markdown what is in the tree, block for block."""
    text = markdown(document(parts))
    found, wanted = composed(blocks(read(text))), composed(expected(document(parts)))

    differences = [pair for pair in zip(found, wanted, strict=False) if pair[0] != pair[1]]
    assert differences[:1] == [], text if len(text) < 10_000 else None
    assert len(found) == len(wanted)


def composed(read: Any) -> Any:
    """The same blocks with composed letters, into which pandoc turns all others."""
    if isinstance(read, str):
        return normalize("NFC", read)
    return type(read)(map(composed, read)) if isinstance(read, list | tuple | frozenset) else read


class TestJavaScript:
    """commonmark.js knows no tables; markdown-it makes links of everything that looks like one."""

    @given(text=nasty.texts)
    def test_plain_prose_stays_plain_prose(self, javascript: Reader, text: str) -> None:
        """Text is read as the same words, without markup, wherever it stands."""
        check(javascript, everywhere((Text(text),)))

    @given(content=nasty.content)
    def test_marks_stay_on_their_words(self, javascript: Reader, content: Any) -> None:
        """Strong, emphasised, literal and linked words are those of the tree."""
        check(javascript, everywhere(content))

    @given(text=nasty.texts)
    def test_marks_hold_next_to_letters(self, javascript: Reader, text: str) -> None:
        """Words are marked whatever they begin or end with, even inside a word."""
        check(javascript, [Paragraph(mark(text)) for mark in MARKS.values()])

    @given(content=nasty.content)
    def test_tables(self, node: Callable[[str, str], str], content: Any) -> None:
        """Cells are read back with their words and marks."""
        check(lambda text: node("markdown-it", text), [PLACES["cell"](content)])

    @pytest.mark.parametrize("text", nasty.NASTY, ids=ascii)
    def test_every_nasty_text_is_harmless(self, javascript: Reader, text: str) -> None:
        """Each single text that is known to be nasty is read as itself, also in a sentence."""
        check(
            javascript, [Paragraph((Text(part),)) for part in (text, f"a {text} b{text}c {text}")]
        )


def some(strategy: st.SearchStrategy[Any]) -> list[Any]:
    """As many examples as pandoc reads in one go."""
    found: list[Any] = []

    @settings(max_examples=BATCH, phases=[Phase.generate], database=None)
    @given(strategy)
    def collect(example: Any) -> None:
        found.append(example)

    collect()
    return found


class TestPandoc:
    def test_plain_prose_stays_plain_prose(self, pandoc: Reader) -> None:
        """Text is read as the same words, without markup, wherever it stands."""
        texts = [*nasty.NASTY, *some(nasty.texts)]

        check(pandoc, [place((Text(text),)) for text in texts for place in PLACES.values()])

    def test_marks_stay_on_their_words(self, pandoc: Reader) -> None:
        """Strong, emphasised, literal and linked words are those of the tree."""
        contents = some(nasty.content)

        check(pandoc, [place(content) for content in contents for place in PLACES.values()])

    def test_marks_hold_next_to_letters(self, pandoc: Reader) -> None:
        """Words are marked whatever they begin or end with, even inside a word."""
        texts = [*nasty.NASTY, *some(nasty.texts)]

        check(pandoc, [Paragraph(mark(text)) for text in texts for mark in MARKS.values()])

    def test_blocks_in_blocks(self, pandoc: Reader) -> None:
        """Lists, quotes, tables and sections in one another keep their shape."""
        check(pandoc, [part for parts in some(nasty.blocks) for part in parts])


def test_pandoc_reads_the_real_report(pandoc: Reader) -> None:
    """Every heading, text, mark and cell of a real report is the one of the tree."""
    report = public_view(load(SOEST))
    tree = assemble(report, number(report))
    found, wanted = blocks(pandoc(markdown(tree))), expected(tree)
    contents = next(block for block in found if block[0] == "ul")

    assert [block for block in found if block is not contents] == wanted


@pytest.mark.parametrize("example", ["kreis_soest", "gnk_musterkommune", "musterstadt"])
def test_markdownlint_finds_nothing(example: str, tmp_path: Path) -> None:
    """Neither in the one file nor in the pages of the wiki; the rules left out have a reason."""
    if not (shutil.which("node") and (NODE / "node_modules" / "markdownlint").is_dir()):
        missing("markdownlint")
    build(SOEST.with_name(example), ["markdown", "wiki"], tmp_path)
    assert len(list(tmp_path.rglob("*.md"))) > 10
    done = subprocess.run(
        ["node", "markdown_lint.cjs", tmp_path],
        cwd=NODE,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
