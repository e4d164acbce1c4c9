"""The house style on pages: colours that can be read, fonts by name, the logo in every head."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import date
from io import BytesIO
from pathlib import Path

import lxml.html
import pytest
from click.testing import CliRunner
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kommunal_nh import HouseStyle
from kommunal_nh.colours import READABLE, contrast
from kommunal_nh.command import main
from kommunal_nh.document import Document
from kommunal_nh.testing.picture import PIXEL
from kommunal_nh.testing.sample import linked_document
from kommunal_nh_html import HtmlExporter, SiteExporter
from kommunal_nh_html.house import PLAIN, read
from kommunal_nh_html.page import write_page

MINIMAL = Path(__file__).parents[2] / "examples" / "minimal"
BARE = Document("Bericht", "Kreis Muster", date(2024, 10, 1), ())
DARK_ENOUGH = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A house style with a logo."""
    (tmp_path / "logo.png").write_bytes(PIXEL)
    made = tmp_path / "hausstil.yaml"
    made.write_text("akzent: '#9c0a2e'\nlogo: logo.png\nlogo_beschreibung: Wappen <1>\n", "utf-8")
    return made


def source(style: HouseStyle) -> str:
    """The page of an empty document."""
    out = BytesIO()
    write_page(BARE, out, read(style))
    return out.getvalue().decode()


def colours(rules: str) -> dict[str, tuple[str, str]]:
    """The colours of a house style by their names, each for light and for dark."""
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", rules)
    return {name: (light, dark) for name, light, dark in pairs}


@given(DARK_ENOUGH)
@example("#767676")
@example("#000000")
@example("#0000ff")
def test_words_can_be_read_in_any_accent(accent: str) -> None:
    """Whatever accent a house style may have, words keep the contrast of level AA."""
    assume(contrast(accent, "#ffffff") >= READABLE)
    found = colours(read(HouseStyle(accent)).rules)

    for words in ("ink", "quiet", "accent", "link"):
        for ground in ("paper", "ground", "accent-soft"):
            pairs = zip(found[words], found[ground], strict=True)
            assert all(contrast(one, other) >= READABLE for one, other in pairs), (words, ground)
    assert all(contrast(one, "#ffffff") >= READABLE for one in found["banner"])
    assert all(contrast(*pair) >= 3 for pair in zip(found["field"], found["paper"], strict=True))


def test_words_printed_are_those_of_light_pages() -> None:
    """On paper the accent is that of the light look, and the ground stays white."""
    rules = read(HouseStyle("#0063b4")).rules
    printed = re.findall(r"@media print .*--accent: (#\w{6})", rules)
    screen = re.findall(r"@media screen \{ :root \{(.*?)\}", rules, re.DOTALL)

    assert printed == [colours(rules)["accent"][0]]
    assert ["--ground" in one for one in screen] == [True]
    assert rules.count("--ground") == 1


def test_the_usual_style_changes_nothing() -> None:
    """A house style that says nothing gives the same page as none."""
    out = BytesIO()
    write_page(BARE, out)
    assert source(HouseStyle()) == out.getvalue().decode()
    assert read(HouseStyle()).rules == PLAIN.rules


def test_fonts_are_names(tmp_path: Path) -> None:
    """Fonts are named, with others for readers who lack them, and nothing is loaded."""
    rules = read(HouseStyle(font="Source Sans", heading_font="Source Serif")).rules

    assert '--words: "Source Sans", ' in rules
    assert ':is(h1, h2, h3, h4, h5, h6) { font-family: "Source Serif", ' in rules
    assert "url(" not in rules


@given(st.text(min_size=1))
@example('"; } body { display: none')
@example("</style><script>")
def test_names_of_fonts_are_harmless(name: str) -> None:
    """No name of a font ends the rule, or the style sheet, that it stands in."""
    rules = read(HouseStyle(font=name, heading_font=name)).rules
    outside = re.sub(r'"[^"]*"', "", rules)

    assert outside.count("{") == outside.count("}") == 3
    assert "<" not in rules


def test_the_page_carries_the_logo(file: Path, tmp_path: Path) -> None:
    """The logo is inside the one file, above the title, and says what it shows."""
    HtmlExporter().write(BARE, tmp_path / "a.html", {"house-style": str(file)})
    page = lxml.html.parse(tmp_path / "a.html").getroot()
    (image,) = page.xpath("//header//p[@class='logo'][following-sibling::h1]/img")

    assert image.get("alt") == "Wappen <1>"
    assert b64decode(image.get("src").removeprefix("data:image/png;base64,")) == PIXEL


def test_all_pages_of_a_site_share_the_logo(file: Path, tmp_path: Path) -> None:
    """The logo is one file that every page shows, also the search and the page for the rest."""
    SiteExporter().write_folder(linked_document(), tmp_path / "site", {"house-style": str(file)})
    pages = [lxml.html.parse(one).getroot() for one in (tmp_path / "site").glob("*.html")]
    sources = {tuple(page.xpath("//header//p[@class='logo']/img/@src")) for page in pages}
    ((name,),) = sources

    assert (tmp_path / "site" / name).read_bytes() == PIXEL
    assert "--banner: light-dark(#9c0a2e, " in (
        tmp_path / "site" / "dateien" / "aussehen.css"
    ).read_text("utf-8")


@pytest.mark.parametrize("name", ["html", "site"])
def test_nothing_is_written_with_a_wrong_house_style(name: str, tmp_path: Path) -> None:
    """What is wrong with the house style is said, and no page is half written."""
    file, target = tmp_path / "hausstil.yaml", tmp_path / "aus"
    file.write_text("akzent: '#ffff00'\n", "utf-8")
    told = CliRunner().invoke(
        main, ["build", str(MINIMAL), "-f", name, "-o", str(target), "--house-style", str(file)]
    )

    assert told.exit_code != 0
    assert "hausstil.yaml:1" in told.output
    assert [one.name for one in tmp_path.iterdir()] == ["hausstil.yaml"]
