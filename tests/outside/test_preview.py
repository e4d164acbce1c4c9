"""The preview in Chromium: it follows the data, and stays where one was reading."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from kommunal_nh.previewing.server import Server
from kommunal_nh.previewing.state import State
from kommunal_nh.previewing.watching import changes

NODE = Path(__file__).with_name("node")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SOEST = Path(__file__).parents[2] / "examples" / "kreis_soest"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, to be edited."""
    made = tmp_path_factory.mktemp("vorschau") / "soest"
    return Path(shutil.copytree(SOEST, made, ignore=shutil.ignore_patterns("build")))


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """A preview of it that runs."""
    state = State(folder)
    server = Server(0, state)
    Thread(target=server.serve_forever, daemon=True).start()

    def follow() -> None:
        for _ in changes(folder, 0.2):
            state.refresh()

    Thread(target=follow, daemon=True).start()
    yield server.url
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def seen(folder: Path, address: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What happened in the browser while the data were edited."""
    missing = [name for name in ("node", CHROMIUM) if not shutil.which(name)]
    if missing or not (NODE / "node_modules" / "playwright-core").exists():
        refuse = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        refuse(f"not installed: {', '.join(missing) or 'the packages in tests/outside/node'}")
    pictures = Path(os.environ.get("PICTURES", tmp_path_factory.mktemp("bilder")))
    theme = next(folder.glob("themen/1-*.yaml"))
    done = subprocess.run(
        ["node", "preview.cjs", address, theme, pictures],
        cwd=NODE,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_after_saving_one_reads_on_at_the_same_place(seen: dict[str, Any]) -> None:
    """The project that one looked at is where it was, to the pixel, with its new title."""
    assert seen["before"] < 0
    assert seen["after"] == pytest.approx(seen["before"], abs=2)


def test_errors_are_shown_beside_the_last_good_report(seen: dict[str, Any]) -> None:
    """A status that does not exist is named with its place; the report of before stays."""
    assert "1 Fehler" in seen["broken"]["status"]
    assert "fertig" in seen["broken"]["findings"][0]
    assert "themen/1-" in seen["broken"]["findings"][0]
    assert seen["broken"]["report"]


def test_the_frame_is_accessible(seen: dict[str, Any]) -> None:
    """Axe finds nothing in light and dark, a phone needs no scrolling sideways, keys are enough."""
    assert (seen["light"], seen["dark"]) == ([], [])
    assert seen["wide"] <= 390
    assert seen["hidden"]


def test_nothing_went_wrong_in_the_browser(seen: dict[str, Any]) -> None:
    """No script failed, and the policies of both pages let all through that there is."""
    assert seen["errors"] == []
