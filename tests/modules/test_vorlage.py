"""The module `vorlage`: its rules, its templates in their sandbox, and the Word file."""

from __future__ import annotations

import re
import shutil
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from tests.plugins.docx_reading import program, run

from kommunal_nh import (
    Council,
    Project,
    Report,
    UsageError,
    advance,
    build,
    check,
    freeze,
    load,
    number,
    public_view,
)
from kommunal_nh_docx.lint import lint
from kommunal_nh_vorlage.data import Finances, Funding, PaperData, Station
from kommunal_nh_vorlage.facts import facts_of
from kommunal_nh_vorlage.limits import LONGEST
from kommunal_nh_vorlage.paper import Paper
from kommunal_nh_vorlage.passages import passages
from kommunal_nh_vorlage.rules import findings
from kommunal_nh_vorlage.templates import BadTemplate, render
from kommunal_nh_vorlage.texts import Texts
from two_themes import REPORT

EXAMPLES = Path(__file__).parents[2] / "examples"
HANDBOOK = Path(__file__).parents[2] / "docs" / "handbuch" / "modul-vorlage.md"
FACTS = facts_of(REPORT, number(REPORT), PaperData())
GOOD = PaperData(
    stations=(Station("Rat", date(2099, 1, 1)),), finances=Finances(funding=Funding.PLANNED)
)


@pytest.fixture(scope="module")
def soest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Soest with the module on."""
    folder = tmp_path_factory.mktemp("vorlage") / "soest"
    shutil.copytree(EXAMPLES / "kreis_soest", folder, ignore=shutil.ignore_patterns("build"))
    report = folder / "bericht.yaml"
    council = "vorlage: {nummer: 279/2022, gremium: Kreistag, sitzung: 2023-12-01}\n"
    switch = "\nmodule:\n  vorlage: module/vorlage.yaml\n"
    report.write_text(report.read_text("utf-8") + council + switch, "utf-8")
    return folder


@pytest.fixture(scope="module")
def paper(soest: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its paper."""
    (file,) = build(soest, "vorlage", tmp_path_factory.mktemp("aus") / "v.docx")
    return file


@pytest.fixture(scope="module")
def next_edition(soest: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder one edition later: what was done is in the archive, one project is new."""
    folder = tmp_path_factory.mktemp("weiter") / "soest"
    shutil.copytree(soest, folder)
    advance(folder, "2024-04-01")
    theme = folder / "themen" / "5-mobilitaet.yaml"
    text = theme.read_text("utf-8")
    theme.write_text(text.replace("status: in-planung", "status: in-bearbeitung", 1), "utf-8")
    return folder


def written(report: Report, data: PaperData, to: Path) -> Path:
    """The paper of a report that was made in Python."""
    changed = attrs.evolve(report, modules={"vorlage": data})
    (file,) = build(changed, "vorlage", to / "v.docx")
    return file


def words(file: Path) -> list[str]:
    """All paragraphs, those of tables included."""
    opened = docx.Document(str(file))
    return ["".join(t.text or "" for t in p.iter(qn("w:t"), qn("w:tab"))) for p in
            opened.element.body.iter(qn("w:p"))]  # fmt: skip


def tables(file: Path) -> dict[str, list[list[str]]]:
    """The cells of each table, by what it is called."""
    return {
        _caption(table): [[cell.text for cell in row.cells] for row in table.rows]
        for table in docx.Document(str(file)).tables
    }


def _caption(table: Any) -> str:
    return str(table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")))


# ------------------------------------------------------------------------------------------ rules

LOOPS = "{% for a in titel %}" * 4 + "{% endfor %}" * 4
"""Loops inside one another that print nothing."""
FAULTY = {
    "template-unknown-name": ("texte:\n  zusammenfassung: |\n    a\n    {{ tittel }}\n", 4),
    "template-syntax": ("texte:\n  sachdarstellung: |\n    a\n\n    {% if titel %}x\n", 5),
    "template-forbidden": ("texte:\n  betreff: '{{ titel.__class__ }}'\n", 2),
    "template-too-long": (f"texte:\n  betreff: |\n    {LOOPS}\n", 3),
    "stations-out-of-order": (
        "beratungsfolge:\n- {gremium: A, datum: 2024-02-01}\n- {gremium: B, datum: 2024-01-01}\n",
        3,
    ),
    "session-before-report": ("beratungsfolge:\n- {gremium: A, datum: 2020-01-01}\n", 2),
    "no-funding": ("finanzen:\n  hoehe: viel\n", 1),
    "no-cover": ("finanzen:\n  mittel: teilweise\n", 2),
}  # fmt: skip


@pytest.mark.parametrize("rule", FAULTY)
def test_each_rule_names_file_and_line(rule: str, soest: Path, tmp_path: Path) -> None:
    """Every mistake is found where it is written, in templates too; the example has none."""
    folder = tmp_path / "daten"
    shutil.copytree(soest, folder)
    assert [one.rule for one in check(folder) if one.file == "module/vorlage.yaml"] == []
    text, line = FAULTY[rule]
    (folder / "module" / "vorlage.yaml").write_text(text, "utf-8")

    found = [(one.rule, one.line) for one in check(folder) if one.file == "module/vorlage.yaml"]
    assert (rule, line) in found


def test_a_paper_without_a_committee_is_noticed() -> None:
    """Neither in the module nor in the report."""
    assert [one.rule for one in findings(REPORT, attrs.evolve(GOOD, stations=()))] == ["no-station"]
    council = attrs.evolve(REPORT, council=Council(body="Rat"))
    assert list(findings(council, attrs.evolve(GOOD, stations=()))) == []


def test_the_handbook_explains_every_rule_and_name() -> None:
    """Each rule, and each name that templates can use, is in the Handbuch."""
    text = HANDBOOK.read_text("utf-8")
    assert [name for name in (*FAULTY, "no-station", *FACTS) if f"`{name}`" not in text] == []


# -------------------------------------------------------------------------------------- templates

ESCAPES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ titel.__class__ }}",
    "{{ titel['__class__'] }}",
    "{{ titel|attr('__class__') }}",
    "{{ titel|map(attribute='__class__')|list }}",
    "{{ status|map(attribute='__init__')|list }}",
    "{{ status|sort(attribute='__class__')|list }}",
    "{{ status|sum(attribute='__class__.__mro__') }}",
    "{{ self._TemplateReference__context }}",
    "{{ loop.__init__.__globals__ }}",
    "{% for a in status %}{{ loop.__init__ }}{% endfor %}",
    "{% for a in status %}{{ loop.cycle }}{% endfor %}",
    "{% for a in status %}{{ loop(status) }}{% endfor %}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ namespace() }}",
    "{{ range(999999999) }}",
    "{{ titel.format(titel) }}",
    "{{ titel.upper }}",
    "{{ '%999999999d'|format(1) }}",
    "{{ titel|center(999999999) }}",
    "{{ 'x' * 999999999 }}",
    "{{ 9 ** 999999999 }}",
    "{{ '%s' % titel }}",
    "{% set a = titel %}{{ a }}",
    "{% set a %}x{% endset %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{% from 'os' import path %}",
    "{% block a %}{% endblock %}",
    "{% filter upper %}a{% endfilter %}",
    "{% call(x) titel %}{% endcall %}",
    "{% autoescape true %}{% endautoescape %}",
    "{% for a in status recursive %}{% endfor %}",
    "{% with a = 1 %}{% endwith %}",
    "{{ schritt_der_schleife() }}",
    "{{ schritt_der_schleife }}",
    "{{ titel[0:1] }}",
    "{{ titel ~ titel }}",
    "{{ 1 / 0 }}",
    "{{ status['clear'] }}",
    "{{ themen.append }}",
    "{{ status }}",
    "{{ status|map(attribute='tittel')|list }}",
    "{{ titel|default(status) if false else status|first }}",
)


@pytest.mark.parametrize("source", ESCAPES)
def test_nothing_leads_out_of_a_template(source: str) -> None:
    """What could reach the program, a file or much memory is a finding and gives no text."""
    data = attrs.evolve(GOOD, texts=Texts(summary=f"a\n{source}"))
    (found,) = findings(REPORT, data)
    assert found.rule in ("template-forbidden", "template-unknown-name", "template-syntax")
    assert found.offset == 1
    assert "Traceback" not in found.message
    with pytest.raises(BadTemplate):
        render(source, FACTS)


def test_a_template_is_refused_where_it_does_not_come_by() -> None:
    """Names and rules hold in branches that are not taken, too."""
    for inner in ("{{ tittel }}", "{% include 'x' %}"):
        with pytest.raises(BadTemplate):
            render("{% if false %}" + inner + "{% endif %}", FACTS)


@pytest.mark.parametrize("source", ["x" * (LONGEST + 1), LOOPS])
def test_a_template_has_limits(source: str) -> None:
    """Neither much text nor many turns of loops, also of loops that print nothing."""
    with pytest.raises(BadTemplate) as caught:
        render(source, {**FACTS, "titel": "x" * 100})
    assert caught.value.rule == "template-too-long"


def test_deep_templates_are_refused() -> None:
    """A template nested beyond reason is a finding and no traceback."""
    source = "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}"
    with pytest.raises(BadTemplate):
        render(source, FACTS)


PIECES = st.sampled_from([
    "{{", "}}", "{%", "%}", "{#", "#}", " titel ", " status ", " for a in ", " if ", " endif ",
    " endfor ", " else ", " a.titel ", "|length", "|join(', ')", "|sort", ".x", "[0]", "['id']",
    "(", ")", "'", " 1 ", " not ", " in ", "__class__", "\n", "Text", " ~ ", " * ", "ä", "\x00",
])  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60))
def test_any_template_gives_text_or_a_finding(source: str) -> None:
    """Nothing else ends in a traceback, and a finding has a line of the template."""
    try:
        text = render(source, FACTS)
    except BadTemplate as problem:
        assert 1 <= problem.line <= source.count("\n") + 2
        assert problem.words
    else:
        assert "<" not in text.replace("<", "", source.count("<"))  # no object is printed


@given(st.lists(st.from_regex(r"[a-zäß0-9]{1,9}", fullmatch=True), max_size=12), st.data())
def test_text_without_marks_is_itself(names: list[str], data: st.DataObject) -> None:
    """A template without braces gives the same words in order, however they are broken."""
    breaks = st.sampled_from([" ", "\n", "\n\n", "\n- ", "\n \n"])
    source = "".join(data.draw(breaks) + name for name in names)
    texts = re.findall(r"Text\(text='([^']*)'\)", str(passages(render(source, {}))))
    assert " ".join(texts).split() == names


def test_what_a_template_says_is_what_the_report_has(soest: Path) -> None:
    """Counts of statuses and themes add up to the number of projects."""
    report = public_view(load(soest))
    facts = facts_of(report, number(report), PaperData())
    assert facts["anzahl"] == 99
    assert sum(one["anzahl"] for one in facts["status"]) == 99
    assert sum(one["anzahl"] for one in facts["themen"]) == 99
    assert render("{{ status|sum(attribute='anzahl') }}", facts) == "99"


# ------------------------------------------------------------------------------------- Word file


def test_the_paper_has_what_a_council_paper_has(paper: Path) -> None:
    """Number, subject, committees, financial effects, summary, account, attachments, in order."""
    said = words(paper)
    headings = ["Kreis Soest", "Vorlage 279/2022", "Angaben zur Vorlage", "Beratungsfolge",
                "Finanzielle Auswirkungen", "Zusammenfassung", "Sachdarstellung",
                "Kennzahlen dieser Ausgabe", "Anlagen"]  # fmt: skip
    assert [said.index(one) for one in headings] == sorted(said.index(one) for one in headings)
    assert tables(paper)["Angaben zur Vorlage"][1] == [
        "Betreff", "Nachhaltigkeitsreport Kreis Soest, Stand 01.10.2023",
    ]  # fmt: skip
    assert tables(paper)["Gremien und Sitzungen"] == [
        ["Gremium", "Sitzung", "Zuständigkeit", "Status"],
        ["Ausschuss für Regionalentwicklung", "27.11.2023", "Kenntnisnahme", "öffentlich"],
    ]
    assert tables(paper)["Projekte nach Status"][-1] == ["Summe", "99"]


@pytest.mark.parametrize("funding", Funding)
def test_one_box_is_ticked(funding: Funding, tmp_path: Path) -> None:
    """The one that the data says, and none if it says nothing."""
    data = attrs.evolve(GOOD, finances=Finances("9 €", funding, "Rücklage", "Mehr"))
    boxes = [one for one in words(written(REPORT, data, tmp_path)) if one[:1] in ("☐", "☒")]
    expected = [f is funding for f in (Funding.PLANNED, Funding.PARTLY, Funding.UNPLANNED)]
    assert [one.startswith("☒") for one in boxes] == expected
    assert boxes[1].endswith("erfolgt durch: Rücklage")
    assert "Erläuterungen: Mehr" in words(tmp_path / "v.docx")


def test_the_paper_names_what_changed(next_edition: Path, tmp_path: Path) -> None:
    """Projects of the edition before that are gone or have another status, and both counts."""
    (file,) = build(next_edition, "vorlage", tmp_path / "v.docx")
    made = tables(file)
    assert "Änderungen seit 01.10.2023" in words(file)
    assert len(made["Projekte, die nicht mehr im Report stehen"]) == 1 + 6
    assert made["Projekte mit anderem Status"][1][1:] == ["Planung", "Bearbeitung"]
    assert made["Projekte nach Status"][0] == ["Status", "Bisher", "Jetzt"]
    assert made["Projekte nach Status"][-1] == ["Summe", "99", "93"]


def test_a_frozen_edition_gives_the_same_paper(next_edition: Path, tmp_path: Path) -> None:
    """With all changes: the edition keeps the one before it, though no chapter shows it."""
    edition = freeze(next_edition)
    (before,) = build(next_edition, "vorlage", tmp_path / "a.docx")
    (after,) = build(edition, "vorlage", tmp_path / "b.docx")
    assert before.read_bytes() == after.read_bytes()


def test_the_file_can_be_read_by_everybody(paper: Path, soest: Path) -> None:
    """Title, language and author; header rows; headings without gaps; nothing the lint finds."""
    opened = docx.Document(str(paper))
    properties = opened.core_properties
    assert properties.title.startswith("Vorlage 279/2022: Nachhaltigkeitsreport Kreis Soest")
    assert (properties.author, properties.language) == ("Kreis Soest", "de-DE")
    languages = {one.get(qn("w:val")) for one in opened.styles.element.iter(qn("w:lang"))}
    assert languages == {"de-DE"}
    for table in opened.tables:
        marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for row in table.rows]
        assert [one is not None for one in marked] == [True] + [False] * (len(marked) - 1)
    names = [str(p.style and p.style.name) for p in opened.paragraphs]
    levels = [int(name[-1]) for name in names if name.startswith("Heading")]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert all(p.text.strip() for p in opened.paragraphs)
    assert lint(paper) == []


def test_word_has_nothing_to_repair(paper: Path) -> None:
    """The validator of Open XML finds nothing, as Word would see it."""
    run((program("openxml-audit"), "-m", "0", "-f", "microsoft365", str(paper)))


def test_no_time_and_no_picture_of_somebody_else_is_in_the_file(paper: Path) -> None:
    """The members have the date that zip files begin with; the thumbnail of python-docx is gone."""
    with zipfile.ZipFile(paper) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [name for name in package.namelist() if "thumbnail" in name] == []


def test_nothing_private_is_in_the_paper(tmp_path: Path) -> None:
    """No draft is counted or named, and no note is there, whatever a template prints."""
    secret = Project(
        "geheim", "GeheimTitel", "ideenspeicher", draft=True, internal_note="GeheimNotiz"
    )
    theme = REPORT.themes[0]
    goal = attrs.evolve(theme.goals[0], projects=(*theme.goals[0].projects, secret))
    hidden = attrs.evolve(theme, goals=(goal, *theme.goals[1:]))
    report = attrs.evolve(REPORT, themes=(hidden, *REPORT.themes[1:]))
    everything = "".join("{{ " + name + " }}\n" for name, one in FACTS.items() if one == str(one))
    everything += "{% for one in status %}{{ one.titel }} {{ one.anzahl }}{% endfor %}"
    data = attrs.evolve(GOOD, texts=Texts(account=everything))
    assert _parts(written(report, data, tmp_path)) == _parts(written(REPORT, data, tmp_path / "b"))


def _parts(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_what_word_can_not_hold_is_shown_as_missing(tmp_path: Path) -> None:
    """Control characters in a report that was made in Python do no harm."""
    data = attrs.evolve(GOOD, lead="Amt\x0b<w:p/>", kind="&amp;")
    file = written(REPORT, data, tmp_path)
    assert "Amt\ufffd<w:p/>" in words(file)
    assert "&amp;" in words(file)


def test_a_template_that_is_wrong_stops_the_build(tmp_path: Path) -> None:
    """In a frozen edition, too, it ends in a sentence."""
    data = attrs.evolve(GOOD, texts=Texts(subject="{{ 1/0 }}"))
    paper = Paper.of(REPORT, number(REPORT), data)
    with pytest.raises(BadTemplate):
        list(paper.blocks())
    module: Any = __import__("kommunal_nh_vorlage.module", fromlist=["PaperExporter"])
    with pytest.raises(UsageError, match="Vorlagentext"):
        module.PaperExporter(data).write_data(REPORT, number(REPORT), tmp_path / "v.docx", {})
