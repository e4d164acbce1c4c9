"""The two files beside the data: what contradicts itself, and what was not recognised."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.importing.results import Imported
from kommunal_nh.manuscripts import Manuscript
from kommunal_nh.running_text import escaped

FINDINGS, LEFT = "befunde.md", "unzugeordnet.md"


def beside(found: Imported, manuscript: Manuscript) -> dict[str, bytes]:
    """The files.

    Args:
        found: What was found.

        manuscript: Where.

    Returns:
        The content of each file by its name; a file that would say nothing is left out.
    """
    files = {}
    if found.findings:
        files[FINDINGS] = _text(_findings(found, manuscript))
    if found.left:
        files[LEFT] = _text(_left(found, manuscript))
    return files


def _findings(found: Imported, manuscript: Manuscript) -> Iterator[str]:
    yield f"# Befunde zu {escaped(manuscript.name)}"
    yield ""
    yield "| Stelle | Befund | Regel |"
    yield "| --- | --- | --- |"
    for one in found.findings:
        yield f"| {manuscript.place(one.line)} | {escaped(one.message)} | {one.rule} |"


def _left(found: Imported, manuscript: Manuscript) -> Iterator[str]:
    yield f"# Nicht zugeordnet aus {escaped(manuscript.name)}"
    yield ""
    yield "Diese Stellen stehen nirgends in den Daten. Was davon gebraucht wird, bitte übertragen."
    for places, words in found.left:
        yield f"\n**{manuscript.unit} {', '.join(map(str, places))}**"
        for line in words.split("\n"):
            yield f"\n{escaped(line)}"


def _text(lines: Iterator[str]) -> bytes:
    return "\n".join([*lines, ""]).encode()
