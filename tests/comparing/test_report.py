"""The change report by example, as text in tests/golden/changes.

`UPDATE_GOLDEN=1 pytest` writes what is made now, to be read before it is kept.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.comparing.cases import CASES, edition
from tests.comparing.rendering import rendered

from kommunal_nh import change_report, compare

GOLDEN = Path(__file__).parents[1] / "golden" / "changes"
each_case = pytest.mark.parametrize("name", CASES)


def assert_golden(name: str, text: str) -> None:
    """The text is that of a golden file, or is written into it."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


@each_case
def test_change_reports_read_like_this(name: str) -> None:
    """The change report of each case says what happened, in its words and order."""
    old, new = (edition(report) for report in CASES[name]())

    assert_golden(name, rendered(change_report(compare(old, new))))
