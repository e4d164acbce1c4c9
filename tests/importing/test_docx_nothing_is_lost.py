"""No word of a Word file is lost, and none is read twice, wherever it stands."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.importing.word import num, p, r, read, tbl, tc

from kommunal_nh.importers import Grid

_NUMBERING = """<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"""
_WORD = "wort{}"
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def _runs(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """What can stand in a paragraph."""
    link = inner.map(lambda one: f'<w:hyperlink w:anchor="x">{one}</w:hyperlink>')
    inserted = inner.map(lambda one: f"<w:ins>{one}</w:ins>")
    control = inner.map(lambda one: f"<w:sdt><w:sdtContent>{one}</w:sdtContent></w:sdt>")
    field = inner.map(
        lambda one: (
            f"{_FIELD.format('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>"
            f"{_FIELD.format('separate')}{one}{_FIELD.format('end')}"
        )
    )
    box = inner.map(
        lambda one: f"<w:r><w:pict><w:txbxContent>{p(inner=one)}</w:txbxContent></w:pict></w:r>"
    )
    both = st.tuples(inner, inner).map("<w:r><w:br/></w:r>".join)
    tabbed = st.tuples(inner, inner).map("<w:r><w:tab/></w:r>".join)
    return st.one_of(link, inserted, control, field, box, both, tabbed)


def _blocks(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """What can stand around paragraphs and tables."""
    control = inner.map(lambda one: f"<w:sdt><w:sdtContent>{one}</w:sdtContent></w:sdt>")
    cell = inner.map(lambda one: tc(one + p()))
    table = st.lists(st.tuples(cell, cell).map("".join), min_size=1, max_size=3).map(
        lambda rows: tbl(*rows)
    )
    return st.one_of(control, table, st.lists(inner, min_size=2, max_size=3).map("".join))


_LEAF = st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:b/><w:i/>"]).map(lambda form: r(_WORD, form))
_RUNS = st.recursive(_LEAF, _runs, max_leaves=4)
_PARAGRAPH = st.tuples(
    _RUNS, st.sampled_from(["", "berschrift1", "Titel"]), st.sampled_from(["", num(1)])
).map(lambda one: p(style=one[1], properties=one[2], inner=one[0]))
_BODY = st.recursive(_PARAGRAPH, _blocks, max_leaves=8)


@given(_BODY)
def test_each_word_is_read_once(body: str) -> None:
    """Links, insertions, controls, fields, boxes, tables: every word comes out exactly once."""
    count = body.count(_WORD)
    numbers = iter(range(count))
    for _ in range(count):
        body = body.replace(_WORD, f"wort{next(numbers)} ", 1)
    with tempfile.TemporaryDirectory() as folder:
        found = read(Path(folder), body, parts={"numbering": _NUMBERING})
    said: list[str] = []
    for block in found:
        rows = [" ".join(row.cells) for row in block.rows] if isinstance(block, Grid) else []
        said += " ".join(rows or [getattr(block, "words", "")]).split()
    assert Counter(said) == Counter(f"wort{number}" for number in range(count))
