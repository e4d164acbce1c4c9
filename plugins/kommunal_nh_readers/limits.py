"""How much is read, so that no file takes all memory."""

from __future__ import annotations

import codecs
from pathlib import Path

from kommunal_nh import UsageError

LARGEST = 20_000_000
"""Bytes of text; the report of a district has some 120,000."""


def bytes_of(source: Path) -> bytes:
    """The content of a file.

    Args:
        source: The file.

    Returns:
        Its bytes.

    Raises:
        UsageError: It is too large.

        OSError: It can not be read.
    """
    if (size := source.stat().st_size) > LARGEST:
        raise UsageError(
            f"{source.name} ist mit {size // 1_000_000} MB größer als die "
            f"{LARGEST // 1_000_000} MB, die gelesen werden. Bitte die Datei aufteilen."
        )
    return source.read_bytes()


def text_of(source: Path) -> str:
    """The text of a file.

    Args:
        source: The file, in UTF-8, or as Windows writes it.

    Returns:
        The text with line feeds.

    Raises:
        UsageError: It is too large, can not be read, or is no text.
    """
    return decoded(bytes_of(source), source.name)


def decoded(data: bytes, name: str, encoding: str = "") -> str:
    """Bytes as text.

    Args:
        data: The bytes.

        name: Name of the file, for messages.

        encoding: What the file says it is; left out or wrong, it is UTF-8, or what Windows writes.

    Returns:
        The text with line feeds.

    Raises:
        UsageError: It is no text.
    """
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        data, encoding = data.decode("utf-16", "replace").encode(), "utf-8"
    if b"\0" in data:
        raise UsageError(
            f"{name} ist keine Textdatei. Gelesen werden Text, Markdown, HTML und DOCX."
        )
    text = _tried(data, encoding)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


def _tried(data: bytes, encoding: str) -> str:
    for one in dict.fromkeys(("utf-8-sig", encoding or "cp1252")):
        try:
            return data.decode(one)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")
