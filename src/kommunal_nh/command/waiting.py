"""A bar for work that takes a while; where nobody watches, there is none."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType
from typing import Self

import click

_PATIENCE = 1.0  # seconds
_PAUSE = 0.1
_WIDTH = 30


def _is_watched() -> bool:
    return sys.stderr.isatty()


class Bar:
    """Shows on the console how far something is, once that takes more than a second.

    Attributes:
        first: What to show if after that second nobody has said how far it is; nothing if empty.
    """

    def __init__(self, first: str = "") -> None:
        self.first = first
        self._next = time.monotonic() + _PATIENCE
        self._is_shown = False
        self._timer = threading.Timer(_PATIENCE, self._write, [first])
        self._timer.daemon = True

    def __enter__(self) -> Self:
        if self.first and _is_watched():
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.hide()

    def show(self, share: float, what: str) -> None:
        """Show how far it is.

        Args:
            share: What is done, from 0 to 1.

            what: A word for what is being done.
        """
        self._timer.cancel()
        if time.monotonic() < self._next or not _is_watched():
            return
        self._next = time.monotonic() + _PAUSE
        self._write(f"{'█' * round(share * _WIDTH):░<{_WIDTH}} {share:4.0%} {what}")

    def hide(self) -> None:
        """Make room for other lines."""
        self._timer.cancel()
        if self._is_shown:
            click.echo("\r\x1b[K", nl=False, err=True)
            self._is_shown = False

    def _write(self, line: str) -> None:
        clear = "\r\x1b[K" if self._is_shown else ""
        click.echo(clear + line, nl=False, err=True)
        self._is_shown = True
