"""House styles: what is read, what is refused, and what the PDF makes of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pikepdf
import pymupdf_fonts
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from tests.plugins.pdf_reading import tag_tree

from kommunal_nh import DataError, HouseStyle, UsageError, read_house_style
from kommunal_nh.colours import READABLE, contrast
from kommunal_nh.command import main
from kommunal_nh.document import Document, Heading, Paragraph, Text, TitlePage
from kommunal_nh.testing.picture import PIXEL
from kommunal_nh_pdf import PdfExporter

MINIMAL = Path(__file__).parents[2] / "examples" / "minimal"
WHOLE = """\
akzent: "#005a9c"
schrift: Ubuntu
ueberschriften: FiraGO
schriftordner: schriften
logo: logo.png
logo_beschreibung: Wappen der Stadt Musterstadt
seitenformat: A5
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "schriften").mkdir()
    (tmp_path / "schriften" / "u.ttf").write_bytes(pymupdf_fonts.myfont("ubuntu"))
    (tmp_path / "logo.png").write_bytes(PIXEL)
    made = tmp_path / "hausstil.yaml"
    made.write_text(WHOLE, "utf-8")
    return made


def findings(file: Path, text: str) -> list[tuple[str, int]]:
    """Rule and line of each finding about a house style."""
    file.write_text(text, "utf-8")
    with pytest.raises(DataError) as raised:
        read_house_style(file)
    assert {one.file for one in raised.value.findings} == {str(file)}
    return [(one.rule, one.line) for one in raised.value.findings]


def test_every_key_is_read(file: Path) -> None:
    """Each key fills its attribute, and the style knows where its files are."""
    assert read_house_style(file) == HouseStyle(
        "#005a9c", "Ubuntu", "FiraGO", "schriften", "logo.png", "Wappen der Stadt Musterstadt",
        "A5", file.parent,
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "# nichts\n", "akzent: '#1d5b3c'\n"])
def test_everything_can_be_left_out(file: Path, text: str) -> None:
    """A file that says nothing is the style that comes with the library."""
    file.write_text(text, "utf-8")
    assert read_house_style(file) == HouseStyle(folder=file.parent)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("logo: logo.png\nlogo_beschreibung: x\nakzent: #005a9c\n", [("invalid-colour", 3)]),
        ("\nakzent: blau\n", [("invalid-colour", 2)]),
        ('akzent: "#ffcc00"\n', [("low-contrast", 1)]),
        ("seitenformat: A9\n", [("wrong-value", 1)]),
        ("schrft: FiraGO\n", [("unknown-key", 1)]),
        ("schriftordner: weg\n", [("missing-file", 1)]),
        ("logo: weg.png\n", [("missing-image", 1)]),
        ("logo: hausstil.yaml\nlogo_beschreibung: x\n", [("image-format", 1)]),
        ("seitenformat: A4\nlogo: logo.png\n", [("missing-alt-text", 2)]),
        ("- akzent\n", [("wrong-value", 1)]),
        ("akzent: [\n", [("yaml-syntax", 2)]),
        ("akzent: blau\nseitenformat: A9\n", [("invalid-colour", 1), ("wrong-value", 2)]),
    ],
)
def test_what_is_wrong_is_found_with_its_line(
    file: Path, text: str, found: list[tuple[str, int]]
) -> None:
    """Everything that is wrong is found at once, each with its rule and line."""
    assert findings(file, text) == found


@given(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"))
def test_an_accent_can_be_read_or_is_refused(colour: str) -> None:
    """A colour is accepted if and only if it stands out from white paper well enough."""
    from kommunal_nh.house_style.rules import house_style_rules

    found = [one.rule for one in house_style_rules(HouseStyle(colour))]
    assert found == ([] if contrast(colour, "#ffffff") >= READABLE else ["low-contrast"])


@pytest.mark.parametrize("name", ["weg.yaml", ".", "a\0b"])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    """A wrong name is a sentence and no traceback."""
    with pytest.raises(UsageError, match="Hausstil"):
        read_house_style(f"{tmp_path}/{name}")


def test_a_pdf_has_colour_fonts_logo_and_paper(file: Path, tmp_path: Path) -> None:
    """All that a house style says can be found in the PDF."""
    blocks = (TitlePage("Titel"), Heading(1, "", (Text("Eins"),)), Paragraph((Text("Text"),)))
    document = Document("Titel", "Stadt Muster", date(2024, 4, 1), blocks)
    PdfExporter().write(document, tmp_path / "a.pdf", {"house-style": str(file)})
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        (logo,) = tag_tree(pdf).every("/Figure")
        fonts = {
            str(font.BaseFont).partition("+")[2]
            for page in pdf.pages
            for font in page.Resources.Font.values()
        }
        width, height = (float(one) for one in pdf.pages[1].MediaBox[2:])
        colours = pdf.pages[1].Contents.read_bytes()
    assert logo.alt == "Wappen der Stadt Musterstadt"
    assert fonts == {"Ubuntu-Regular", "FiraGO-Bold"}
    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == (148, 210)
    assert b"0 0.3529412 0.6117647" in colours


def test_a_font_that_is_not_there_is_named(file: Path, tmp_path: Path) -> None:
    """A family without files is refused, with those that there are."""
    file.write_text("schrift: Arial\n", "utf-8")
    document = Document("Titel", "Stadt Muster", date(2024, 4, 1), ())
    with pytest.raises(UsageError, match=r"„Arial“ aus dem Hausstil gibt es nicht.*FiraGO"):
        PdfExporter().write(document, tmp_path / "a.pdf", {"house-style": str(file)})


def test_the_command_takes_a_house_style(file: Path, tmp_path: Path) -> None:
    """`build --house-style` changes the PDF, and a wrong file ends it with exit code 1."""
    call = ["build", str(MINIMAL), "-f", "pdf", "-o"]
    plain, styled = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert CliRunner().invoke(main, [*call, str(plain)]).exit_code == 0
    done = CliRunner().invoke(main, [*call, str(styled), "--house-style", str(file)])
    assert done.exit_code == 0, done.output
    assert plain.read_bytes() != styled.read_bytes()
    file.write_text("akzent: gelb\n", "utf-8")
    refused = CliRunner().invoke(main, [*call, str(styled), "--house-style", str(file)])
    assert refused.exit_code == 1
    assert f"{file}:1: Fehler [invalid-colour]" in refused.output
