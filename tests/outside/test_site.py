"""The documentation as a site: built strictly by Sphinx, every page opened in Chromium, axe."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import yaml

import kommunal_nh
from kommunal_nh import document, hookspecs
from kommunal_nh_site.api import HOMES
from kommunal_nh_site.docstrings import sentence

REPOSITORY = Path(__file__).parents[2]
DOCS = REPOSITORY / "docs"
NODE = Path(__file__).with_name("node")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
GERMAN, ENGLISH = (
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in ("der|die|das|und|ist|ein|eine|nicht|wird|mit", "the|and|is|of|a|with|that|for")
)
START = {"index.html", "README.html"}
MADE_BY_SPHINX = {"search.html", "genindex.html"}
Page = dict[str, Any]


def need(*paths: Path | str) -> None:
    """Skip without the tools; in CI, where they must be there, fail."""
    missing = [str(path) for path in paths if not (Path(path).exists() or shutil.which(str(path)))]
    refuse = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
    if missing:
        refuse(f"not installed: {', '.join(missing)}")


def need_modules(*names: str) -> None:
    """The same for Python packages."""
    missing = [name for name in names if importlib.util.find_spec(name) is None]
    refuse = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
    if missing:
        refuse(f"not installed: {', '.join(missing)} (pip install -e '.[docs]')")


def sphinx(source: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """Build a site as CONTRIBUTING says."""
    need_modules("sphinx", "myst_parser", "furo", "bs4")
    command = ["-m", "sphinx", "-W", "--keep-going", "-b", "html", str(source), str(target)]
    return subprocess.run(
        [sys.executable, *command],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        timeout=600,
    )


def node_script(name: str, *arguments: Path | str) -> Any:
    need("node", CHROMIUM, NODE / "node_modules" / "playwright-core")
    done = subprocess.run(
        ["node", name, *arguments],
        cwd=NODE,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def prose(text: str) -> str:
    """The lines that are long enough to be sentences rather than names, keys and commands."""
    return "\n".join(line for line in text.splitlines() if len(line.split()) > 6)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the documentation and of what it links to, to break."""
    for name in ("docs", "examples", "plugins"):
        ignored = shutil.ignore_patterns("build", "__pycache__")
        shutil.copytree(REPOSITORY / name, tmp_path / name, ignore=ignored)
    for name in ("CONTRIBUTING.md", "publiccode.yml", "CHANGELOG.md", "LICENSE", "pyproject.toml"):
        shutil.copy(REPOSITORY / name, tmp_path)
    (tmp_path / ".ci").mkdir()
    shutil.copy(REPOSITORY / ".ci" / "constraints.txt", tmp_path / ".ci")
    return tmp_path


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly."""
    folder = tmp_path_factory.mktemp("site")
    done = sphinx(DOCS, folder)
    assert done.returncode == 0, done.stderr
    return folder


class Silent(SimpleHTTPRequestHandler):
    """Serves a folder without writing down who asks."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served on this machine; browsers read no excerpts from a disk."""
    server = ThreadingHTTPServer(("localhost", 0), partial(Silent, directory=str(site)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def visited(site: Path, address: str) -> dict[str, Any]:
    """What Chromium says of every page, and of a search."""
    found: dict[str, Any] = node_script("site.cjs", site, address, "Steuerzeichen")
    return found


@pytest.fixture(scope="module")
def pages(visited: dict[str, Any]) -> dict[str, Page]:
    """What Chromium says of every page, by its file."""
    found: dict[str, Page] = visited["pages"]
    return found


class TestBuild:
    def test_every_page_of_the_documentation_is_built(self, site: Path) -> None:
        """Each Markdown file below docs/ is a page, and the first one is the site's index."""
        sources = (path.relative_to(DOCS) for path in DOCS.rglob("*.md"))

        assert [path for path in sources if not (site / path.with_suffix(".html")).exists()] == []
        assert (site / "index.html").read_bytes() == (site / "README.html").read_bytes()

    def test_the_build_is_strict(self, copy: Path) -> None:
        """Each dead link and each page that no navigation leads to is named, and ends the build."""
        faults = {
            "[one](nowhere.md)": "'nowhere.md'",
            "[two](../regeln.md#nowhere)": "'nowhere'",
            "[three](../../examples/nowhere)": "'../../examples/nowhere'",
        }
        with (copy / "docs" / "explanation" / "architecture.md").open(
            "a", encoding="utf-8"
        ) as file:
            file.write("\n\n".join(["", *faults]) + "\n")
        (copy / "docs" / "lonely.md").write_text("# Lonely\n", "utf-8")

        done = sphinx(copy / "docs", copy / "out")
        complaints = [line for line in done.stderr.splitlines() if "WARNING" in line]

        assert done.returncode == 1
        assert len(complaints) == 4, done.stderr
        for target in faults.values():
            assert any("architecture.md" in line and target in line for line in complaints)
        assert any("lonely.md" in line and "toctree" in line for line in complaints)


class TestPages:
    def test_every_page_opens_without_a_complaint(self, pages: dict[str, Page]) -> None:
        """Nothing is written to the console, nothing fails, every picture is there."""
        wrong = {
            name: page["errors"] + page["failed"] + page["pictures"]
            for name, page in pages.items()
            if page["errors"] or page["failed"] or page["pictures"]
        }
        assert wrong == {}

    def test_nothing_comes_from_outside(
        self, site: Path, address: str, visited: dict[str, Any]
    ) -> None:
        """No font, script or picture of another machine; the site works from a disk."""
        requests = [url for page in visited["pages"].values() for url in page["requests"]]
        requests += visited["search"]["requests"]
        ours = ("data:", f"{site.as_uri()}/", address)

        assert {url for url in requests if not url.startswith(ours)} == set()

    def test_every_page_has_a_title_and_one_first_heading(self, pages: dict[str, Page]) -> None:
        """The title begins with the heading, or is the project's; no two pages have the same."""
        titles = [page["title"] for name, page in pages.items() if name != "index.html"]

        assert len(set(titles)) == len(titles)
        for name, page in pages.items():
            if name not in MADE_BY_SPHINX:
                (heading,) = page["headings"]
                expected = "kommunal_nh" if name in START else heading.rstrip("¶").strip()
                assert page["title"].startswith(expected), name

    def test_every_page_says_its_language(self, pages: dict[str, Page]) -> None:
        """German where German is written, English where English is; and so do links to it."""
        for name, page in pages.items():
            if name not in MADE_BY_SPHINX:
                text = prose(page["text"])
                counts = {"de": len(GERMAN.findall(text)), "en": len(ENGLISH.findall(text))}
                assert page["lang"] == max(counts, key=counts.__getitem__), f"{name}: {counts}"
            languages = {other["url"]: other["lang"] for other in pages.values()}
            assert [link for link in page["marked"] if languages[plain(link[0])] != link[1]] == []

    def test_german_pages_have_no_english_frame(self, pages: dict[str, Page], site: Path) -> None:
        """The theme's words are German there."""
        (page,) = (site / name for name in pages if name.endswith("texte.html"))
        html = page.read_text("utf-8")

        assert "Auf dieser Seite" in html
        for word in ("On this page", "Back to top", "Skip to content", ">Next<", ">Previous<"):
            assert word not in html

    def test_every_link_leads_to_something(self, pages: dict[str, Page]) -> None:
        """To a page of the site and an anchor there, to a download, or out of it by https."""
        anchors = {page["url"]: set(page["anchors"]) for page in pages.values()}
        dead = [
            f"{name}: {link}"
            for name, page in pages.items()
            for link in page["links"]
            if not link.startswith(("https://", "mailto:")) and not leads(link, anchors)
        ]
        assert dead == []

    def test_links_to_the_repository_lead_to_its_files(self, pages: dict[str, Page]) -> None:
        """What lies outside docs/ is linked below the address in publiccode.yml, and exists."""
        public = yaml.safe_load((REPOSITORY / "publiccode.yml").read_text("utf-8"))
        root = public["url"].removesuffix(".git")
        links = {link for page in pages.values() for link in page["links"] if link.startswith(root)}

        assert f"{root}/tree/HEAD/examples/kreis_soest" in links
        assert f"{root}/blob/HEAD/CONTRIBUTING.md#documentation" in links
        for link in links:
            kind, _, path = link.removeprefix(f"{root}/").partition("/HEAD/")
            target = REPOSITORY / path.partition("#")[0]
            assert target.is_dir() if kind == "tree" else target.is_file(), link

    def test_every_page_is_reached_from_the_first(self, pages: dict[str, Page]) -> None:
        """The navigation of the start page leads to every page."""
        linked = {plain(link) for link, _ in pages["README.html"]["marked"]}
        others = {page["url"] for name, page in pages.items() if name not in MADE_BY_SPHINX}

        start = {pages[name]["url"] for name in START}
        assert others - linked - start == set()

    def test_no_page_is_wider_than_a_small_screen(self, pages: dict[str, Page]) -> None:
        """Wide tables and code scroll by themselves, not the page (WCAG 1.4.10)."""
        assert {name: page["wide"] for name, page in pages.items() if page["wide"]} == {}

    def test_search_finds_a_page(self, address: str, visited: dict[str, Any]) -> None:
        """A word that one page has leads to that page."""
        search = visited["search"]

        assert search["errors"] == search["failed"] == []
        assert any(hit.startswith(f"{address}regeln.html") for hit in search["hits"])


class TestReference:
    @pytest.mark.parametrize(
        ("file", "package", "names"),
        [
            ("python-api", "kommunal_nh", kommunal_nh.__all__),
            ("document-tree", "kommunal_nh.document", document.__all__),
            ("hooks", "kommunal_nh.hookspecs", [n for n in vars(hookspecs) if "kommunal_nh_" in n]),
        ],
    )
    def test_everything_public_is_printed_with_words(
        self, pages: dict[str, Page], file: str, package: str, names: list[str]
    ) -> None:
        """Each name has its place and a description, type aliases and members included."""
        objects = pages[f"generated/{file}.html"]["objects"]
        printed = {anchor.split(".")[-1] for anchor, _ in objects}
        elsewhere = {"Document"} if package == "kommunal_nh" else set()  # with the document tree

        assert set(names) - printed - elsewhere == set()
        for anchor, words in objects:
            member_of_enum = anchor.split(".")[-1].isupper()
            assert words or member_of_enum, anchor

    @pytest.mark.parametrize(("name", "home"), HOMES.items())
    def test_names_without_a_docstring_borrow_none(
        self, pages: dict[str, Page], name: str, home: str
    ) -> None:
        """A type alias is described by the words below it, not by those of Python's own type."""
        objects = [entry for page in pages.values() for entry in page["objects"]]
        value = getattr(importlib.import_module(home), name)

        (words,) = {words for anchor, words in objects if anchor == f"{home}.{name}"}
        assert sentence(value) not in words

    def test_keys_lead_to_the_tables_of_their_classes(self, pages: dict[str, Page]) -> None:
        """A type that has keys of its own is a link to them."""
        page = pages["generated/data-folder-keys.html"]

        assert f"{page['url']}#project" in page["links"]
        assert f"{pages['generated/profile-keys.html']['url']}#profile" in page["links"]


class TestAccessibility:
    def test_axe_finds_nothing(self, site: Path) -> None:
        """Of each kind of page one, in light, dark and on a small screen."""
        names = ("index", "handbuch/texte", "generated/hooks", "generated/data-folder-keys")
        results = node_script("html_axe.cjs", *(site / f"{name}.html" for name in names))

        assert [one for one in results if one["violations"]] == []


def plain(link: str) -> str:
    """A link without its anchor."""
    return link.partition("#")[0]


def leads(link: str, anchors: dict[str, set[str]]) -> bool:
    """Whether a link leads to a page and, if it names one, to an anchor there; or to a download."""
    page, _, anchor = link.partition("#")
    if page in anchors:
        return not anchor or unquote(anchor) in anchors[page]
    return "/_downloads/" in page and Path(unquote(urlsplit(page).path)).is_file()
