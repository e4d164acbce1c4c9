"""What a reader may do while it reads: bounded time and memory, its own folders, no network.

Python tells audit hooks of every file that is opened, every connection and every program that is
started, whoever does it. What is not allowed here is refused, and kept, so that nothing hides it.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs

_REPOSITORY = str(Path(__file__).parents[2])
_LIBRARIES = tuple(
    {
        os.path.realpath(path)
        for path in (
            *(path for path in sys.path if path),
            *sysconfig.get_paths().values(),
            sys.base_prefix,
            f"{_REPOSITORY}/src",
            f"{_REPOSITORY}/plugins",
        )
    }
)
_SYSTEM = ("/dev/null", "/dev/urandom", "/usr/share/zoneinfo", "/usr/share/fonts", "/proc/self")
_CHANGES = {
    "os.mkdir": (0,),
    "os.remove": (0,),
    "os.rmdir": (0,),
    "os.rename": (0, 1),
    "os.link": (0, 1),
    "os.symlink": (1,),
    "os.truncate": (0,),
    "os.chmod": (0,),
    "os.chown": (0,),
    "os.utime": (0,),
    "shutil.rmtree": (0,),
}
"""Events that change files, and which of their arguments are paths."""
_FORBIDDEN = (
    "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname",
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.putenv",
    "pickle.find_class", "webbrowser.open",
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Forbidden(BaseException):
    """Something that no reader may do; no `except Exception` catches it."""


@attrs.define
class Guard:
    """What is allowed just now, and what was done all the same.

    Attributes:
        rooms: Folders that may be read and changed.
        readable: Folders and files that may be read.
        broken: What was done in spite of that.
    """

    rooms: tuple[str, ...]
    readable: tuple[str, ...]
    broken: list[str] = attrs.field(factory=list)

    def judge(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Refuse what is not allowed.

        Args:
            event: What is about to happen, as Python calls it.

            arguments: Of the event.

        Raises:
            Forbidden: It is not allowed.
        """
        if event.startswith(_FORBIDDEN):
            self._refuse(f"{event} {arguments!r}")
        elif event == "open":
            self._judge_opening(*arguments)
        elif event in _CHANGES:
            for place in _CHANGES[event]:
                if _is_path(arguments[place]) and not _is_relative_to_another(arguments):
                    self._judge_path(event, arguments[place], writes=True)

    def _judge_opening(self, path: Any, mode: str | None, flags: int) -> None:
        # Without a mode and an absolute path it is `rmtree`, which was judged when it began.
        if _is_path(path) and (mode is not None or Path(os.fsdecode(path)).is_absolute()):
            self._judge_path("open", path, writes=bool(flags & _WRITING))

    def _judge_path(self, event: str, path: Any, *, writes: bool) -> None:
        real = os.path.realpath(os.fsdecode(path))
        allowed = self.rooms if writes else (*self.rooms, *self.readable)
        if not any(real == room or real.startswith(room + os.sep) for room in allowed):
            self._refuse(f"{event} {'writes' if writes else 'reads'} {real}")

    def _refuse(self, what: str) -> None:
        self.broken.append(what)
        raise Forbidden(what)


def _names(paths: Sequence[Path]) -> tuple[str, ...]:
    return tuple(str(path.resolve()) for path in paths)


def _is_path(value: Any) -> bool:
    return isinstance(value, str | bytes | os.PathLike)


def _is_relative_to_another(arguments: tuple[Any, ...]) -> bool:
    """Whether a path is relative to a folder that is open, as when a tree is removed."""
    last = arguments[-1]
    return isinstance(last, int) and last >= 0 and not Path(os.fsdecode(arguments[0])).is_absolute()


_watching: list[Guard] = []


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if _watching:
        guard = _watching.pop()  # what judging itself opens is not judged
        try:
            guard.judge(event, arguments)
        finally:
            _watching.append(guard)


sys.addaudithook(_hook)


@contextmanager
def guarded(
    rooms: Sequence[Path],
    readable: Sequence[Path] = (),
    *,
    seconds: int = 60,
    memory: int | None = 1_500_000_000,
) -> Iterator[None]:
    """Run a block that may do no more than a reader may.

    Args:
        rooms: Folders that may be read and changed.

        readable: More folders that may be read.

        seconds: Only against hanging; 0 for no limit.

        memory: Bytes that the process may take in addition; None for no limit.

    Raises:
        Forbidden: Something else was done.
    """
    guard = Guard(_names(rooms), (*_names(readable), *_LIBRARIES, *_SYSTEM))
    bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    with _time(seconds), _memory(memory):
        _watching.append(guard)
        try:
            yield
        finally:
            _watching.remove(guard)
            sys.dont_write_bytecode = bytecode
    if guard.broken:
        raise Forbidden("; ".join(guard.broken))


@contextmanager
def _time(seconds: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise Forbidden(f"takes more than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop) if seconds else None
    signal.setitimer(signal.ITIMER_REAL, seconds) if seconds else None
    try:
        yield
    finally:
        if seconds:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


@contextmanager
def _memory(more: int | None) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if more is not None:
        resource.setrlimit(resource.RLIMIT_DATA, (_size() + more, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _size() -> int:
    """Bytes that the process can write to; what programs only reserve does not count."""
    return int(Path("/proc/self/statm").read_text().split()[5]) * resource.getpagesize()
