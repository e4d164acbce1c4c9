"""Pandoc makes DOCX and HTML of the Markdown that kommunal_nh exports."""

from __future__ import annotations

from pathlib import Path

from measuring import Task
from processes import answer
from workshop import Workshop

from peers.peer import Peer, made, program

_JOB = "is given our Markdown, with numbers, lists and marks; "


def _convert(shop: Workshop, folder: Path, name: str) -> Task:
    ask = "import pypandoc; print(pypandoc.get_pandoc_path())"
    pandoc = answer([str(program(shop, "python")), "-c", ask])
    source, out = made(shop, folder, "markdown"), shop.out(folder, f"pandoc.{name}")
    order = ("-s", "-f", "gfm", "-t", name, "--toc", "--toc-depth=4", "-M", "lang=de-DE")
    return Task([pandoc, *order, str(source), "-o", str(out)], [out])


def _docx(shop: Workshop, folder: Path) -> Task:
    return _convert(shop, folder, "docx")


def _html(shop: Workshop, folder: Path) -> Task:
    return _convert(shop, folder, "html")


PANDOC_DOCX = Peer("pandoc", "docx", f"{_JOB}leaves the contents to Word; no landscape", _docx)
PANDOC_HTML = Peer("pandoc", "html", f"{_JOB}contents; no filter, no search", _html)
