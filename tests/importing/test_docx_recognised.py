"""What becomes of Word files that other people made."""

from __future__ import annotations

from pathlib import Path

from tests.importing.word import p, write

from kommunal_nh.importing import Imported, recognised
from kommunal_nh.loading.profiles import load_profile
from kommunal_nh.walks import all_projects
from kommunal_nh_readers import DocxImporter

_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="U{level}"><w:name w:val="heading {level}"/></w:style>'
    for level in range(1, 6)
)
_PROJECT = (
    p("1 Klima", "U1")
    + p("1.1 Ziel", "U2")
    + p("1.1.1 umgesetzte Projekte", "U3")
    + p("1.1.1.1 Allianz", "U4")
    + p("Projektbeschreibung:")
    + p("Text.")
)


def _imported(folder: Path, body: str, **more: object) -> Imported:
    file = write(folder / "report.docx", body, styles=_STYLES, **more)  # type: ignore[arg-type]
    return recognised(DocxImporter().read(file), load_profile("soest"))


def test_headings_below_a_chapter_stay_in_it(tmp_path: Path) -> None:
    """The level of the first chapter is that of chapters; deeper headings keep their order."""
    body = p("Bericht") + p("Einleitung", "U1") + p("Hintergrund", "U2") + p("Mehr", "U3")
    body += p("Worte.") + p("Zum Schluss", "U1") + p("Ende.") + _PROJECT
    report = _imported(tmp_path, body).report
    assert [(one.title, one.text) for one in report.chapters] == [
        ("Einleitung", "## Hintergrund\n\n### Mehr\n\nWorte."),
        ("Zum Schluss", "Ende."),
    ]


def test_what_stands_beside_the_text_is_left_over(tmp_path: Path) -> None:
    """Headers are in no text of the report, and not lost."""
    found = _imported(tmp_path, p("Bericht") + _PROJECT, parts={"header": p("Kreis Muster")})
    (project,) = all_projects(found.report)
    assert project.description == "Text."
    assert [words for _, words in found.left] == ["Kopfzeile: Kreis Muster"]


def test_contents_that_name_goals_without_a_title_are_derived(tmp_path: Path) -> None:
    """A goal that is only counted has a heading that is made; the contents have it, too."""
    entries = ("1 Klima", "1.1 Strategisches Ziel 1", "1.1.1 umgesetzte Projekte", "2 Anderes")
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    body = p("Bericht") + p("Inhaltsverzeichnis")
    body += p(inner=f'{begin}<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    body += "".join(map(p, entries)) + p(inner='<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    found = _imported(tmp_path, body + _PROJECT.replace("1.1 Ziel", "1.1 Strategisches Ziel 1"))
    assert [words for _, words in found.left] == ["2 Anderes"]
