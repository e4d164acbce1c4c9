"""Runs a preview until somebody ends it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from kommunal_nh.errors import UsageError
from kommunal_nh.exporters import Options
from kommunal_nh.loading.files import folder_of
from kommunal_nh.plugins import exporter
from kommunal_nh.previewing.server import Server
from kommunal_nh.previewing.state import State
from kommunal_nh.previewing.watching import changes
from kommunal_nh.reasons import reason

_EVERY = 0.4
"""Seconds between two looks at the folder."""


def preview(
    folder: str | Path,
    port: int = 0,
    options: Options | None = None,
    *,
    started: Callable[[str], object] = lambda address: None,
) -> None:
    """Show a report in the browser, and build it anew whenever its data change.

    The page is only there for this machine. It shows the findings beside the report; while there
    are errors, the last report that could be built stays.

    Args:
        folder: The data folder.

        port: Where to answer; any free port if 0.

        options: Options for the exporter of HTML.

        started: Called once, with the address of the page.

    Raises:
        UsageError: There is no such folder, or the port is taken.
        KeyboardInterrupt: Somebody ended it.
    """
    place = folder_of(folder)
    if not place.is_dir():
        raise UsageError(f"Den Ordner {place} gibt es nicht: bitte den Namen prüfen.")
    exporter("html")
    state = State(place, options)
    server = _server(port, state)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        for number, _ in enumerate(changes(place, _EVERY)):
            state.refresh()
            if not number:
                started(server.url)
    finally:
        server.shutdown()
        server.server_close()


def _server(port: int, state: State) -> Server:
    try:
        return Server(port, state)
    except (OSError, OverflowError) as problem:
        why = reason(problem) if isinstance(problem, OSError) else "so große Nummern gibt es nicht"
        raise UsageError(
            f"Die Vorschau kann nicht an Port {port} antworten: {why}. Bitte einen anderen angeben "
            "(--port) oder keinen."
        ) from problem
