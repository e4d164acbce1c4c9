"""Any bytes whatever, to every reader: they are read, or refused with a sentence; nothing else.

Nothing else means: no traceback, no file outside, no connection, no program, bounded time and
memory. `fuzz.py` does the same for longer, and looks for bytes that lead into other code.
"""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.hardness.box import SECRET, Box, box
from tests.hardness.changes import changed
from tests.hardness.guard import Forbidden
from tests.hardness.pieces import PIECES
from tests.hardness.targets import TARGETS, Target

from kommunal_nh import UsageError
from mutations import mutations

ways = st.one_of(
    mutations(PIECES),
    st.binary(max_size=200).map(lambda noise: lambda _: noise),
    st.integers(0, 2**32).map(lambda seed: lambda data: changed(data, Random(seed))),
)
"""Bytes here and there, no sense at all, and changes that leave JSON and XML well-formed."""
each_target = pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)


@pytest.fixture(scope="module")
def made() -> Iterator[Box]:
    """A box for all examples."""
    with box() as one:
        yield one


@each_target
def test_real_files_are_read(made: Box, target: Target) -> None:
    """What stands in real files is not refused, so that refusals come from what was changed."""
    for place, data in target.places().items():
        assert target.run(made, place, data) == "", place


@each_target
def test_any_bytes_are_read_or_refused(made: Box, target: Target) -> None:
    """Real bytes with some changes, and bytes without sense, end in a result or in a sentence."""
    places = target.places()

    @settings(
        max_examples=max(3, int(settings().max_examples * target.share)),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(st.sampled_from([*places]), ways)
    def run(place: str, way: Callable[[bytes], bytes]) -> None:
        assert "Traceback" not in target.run(made, place, way(places[place]))

    run()


# ------------------------------------------------------------------------------ the guard itself


@pytest.mark.parametrize(
    "deed",
    [
        lambda one: (one.folder / "fremd.txt").write_text("x"),
        lambda one: (one.folder / SECRET).read_text(),
        lambda one: (one.folder / SECRET).unlink(),
        lambda one: (one.data / ".." / "fremd").mkdir(),
        lambda one: Path("/etc/passwd").read_text(),
        lambda one: socket.create_connection(("localhost", 9)),
        lambda one: subprocess.run(["true"], check=False),
        lambda one: bytearray(3_000_000_000),
    ],
    ids=["write", "read", "delete", "folder", "system", "network", "program", "memory"],
)
def test_the_guard_sees_what_no_reader_may(made: Box, deed: object) -> None:
    """Each of these deeds ends the test, even if somebody catches every exception."""
    assert callable(deed)
    with pytest.raises((Forbidden, MemoryError)):
        made.outcome(lambda: deed(made))


def test_the_guard_sees_hanging(made: Box) -> None:
    """A reader that does not end is stopped."""
    with pytest.raises(Forbidden, match="seconds"):
        made.outcome(lambda: [None for _ in iter(int, 1)], seconds=1, bounded=False)


def test_what_was_hidden_is_seen_all_the_same(made: Box) -> None:
    """An exception that was caught on its way is raised at the end."""

    def hidden() -> None:
        with pytest.raises(BaseException, match="reads"):
            (made.folder / SECRET).read_text()

    with pytest.raises(Forbidden, match="geheim"):
        made.outcome(hidden)


def test_the_guard_lets_sentences_through(made: Box) -> None:
    """The library's own exceptions are what it is allowed to say."""

    def refuse() -> None:
        raise UsageError("Bitte nicht.")

    assert made.outcome(refuse) == "Bitte nicht."
