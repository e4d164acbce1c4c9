"""Forms as Word files: what is written into them, what people make of them, what is refused."""

from __future__ import annotations

import copy
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.table import Table, _Cell
from tests.plugins.docx_reading import libreoffice, program, run

from kommunal_nh import UsageError, load, merge, survey
from kommunal_nh.forms.document import layout, read
from questioned import DAY, bytes_in, folder

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = f'xmlns:w="{W}"'
Edit = Callable[[Any], object]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder."""
    return folder(tmp_path)


@pytest.fixture
def form(data: Path) -> Path:
    """The form of the unit 80.1."""
    return asked(data)


def asked(data: Path) -> Path:
    """The form of the unit 80.1."""
    done = survey(data, data.parent / "aus", only=["80.1"], due="2024-03-01", formats=["docx"])
    return done.files[0]


def edited(file: Path, edit: Edit) -> Path:
    """A form that somebody changed and saved."""
    word = docx.Document(str(file))
    edit(word)
    word.save(str(file))
    return file


def tables(word: Any) -> list[Table]:
    """All tables, also those inside the group."""
    return [Table(one, word) for one in word.element.body.iter(f"{{{W}}}tbl")]


def cell(word: Any, key: str, label: str) -> _Cell:
    """The cell beside a label, in the table with a key; or in the first table of ideas."""
    for table in tables(word):
        rows = {}
        for row in table._tbl.iter(f"{{{W}}}tr"):
            left, right = list(row.iter(f"{{{W}}}tc"))[:2]
            rows[_Cell(left, table).text] = _Cell(right, table)
        if words(rows.get(layout.KEY)) == key or (not key and layout.GOAL in rows):
            return rows[label]
    raise AssertionError(key)


def words(one: _Cell | None) -> str:
    """All words of a cell, also those in controls."""
    return "" if one is None else "".join(t.text or "" for t in one._tc.iter(f"{{{W}}}t"))


def writing(key: str, label: str, *paragraphs: str) -> Edit:
    """Replace what stands in a cell by paragraphs of WordprocessingML."""

    def edit(word: Any) -> None:
        tc = cell(word, key, label)._tc
        for child in [one for one in tc if not one.tag.endswith("tcPr")]:
            tc.remove(child)
        for one in paragraphs:
            tc.append(parse_xml(f"<w:p {NAMES}>{one}</w:p>"))

    return edit


def said(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


# ---------------------------------------------------------------------------------------- writing


def test_it_has_a_table_for_each_question(form: Path) -> None:
    """With label and cell, and drop-downs that offer what there is."""
    word = docx.Document(str(form))
    assert words(cell(word, "solar", layout.STATUS)) == "in Planung"
    assert words(cell(word, "solar", layout.LAST)) == "=2+3"
    assert words(cell(word, "solar#2", layout.DESCRIPTION)) == "Keller"
    items = cell(word, "solar", layout.STATUS)._tc.iter(f"{{{W}}}listItem")
    assert [one.get(f"{{{W}}}value") for one in items] == [
        "umgesetzt", "in-bearbeitung", "in-planung", "ideenspeicher",
    ]  # fmt: skip


def test_only_controls_can_be_changed(form: Path) -> None:
    """All is inside a locked group; controls can be written in, but not be deleted."""
    body = docx.Document(str(form)).element.body
    group, *others = [one for one in body if one.tag == f"{{{W}}}sdt"]
    locks = [one.get(f"{{{W}}}val") for one in group.iter(f"{{{W}}}lock")]
    assert (others, locks[0], {*locks[1:]}) == ([], "contentLocked", {"sdtLocked"})
    assert group.find(f"{{{W}}}sdtPr/{{{W}}}group") is not None
    assert [one.tag.rpartition("}")[2] for one in body] == ["sdt", "sectPr"]
    ids = [one.get(f"{{{W}}}val") for one in body.iter(f"{{{W}}}id")]
    assert len(set(ids)) == len(ids)


def test_the_same_data_gives_the_same_bytes(data: Path) -> None:
    """Two surveys of one folder are the same files."""
    one, other = (survey(data, data.parent / name, formats=["docx"]).files for name in ("a", "b"))
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in other]


def test_both_formats_can_be_asked_for(data: Path) -> None:
    """The mail names both, and either of them can come back."""
    done = survey(data, data.parent / "x", only=["80.1"], formats=["xlsx", "docx"])
    assert [file.suffix for file in done.files] == [".xlsx", ".docx", ".txt"]
    assert "eine der Dateien genügt" in done.files[2].read_text("utf-8")


# ---------------------------------------------------------------------------------------- reading


def test_without_edits_nothing_changes(data: Path, form: Path) -> None:
    """Not a byte; tables, references and drafts included."""
    before = bytes_in(data)
    done = merge(data, [form], today=DAY)
    assert (done.changes, done.ideas, done.conflicts) == ((), (), ())
    assert bytes_in(data) == before


def test_answers_arrive_with_their_marks(data: Path, form: Path) -> None:
    """Bold words, lists of Word's own, lines, status and a word for unchanged."""
    item = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    edited(form, writing("solar", layout.NEW, said("Das ist ") + said("wichtig", "<w:b/>"),
                         item + said("eins"), item + said("zwei")))  # fmt: skip
    edited(form, writing("solar", layout.STATUS, said("in Bearbeitung")))
    edited(form, writing("solar#1", layout.UNCHANGED, said("ja")))
    done = merge(data, [form], today=DAY)
    assert {(one.key, one.new.strip()) for one in done.changes} == {
        ("solar", "in-bearbeitung"), ("solar", "Das ist **wichtig**\n\n- eins\n- zwei"),
    }  # fmt: skip
    assert done.conflicts == ()


def test_tracked_changes_count_as_they_are_shown(data: Path, form: Path) -> None:
    """Inserted words are there, deleted ones are gone."""
    text = (
        said("Es ist ")
        + '<w:del w:id="1" w:author="x"><w:r><w:delText>nicht </w:delText></w:r></w:del>'
        + f'<w:ins w:id="2" w:author="x">{said("schon")}</w:ins>'
        + said(" da")
    )
    edited(form, writing("solar", layout.NEW, text))
    (change,) = merge(data, [form], today=DAY).changes
    assert change.new.strip() == "Es ist schon da"


def test_a_new_idea_arrives(data: Path, form: Path) -> None:
    """In the goal that was chosen."""
    edited(form, writing("", layout.GOAL, said("1.2 Wege")))
    edited(form, writing("", layout.IDEA_TITLE, said("Brücke")))
    edited(form, writing("", layout.DESCRIPTION, said("Über den Bach")))
    done = merge(data, [form], today=DAY)
    assert [(one.goal, one.project.title) for one in done.ideas] == [("wege", "Brücke")]


def test_a_changed_last_progress_is_the_new_one(data: Path, form: Path) -> None:
    """Who overwrites the old one means the new one."""
    edited(form, writing("solar", layout.LAST, said("Fertig")))
    (change,) = merge(data, [form], today=DAY).changes
    assert change.new.strip() == "Fertig"


def free_paragraph(word: Any) -> None:
    word.element.body.insert(0, parse_xml(f"<w:p {NAMES}>{said('Anruf genügt')}</w:p>"))


def further_table(word: Any) -> None:
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Noch etwas", "Anruf genügt"


def further_row(word: Any) -> None:
    row = next(one for one in cell(word, "solar", layout.KEY)._tc.iterancestors(f"{{{W}}}tr"))
    other = copy.deepcopy(row)
    for text in other.iter(f"{{{W}}}t"):
        text.text = "Anruf genügt"
    row.addnext(other)


def idea_without_title(word: Any) -> None:
    writing("", layout.DESCRIPTION, said("Anruf genügt"))(word)


def doubtful_word(word: Any) -> None:
    writing("solar", layout.UNCHANGED, said("Anruf genügt"))(word)


@pytest.mark.parametrize(
    "edit", [free_paragraph, further_table, further_row, idea_without_title, doubtful_word]
)
def test_what_was_written_elsewhere_is_not_lost(data: Path, form: Path, edit: Edit) -> None:
    """It stands in the conflicts, word for word, and no data changes."""
    before = bytes_in(data)
    edited(form, edit)
    done = merge(data, [form], dry_run=True, today=DAY)
    assert any("Anruf genügt" in version.said for one in done.conflicts for version in one.versions)
    assert done.changes == ()
    assert bytes_in(data) == before


def test_a_comment_is_not_lost(form: Path) -> None:
    """Whoever comments instead of writing is heard, too."""
    word = docx.Document(str(form))
    paragraph = word.add_paragraph("x")
    word.add_comment(paragraph.runs, text="Bitte anrufen", author="", initials="")
    word.save(str(form))
    assert "Bitte anrufen" in {remark.said for remark in read(form).remarks}


# ------------------------------------------------------------------------------------ LibreOffice


def test_saved_by_libreoffice_it_says_the_same(data: Path, form: Path, tmp_path: Path) -> None:
    """Opened and saved without edits nothing changes; with an edit, only that."""
    saved = libreoffice(form, "docx", tmp_path / "lo")
    assert merge(data, [saved], today=DAY).changes == ()
    edited(saved, writing("solar#1", layout.NEW, said("Steht")))
    (change,) = merge(data, [saved], today=DAY).changes
    assert (change.key, change.new.strip()) == ("solar#1", "Steht")


# ------------------------------------------------------------------------------- what is not read


def packed(file: Path, name: str, content: bytes) -> None:
    """Put a part into a file, instead of the one with its name."""
    with zipfile.ZipFile(file) as old:
        parts = {one: old.read(one) for one in old.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for one, data in {**parts, name: content}.items():
            new.writestr(one, data)


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:2000])


def old_format(file: Path) -> None:
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def macros(file: Path) -> None:
    packed(file, "word/vbaProject.bin", b"x")


def entities(file: Path) -> None:
    packed(file, "word/document.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')


def bomb(file: Path) -> None:
    packed(file, "word/document.xml", b"<x>" + bytes(40_000_000).replace(b"\0", b" ") + b"</x>")


def another_file(file: Path) -> None:
    docx.Document().save(str(file))


def without_last_table(file: Path) -> None:
    word = docx.Document(str(file))
    table = tables(word)[-1]._tbl
    table.getparent().remove(table)
    word.save(str(file))


@pytest.mark.parametrize(
    ("spoil", "why"),
    [(truncated, "beschädigt"), (old_format, "alten Format"), (macros, "Makros"),
     (entities, "Dokumenttyp"), (bomb, "MB"), (another_file, "keine Rückfrage"),
     (without_last_table, "keine Rückfrage")],
)  # fmt: skip
def test_what_is_no_form_is_refused(form: Path, spoil: Callable[[Path], object], why: str) -> None:
    """With a sentence that names Word and what to do."""
    spoil(form)
    with pytest.raises(UsageError, match=why) as raised:
        read(form)
    assert "Excel" not in str(raised.value)


@pytest.mark.parametrize("depth", [100, 1500, 5000])
def test_deep_nesting_ends(form: Path, depth: int) -> None:
    """Elements without end inside one another are read in part, or the file is refused."""
    deep = b"<w:smartTag>" * depth + said("tief").encode() + b"</w:smartTag>" * depth
    with zipfile.ZipFile(form) as parts:
        document = parts.read("word/document.xml")
    packed(
        form,
        "word/document.xml",
        document.replace(b"<w:sectPr", b"<w:p>" + deep + b"</w:p><w:sectPr"),
    )
    try:
        assert len(read(form).answers) == 3
    except UsageError as problem:
        assert depth > 1000
        assert "beschädigt" in str(problem)


def test_it_is_valid_for_word(form: Path) -> None:
    """The validator of Open XML finds nothing."""
    run((program("openxml-audit"), "-m", "0", "-f", "microsoft365", str(form)))


def test_data_stay_loadable(data: Path, form: Path) -> None:
    """After a merge the folder loads."""
    edited(form, writing("solar", layout.NEW, said("a * b _ c # d")))
    merge(data, [form], today=DAY)
    assert load(data)
