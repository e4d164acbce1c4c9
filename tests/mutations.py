"""Changes of bytes, as Hypothesis draws them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hypothesis import strategies as st

SIGNS = str.maketrans("␣⏎⇥␍", " \n\t\r")
MARKS = r""": :␣ -␣ # | > ' " \ [ ] { } &a␣ *a !x␣ !!int␣ % @ ` ---⏎ ...⏎ ?␣ <<:␣ ~ ⇥ ⏎ ␣ ␍ null"""
WORDS = ("\u2028", "\u200f", "\ufffe", "😀", "<b>", "[](#x)", "![](x.png)", "(" * 40, "[" * 60)
LINES = ("id: x\n", "titel:\n", "status: x\n", "projekte:\n")
PIECES = (
    *(mark.translate(SIGNS).encode() for mark in MARKS.split()),
    *(word.encode() for word in (*WORDS, *LINES)),
    *(b"\0", b"\x0b", b"\x7f", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xed\xa0\x80"),
)


@st.composite
def mutations(
    draw: st.DrawFn, pieces: Iterable[bytes] = PIECES, least: int = 1
) -> Callable[[bytes], bytes]:
    """A change at one to three places of a file.

    Args:
        draw: Of Hypothesis.

        pieces: What may be put in.

        least: How many places at least.

    Returns:
        A function from the bytes of a file to others.
    """
    changes = draw(
        st.lists(
            st.tuples(
                st.floats(0, 1, allow_nan=False),
                st.integers(0, 30),
                st.one_of(st.sampled_from([*pieces]), st.binary(max_size=4)),
                st.sampled_from(["bytes", "line", "twice"]),
            ),
            min_size=least,
            max_size=3,
        )
    )

    def mutate(data: bytes) -> bytes:
        for where, length, piece, how in changes:
            data = _changed(data, int(where * len(data)), length, piece, how)
        return data

    return mutate


def _changed(data: bytes, start: int, length: int, piece: bytes, how: str) -> bytes:
    if how == "bytes":
        return data[:start] + piece + data[start + length :]
    start = data.rfind(b"\n", 0, start) + 1
    end = data.find(b"\n", start) + 1 or len(data)
    middle = piece if how == "line" else data[start:end] * 2
    return data[:start] + middle + data[end:]
