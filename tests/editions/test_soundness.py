"""What can not be printed is named when an edition is read."""

from __future__ import annotations

import attrs
import pytest

from kommunal_nh import change_project
from kommunal_nh.editions.soundness import demand_printable, texts_by_key
from two_themes import REPORT


def test_the_reason_is_named() -> None:
    """An unknown status can not be printed; the reason names project, field and status."""
    report = change_project(REPORT, "beratung", status="gibtsnicht")

    with pytest.raises(ValueError, match=r"beratung\.status: .*„gibtsnicht“"):
        demand_printable(report)


def test_what_only_other_rules_report_is_printable() -> None:
    """A unit that nobody knows is an error of the data, but the edition is printed all the same."""
    demand_printable(attrs.evolve(REPORT, units={}))


def test_texts_by_key_are_only_texts() -> None:
    """Anything but a text is refused, and texts are given as they are."""
    assert texts_by_key({"klima": "1", "wege": "2"}) == {"klima": "1", "wege": "2"}
    with pytest.raises(TypeError, match=r"^not a text$"):
        texts_by_key({"klima": "1", "wege": 2})
