"""The file with the conflicts: both versions of everything, for a person to decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kommunal_nh.merging.outcome import Conflict, Version
from kommunal_nh.model import Report


def conflict_text(report: Report, conflicts: Sequence[Conflict], today: date) -> bytes:
    """What the file says.

    Args:
        report: The report.

        conflicts: The conflicts.

        today: The day of the merge.

    Returns:
        Markdown in UTF-8; names of files that are none have question marks in it.
    """
    several = f"{len(conflicts)} Stellen" if len(conflicts) > 1 else "eine Stelle"
    head = (
        f"# Konflikte der Rückfrage vom {today:%d.%m.%Y}\n\n"
        f"{report.title}, Stand {report.as_of:%d.%m.%Y}: {several} zum Entscheiden. Hier steht, "
        "was nicht übernommen wurde; die Daten sind an diesen Stellen, wie sie waren. Wenn alles "
        "entschieden und eingetragen ist, kann diese Datei gelöscht werden.\n"
    )
    return "\n".join((head, *map(_section, conflicts))).encode("utf-8", "replace")


def _section(conflict: Conflict) -> str:
    return "\n".join(_lines(conflict))


def _lines(conflict: Conflict) -> Iterator[str]:
    key = f" `{conflict.key}`" if conflict.key else ""
    yield f"## {_one_line(conflict.title)}: {conflict.what}\n"
    yield f"{_one_line(conflict.message)}{key}\n"
    if conflict.key:
        yield f"In den Daten:\n\n{_quoted(conflict.current)}\n"
    for version in conflict.versions:
        yield f"{_origin(version)}:\n\n{_quoted(version.said)}\n"


def _origin(version: Version) -> str:
    where = ", ".join(filter(None, (version.source, version.place)))
    return f"Von {version.unit}" + (f" ({_one_line(where)})" if where else "")


def _quoted(text: str) -> str:
    lines = text.strip("\n").splitlines() or ["(nichts)"]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def conflict_name(folder: Path, text: bytes, today: date) -> tuple[str, bool]:
    """A name for the file; a file of an earlier merge that says something else stays.

    Args:
        folder: The data folder.

        text: What the file says.

        today: The day of the merge.

    Returns:
        The name, and whether the file is there already and says this.
    """
    count = 1
    while True:
        ending = f"-{count}" if count > 1 else ""
        name = f"konflikte-{today.isoformat()}{ending}.md"
        path = folder / name
        if not path.exists():
            return name, False
        if path.is_file() and path.read_bytes() == text:
            return name, True
        count += 1
