"""The preview answers this machine only, survives broken data, and ends without a trace."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from bad_input_cases import basis
from kommunal_nh import UsageError, preview
from kommunal_nh.previewing.server import LOOPBACK, Server
from kommunal_nh.previewing.state import State
from kommunal_nh.previewing.watching import changes, marks_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small data folder without any finding."""
    return basis().write(tmp_path / "daten")


@pytest.fixture
def state(folder: Path) -> State:
    """What a preview shows after its first look."""
    made = State(folder)
    made.refresh()
    return made


@pytest.fixture
def server(state: State) -> Iterator[Server]:
    """A preview that answers."""
    made = Server(0, state)
    thread = Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes]:
    """Status and content of an answer."""
    port = server.server_address[1]
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=30)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", headers.pop("Host", f"{LOOPBACK}:{port}"))
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    with closing(connection), connection.getresponse() as answer:
        return answer.status, answer.read()


def test_it_shows_the_report_as_it_is_built(server: Server, state: State) -> None:
    """The page in the frame is the HTML file, byte for byte, and the state says so."""
    assert ask(server, "/report.html") == (200, state.shown.page)
    known = json.loads(ask(server, "/state.json")[1])
    assert (known["version"], known["isCurrent"], known["problem"]) == (1, True, "")
    assert b"<iframe" in ask(server, "/")[1]


def test_only_this_machine_can_ask(server: Server) -> None:
    """It listens on the loopback address and on no other."""
    assert server.socket.getsockname()[0] == LOOPBACK


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "[::1]:1", ""])
def test_pages_from_elsewhere_are_refused(server: Server, host: str) -> None:
    """A name that leads here by a trick of its owner's DNS gets nothing."""
    assert ask(server, "/report.html", Host=host) == (403, b"")


def test_requests_of_other_sites_are_refused(server: Server) -> None:
    """Even with the right name: a page of another site must not read the report."""
    assert ask(server, "/state.json", Sec_Fetch_Site="cross-site") == (403, b"")
    assert ask(server, "/state.json", Sec_Fetch_Site="same-origin")[0] == 200


@pytest.mark.parametrize(
    "path",
    ["/bericht.yaml", "/../bericht.yaml", "/page/../../model.py", "/%2e%2e/x", "//etc/x"],
)
def test_no_other_file_is_served(server: Server, path: str) -> None:
    """Whatever the path says."""
    assert ask(server, path) == (404, b"")


def test_other_methods_are_refused(server: Server) -> None:
    """Nothing can be changed from a browser."""
    for method in ("POST", "PUT", "DELETE"):
        assert ask(server, "/", method)[0] == 501
    assert ask(server, "/", "HEAD") == (200, b"")


@pytest.mark.parametrize("after", ["", "x", "-1", "9" * 5000, "²"])
def test_a_strange_question_is_answered(server: Server, after: str) -> None:
    """It counts as one who knows nothing."""
    path = f"/state.json?after={after.replace('²', '%C2%B2')}"
    assert json.loads(ask(server, path)[1])["version"] == 1


def test_errors_leave_the_last_good_report(folder: Path, state: State) -> None:
    """Findings are those of now, the page that of before, and both are told apart."""
    good = state.shown
    report = folder / "bericht.yaml"
    text = report.read_text("utf-8")
    report.write_text(text.replace("stand:", "stnad:"), "utf-8")
    state.refresh()
    assert (state.shown.page, state.shown.is_current) == (good.page, False)
    assert "unknown-key" in {finding.rule for finding in state.shown.findings}
    report.write_text(text, "utf-8")
    state.refresh()
    assert (state.shown.page, state.shown.is_current, state.shown.version) == (good.page, True, 3)


def test_a_problem_that_is_no_finding_is_told(folder: Path) -> None:
    """A house style that is not there, say."""
    state = State(folder, {"house-style": str(folder / "fehlt.yaml")})
    state.refresh()
    assert "Den Hausstil" in state.shown.problem
    assert not state.shown.is_current


def test_a_folder_that_vanishes_is_told(folder: Path, state: State) -> None:
    """The preview goes on and says what is missing."""
    folder.rename(folder.with_name("weg"))
    state.refresh()
    assert "missing-file" in {finding.rule for finding in state.shown.findings}
    assert state.shown.page


def test_waiting_ends_with_the_change(folder: Path, state: State) -> None:
    """Who knows version 1 gets version 2 as soon as it is there."""
    got: list[Any] = []
    thread = Thread(target=lambda: got.append(state.wait(1, 30)))
    thread.start()
    state.refresh()
    thread.join(30)
    assert got[0].version == 2
    assert state.wait(2, 0).version == 2


def test_what_is_built_is_no_change_of_the_data(folder: Path) -> None:
    """Otherwise each build would be followed by another one."""
    before = marks_of(folder)
    (folder / "build").mkdir()
    (folder / "build" / "report.html").write_text("x")
    (folder / ".kommunal-nh").write_text("x")
    assert marks_of(folder) == before
    (folder / "neu.md").write_text("# x")
    assert marks_of(folder) != before


def test_changes_are_seen(folder: Path) -> None:
    """Once at the beginning, then after something was written, also if it takes several files."""
    seen = changes(folder, 0.01)
    next(seen)
    (folder / "a.md").write_text("# a")
    (folder / "b.md").write_text("# b")
    next(seen)
    (folder / "a.md").unlink()
    next(seen)


def test_a_port_that_is_taken_is_told(folder: Path) -> None:
    """With what can be done."""
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen()
        with pytest.raises(UsageError, match="--port"):
            preview(folder, taken.getsockname()[1])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Before anything is started."""
    with pytest.raises(UsageError, match="gibt es nicht"):
        preview(tmp_path / "fehlt")


@pytest.mark.skipif(sys.platform == "win32", reason="there Ctrl-C goes to a whole group")
def test_ctrl_c_ends_it_with_a_sentence(folder: Path) -> None:
    """Without a traceback; the address was printed, and nothing was written into the folder."""
    before = sorted(folder.rglob("*"))
    code = (  # what was started in the background does not hear Ctrl-C, nor do its children
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from kommunal_nh.command import main; main()"
    )
    command = [sys.executable, "-c", code, "preview", str(folder), "--no-browser"]
    env = os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    assert running.stdout is not None
    address = running.stdout.readline().decode()
    time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    try:
        out, err = running.communicate(timeout=30)
    finally:
        running.kill()  # if it did not end by itself
    assert address.startswith(f"http://{LOOPBACK}:")
    assert (running.returncode, out.decode(), err) == (0, "Die Vorschau ist beendet.\n", b"")
    assert sorted(folder.rglob("*")) == before
