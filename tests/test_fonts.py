"""The fonts: what the library's own texts need is there."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

import kommunal_nh
from kommunal_nh.fonts import FALLBACKS, FAMILY, font_files, font_folder, spans_of


def families() -> dict[str, set[int]]:
    """The letters of each family that every one of its files has."""
    letters: dict[str, set[int]] = {}
    for file in font_folder().rglob("*.ttf"):
        font = TTFont(file)
        name = font["name"].getDebugName(1)
        letters[name] = letters.get(name, set(font.getBestCmap())) & set(font.getBestCmap())
    return letters


def test_the_families_are_called_what_the_module_says() -> None:
    """Each file belongs to the family of texts or to one of those it falls back to."""
    assert set(families()) == {FAMILY, *FALLBACKS}


@pytest.mark.parametrize("family", [FAMILY, *FALLBACKS])
def test_files_belong_to_their_family(family: str) -> None:
    """Each file is found by the name that it has inside."""
    names = {TTFont(file)["name"].getDebugName(1) for file in font_files(family)}
    assert names == {family}


@pytest.mark.parametrize("letters", ["ÄÖÜäöüß„“‚‘–—…€§", "CO₂m²", "Ωμέγα", "Дорога", "łčşğ"])
def test_texts_can_be_set(letters: str) -> None:
    """The family has the letters of German and of its neighbours, and what stands in formulas."""
    assert {ord(letter) for letter in letters} <= families()[FAMILY]


@pytest.mark.parametrize("profile", kommunal_nh.shipped_profiles())
def test_status_symbols_can_be_set(profile: str) -> None:
    """One of the families has the symbol of each shipped status."""
    everything = set[int]().union(*families().values())
    for status in kommunal_nh.load_profile(profile).statuses:
        assert {ord(letter) for letter in status.symbol} <= everything, status.id


def test_coverage_says_what_a_font_has() -> None:
    """The runs of signs of each font are those that another reader of fonts finds."""
    for file in font_folder().rglob("*.ttf"):
        found = {sign for first, last in spans_of(file) for sign in range(first, last + 1)}
        assert found == set(TTFont(file).getBestCmap()), file.name


@pytest.mark.parametrize("family", [FAMILY, *FALLBACKS])
def test_fonts_of_a_family_have_the_same_signs(family: str) -> None:
    """What the upright font of normal weight has, the bold one has too."""
    normal, *others = font_files(family, italic=False)
    assert all(set(spans_of(one)) == set(spans_of(normal)) for one in others)
