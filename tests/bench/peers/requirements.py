"""StrictDoc and Doorstop publish the sections of a report as requirements."""

from __future__ import annotations

from pathlib import Path

from measuring import Task
from processes import python
from workshop import Workshop

from peers.peer import HERE, Peer, made, program


def _given(shop: Workshop, folder: Path, tool: str) -> Path:
    there = shop.out(folder, tool)
    if not there.exists():
        shop.run(python(HERE / "sections.py", tool, made(shop, folder, "markdown"), there))
    return there


def _strictdoc(shop: Workshop, folder: Path) -> Task:
    """Without its second process, whose memory would not be seen."""
    given, out = _given(shop, folder, "strictdoc"), shop.out(folder, "strictdoc-out")
    order = ("--no-parallelization", "--formats", "html", "--output-dir", str(out))
    return Task([str(program(shop, "strictdoc")), "export", str(given), *order], [out])


def _doorstop(shop: Workshop, folder: Path) -> Task:
    """Doorstop puts its file into a folder `documents` of its own."""
    given, out = _given(shop, folder, "doorstop"), shop.out(folder, "doorstop-out")
    order = ("publish", "--html", "P", str(out / "report.html"))
    return Task([str(program(shop, "doorstop")), *order], [out], given)


STRICTDOC = Peer(
    "StrictDoc",
    "html",
    "is given the sections of our Markdown as requirements, a document for each chapter; "
    "numbers and contents of its own; a page for each chapter, with links to single "
    "requirements; a search; links in texts lead nowhere",
    _strictdoc,
)
DOORSTOP = Peer(
    "Doorstop",
    "html",
    "is given the sections of our Markdown as items, a file for each; numbers and contents of "
    "its own; links in texts lead nowhere, no filter, no search",
    _doorstop,
)
