"""Puts what the bench measured into the documentation: `python publish.py FILE FOLDER`.

`FILE` is what `--json` writes. `FOLDER` has `cost.md`, whose table is replaced; the data and the
figure are written beside it. They are kept in the repository, since its pages are read as they are
on a Git host, and since what was measured can not be made anew by whoever builds the pages.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from figure import figure
from rows.groups import GROUPS
from table import Line, Row, Skipped, heading, printed, summary, title_line

BEGIN, END = "<!-- what the bench printed -->", "<!-- end of what the bench printed -->"


def publish(measured: str, folder: Path) -> None:
    """Write table, data and figure.

    Args:
        measured: What the bench wrote.

        folder: Where `cost.md` is.
    """
    data = json.loads(measured)
    page = folder / "cost.md"
    block = "\n".join([BEGIN, "", *table(data), "", END])
    text = re.sub(f"{BEGIN}.*{END}", lambda _: block, page.read_text("utf-8"), flags=re.DOTALL)
    page.write_text(text, "utf-8")
    (folder / "cost.json").write_text(measured, "utf-8")
    (folder / "cost.svg").write_text(figure(data["curves"]), "utf-8")


def table(data: Mapping[str, Any]) -> Iterator[str]:
    """What the bench printed.

    Args:
        data: What it wrote.

    Yields:
        Lines.
    """
    yield from (f"- {line}" for line in data["machine"])
    yield ""
    yield from heading()
    lines: list[Line] = []
    group = ""
    for row in data["rows"]:
        if row["group"] != group:
            group = row["group"]
            yield title_line(GROUPS[group].title)
        lines.append(_line(row))
        yield printed(lines[-1])
    yield ""
    yield from summary(lines)


def _line(row: Mapping[str, Any]) -> Line:
    values = {name: value for name, value in row.items() if name != "group"}
    return Skipped(**values) if "reason" in values else Row(**values)


if __name__ == "__main__":
    publish(Path(sys.argv[1]).read_text("utf-8"), Path(sys.argv[2]))
