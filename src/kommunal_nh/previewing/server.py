"""Answers the browser on this machine; nobody else, and nothing but the preview."""

from __future__ import annotations

import json
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from kommunal_nh.previewing.state import State

LOOPBACK = "127.0.0.1"
_PATIENCE = 20.0
"""Seconds that an answer about changes is held back; then the browser asks again."""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
    "connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'"
)
_FILES = {
    "/": ("page.html", "text/html"),
    "/page.css": ("page.css", "text/css"),
    "/page.js": ("page.js", "text/javascript"),
}


class Server(ThreadingHTTPServer):
    """The server of one preview.

    Attributes:
        state: What it shows.
    """

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, port: int, state: State) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.state = state

    @property
    def url(self) -> str:
        """Where the preview is."""
        return f"http://{LOOPBACK}:{self.server_address[1]}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that goes away is no error."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "kommunal-nh", ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer; only what is asked for by this machine's own name."""
        if not self._is_at_home():
            self._send(HTTPStatus.FORBIDDEN, b"", "text/plain")
            return
        address = urlsplit(self.path)
        if address.path in _FILES:
            name, kind = _FILES[address.path]
            content = (files("kommunal_nh.previewing") / "page" / name).read_bytes()
            self._send(HTTPStatus.OK, content, kind, policy=_POLICY)
        elif address.path == "/report.html":
            self._send(HTTPStatus.OK, self.server.state.shown.page, "text/html")
        elif address.path == "/state.json":
            self._send(HTTPStatus.OK, self._state(address.query), "application/json")
        else:
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")

    def do_HEAD(self) -> None:
        """Answer without the content."""
        self.do_GET()

    def _state(self, query: str) -> bytes:
        """The state, as soon as it is newer than what the browser knows."""
        (known,) = parse_qs(query).get("after", ["-1"])[:1]
        version = int(known) if known.isdecimal() and known.isascii() and len(known) < 10 else -1
        shown = self.server.state.wait(version, _PATIENCE)
        return json.dumps(shown.as_data(), ensure_ascii=False).encode()

    def _is_at_home(self) -> bool:
        """Whether the browser was told this machine: a page from elsewhere has another name."""
        port = self.server.server_address[1]
        names = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}
        site = self.headers.get("Sec-Fetch-Site", "none")
        return self.headers.get("Host") in names and site in ("none", "same-origin")

    def _send(self, status: HTTPStatus, content: bytes, kind: str, policy: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing: the console is for people."""
