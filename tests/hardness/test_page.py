"""docs/reliability.md names tests; each of them is there."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
PAGE = TESTS.parent / "docs" / "reliability.md"


def test_every_test_that_the_page_names_is_there() -> None:
    """A promise on the page can be followed to the function or the file that holds it."""
    page = PAGE.read_text("utf-8")
    code = "\n".join(path.read_text("utf-8") for path in TESTS.rglob("*.py"))
    functions = set(re.findall(r"def (test_\w+)\(", code))
    files = {path.name for path in TESTS.rglob("*") if path.is_file()}
    named = set(re.findall(r"`(?:tests/(?:\w+/)*)?(test_\w+(?:\.py)?|\w+-[\w-]+\.txt)`", page))

    assert len(named) > 40
    assert named - functions - files == set()
