"""Speaks with yaml-language-server as an editor does: over its standard input and output."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from typing import Any, TypeAlias

Json: TypeAlias = Any
PATIENCE = 300
"""Seconds after which a server that says nothing is taken for dead."""


class Server:
    """A language server that has one folder open.

    Attributes:
        process: The server.
        folder: The folder.
    """

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self.process = process
        self.folder = folder
        self._answers: Queue[Json] = Queue()
        self._last = 0
        self._configured = threading.Event()
        self._diagnostics: dict[str, Queue[Json]] = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def begin(self) -> None:
        """Introduce an editor with the folder open."""
        uri = self.folder.as_uri()
        folders = [{"uri": uri, "name": "daten"}]
        able = {"workspace": {"configuration": True}, "textDocument": {"hover": {}}}
        self.ask("initialize", {"processId": None, "rootUri": uri, "workspaceFolders": folders,
                                "capabilities": able})  # fmt: skip
        self._tell("initialized", {})
        assert self._configured.wait(PATIENCE)
        document = {"uri": self._uri("neu.yaml")}
        self.ask("textDocument/codeLens", {"textDocument": document})  # comes after the settings

    def open(self, name: str, text: str) -> list[Json]:
        """Open a file with a text; returns the diagnostics."""
        uri = self._uri(name)
        self._diagnostics[uri] = Queue()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        found: list[Json] = self._diagnostics[uri].get(timeout=PATIENCE)
        return found

    def at(self, method: str, name: str, line: int, column: int) -> Json:
        """Ask what there is at a place; lines and columns from 0."""
        place = {"line": line, "character": column}
        document = {"uri": self._uri(name)}
        return self.ask(f"textDocument/{method}", {"textDocument": document, "position": place})

    def ask(self, method: str, content: Json) -> Json:
        """Ask, and wait for the answer."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": content})
        answer = self._answers.get(timeout=PATIENCE)
        assert answer["id"] == self._last
        assert "error" not in answer, answer
        return answer["result"]

    def _uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def _tell(self, method: str, content: Json) -> None:
        self._send({"method": method, "params": content})

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _listen(self) -> None:
        assert self.process.stdout
        while header := self.process.stdout.readline():
            self.process.stdout.readline()
            self._hear(json.loads(self.process.stdout.read(int(header.split(b":")[1]))))

    def _hear(self, message: Json) -> None:
        method = message.get("method")
        if method is None:
            self._answers.put(message)
        elif method == "workspace/configuration":
            items = message["params"]["items"]
            self._send({"id": message["id"], "result": [self._settings(item) for item in items]})
            self._configured.set()
        elif method == "textDocument/publishDiagnostics":
            place = message["params"]
            self._diagnostics[place["uri"]].put(place["diagnostics"])
        elif "id" in message:
            self._send({"id": message["id"], "result": None})

    def _settings(self, item: Json) -> Json:
        """What VS Code answers: the folder's settings whose names begin with a section."""
        settings = json.loads((self.folder / ".vscode" / "settings.json").read_text("utf-8"))
        settings["yaml.schemaStore"] = {"enable": False}  # it would be asked for over the network
        start = item.get("section", "") + "."
        found = settings.items()
        return {name.removeprefix(start): it for name, it in found if name.startswith(start)}


@contextmanager
def server(program: Path, folder: Path) -> Iterator[Server]:
    """A running server that has a folder open."""
    with subprocess.Popen(
        ["node", program, "--stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            one = Server(process, folder)
            one.begin()
            yield one
        finally:
            process.kill()
