"""What browser and validators say about the pages of a site: Chromium, axe-core, vnu."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.outside.test_html_outside import SOEST, node_script, vnu

from kommunal_nh import build

KINDS = (
    "index", "einleitung", "klima-energie-umwelt", "klima-allianz", "projektlisten", "archiv",
    "suche", "404",
)  # fmt: skip
"""A page of each kind."""


# Opened as a file, nothing is `self` to vnu. What the policy really does is asked of Chromium.
NOT_SELF = ".*external (stylesheet|script) .*blocked by .(style|script)-src. directive.*"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example report."""
    (folder,) = build(SOEST, "site", tmp_path_factory.mktemp("soest") / "site")
    return folder


@pytest.fixture(scope="module")
def seen(site: Path) -> dict[str, Any]:
    """What the site does in a browser."""
    names = [f"{name}.html" for name in KINDS]
    seen: dict[str, Any] = node_script("html_site.cjs", site, *names)
    return seen


def test_vnu_finds_nothing_on_any_page(site: Path) -> None:
    """The Nu HTML checker has no message about any page of the site."""
    pages = sorted(site.glob("*.html"))
    assert len(pages) > 100
    assert vnu(*pages, without=NOT_SELF) == []


def test_axe_finds_nothing_on_any_kind_of_page(site: Path) -> None:
    """No violation of WCAG 2.2 AA or good practice, in any look that pages are judged in."""
    pages = [site / f"{name}.html" for name in KINDS]
    results = node_script("html_axe.cjs", *pages)
    assert {Path(one["file"]).stem for one in results} == set(KINDS)
    assert [one for one in results if one["violations"]] == []
    assert all(one["passes"] > 10 for one in results)


def test_the_search_finds_by_words_and_by_status(seen: dict[str, Any]) -> None:
    """From any page a word leads to the pages that have it, a status narrows them down."""
    search = seen["search"]
    assert "1.2.2.1 Wasserstoffallianz Kreis Soest" in search["byWord"]
    assert search["byStatus"] == ["1.2.1.1 Förderung des Einsatzes von Wasserstoff"]
    assert search["said"] == "1 Treffer"
    assert search["address"] == "suche=wasserstoff&status=umgesetzt"
    assert search["led"].split() == search["byStatus"][0].split()


def test_lists_are_filtered(seen: dict[str, Any]) -> None:
    """On the page with the lists rows without the word go, and lists without rows."""
    lists = seen["lists"]
    assert 0 < lists["rows"] < 20
    assert 0 < lists["tables"] < 6
    assert lists["said"] == f"Projekte angezeigt: {lists['rows']} von 99"


def test_without_script_nothing_is_offered_that_needs_it(seen: dict[str, Any]) -> None:
    """Forms are hidden, and the page with the search says what leads on."""
    assert seen["without"] == {"note": True, "forms": 0}


def test_pages_fit_on_small_screens(seen: dict[str, Any]) -> None:
    """At a width of 320 pixels no page scrolls sideways."""
    assert seen["wide"] == []


def test_the_browser_has_nothing_to_complain_about(seen: dict[str, Any]) -> None:
    """No script fails, the policy forbids nothing that a page needs, and nothing is asked for."""
    assert seen["errors"] == []
    assert set(seen["requests"]) <= {"file:", "data:"}
