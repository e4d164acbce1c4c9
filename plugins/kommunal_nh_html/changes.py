"""Inserted and deleted words: marked for the eye, and in words for those who listen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kommunal_nh_html.escaping import text

if TYPE_CHECKING:
    from kommunal_nh.labels import Labels


@attrs.frozen(eq=False, repr=False)
class Change:
    """One kind of change.

    Attributes:
        start: What stands before changed words.
        end: What stands behind them.
    """

    start: str
    end: str

    def around(self, words: str) -> str:
        """Mark words as changed.

        Args:
            words: Their markup.

        Returns:
            The markup with marks; nothing if there are no words.
        """
        return f"{self.start}{words}{self.end}" if words else ""


def insertion(labels: Labels) -> Change:
    """How inserted words are marked.

    Args:
        labels: The words of the frame.

    Returns:
        The marks.
    """
    return _change("ins", labels.inserted, labels.change_end)


def deletion(labels: Labels) -> Change:
    """How deleted words are marked.

    Args:
        labels: The words of the frame.

    Returns:
        The marks.
    """
    return _change("del", labels.deleted, labels.change_end)


def _change(tag: str, before: str, behind: str) -> Change:
    # Browsers tell nobody who listens that words were inserted or deleted.
    return Change(f"<{tag}>{_unseen(f'{before} ')}", f"{_unseen(f' {behind}')}</{tag}>")


def _unseen(words: str) -> str:
    return f'<span class="unseen">{text(words)}</span>' if words.strip() else ""
