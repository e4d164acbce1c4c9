"""WeasyPrint makes a PDF of the HTML that kommunal_nh exports."""

from __future__ import annotations

from pathlib import Path

from measuring import Task
from workshop import Workshop

from peers.peer import Peer, made, program


def _print(shop: Workshop, folder: Path) -> Task:
    source, out = made(shop, folder, "html"), shop.out(folder, "weasyprint.pdf")
    order = ("--quiet", "--pdf-variant", "pdf/ua-1", str(source), str(out))
    return Task([str(program(shop, "weasyprint")), *order], [out])


WEASYPRINT = Peer(
    "WeasyPrint",
    "pdf",
    "is given our HTML with its style for print; a tagged PDF; contents without page numbers",
    _print,
)
