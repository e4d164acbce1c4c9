"""Editions as JSON: a file that holds all that is needed to print the edition again.

format, version    what the file is
bibliothek         version of the library that wrote it; the same version prints the same bytes
pruefsumme         SHA-256 of the content, so that a change is noticed
ausgabe            report (as in the data folder, profile and words in full) · nummern ·
                   abschnitte · bilder · frueher (earlier editions that the report speaks of)
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import attrs
from cattrs.errors import BaseValidationError

from kommunal_nh.editions.soundness import demand_printable, texts_by_key
from kommunal_nh.errors import EditionError, TamperedEdition
from kommunal_nh.loading.structure import converter
from kommunal_nh.model import Edition, Report
from kommunal_nh.plugins import modules_of
from kommunal_nh.saving.plain import plain
from kommunal_nh.version import version

FORMAT, VERSION = "kommunal_nh/ausgabe", 1
_encode = json.JSONEncoder(ensure_ascii=False, default=str).encode
_encode_tightly = json.JSONEncoder(ensure_ascii=False, default=str, separators=(",", ":")).encode


def to_text(edition: Edition) -> str:
    """An edition as the text of a file.

    Args:
        edition: The edition.

    Returns:
        JSON; the same edition gives the same text.
    """
    content = _content(edition)
    head = {
        "format": FORMAT,
        "version": VERSION,
        "bibliothek": version(),
        "pruefsumme": _checksum(content),
    }
    pieces: list[str] = []
    _write({**head, "ausgabe": content}, pieces)
    return "".join([*pieces, "\n"])


def content_of(text: str, name: str) -> dict[str, Any]:
    """The content of a file as plain data, if nobody changed it.

    Args:
        text: The file's text.

        name: What to call it in messages.

    Returns:
        What `to_text` wrote, from `format` to `ausgabe`.

    Raises:
        TamperedEdition: It was changed after it was frozen.
        EditionError: It is no frozen edition, or of a newer version.
    """
    try:
        data = json.loads(text)
        found, number, content = data["format"], data["version"], data["ausgabe"]
        said = data["pruefsumme"]
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise EditionError(
            f"{name} ist keine eingefrorene Ausgabe, oder die Datei ist beschädigt: bitte aus "
            "einer Sicherung wiederherstellen."
        ) from problem
    if found != FORMAT or number != VERSION:
        raise EditionError(
            f"{name} hat das Format {found} {number}; gelesen wird {FORMAT} {VERSION}. Bitte "
            "kommunal-nh aktualisieren."
        )
    if said != _checksum(content):
        raise TamperedEdition(
            f"{name} wurde nach dem Einfrieren verändert, die Prüfsumme stimmt nicht: bitte aus "
            "einer Sicherung wiederherstellen."
        )
    return dict(data)


def from_text(text: str, name: str) -> Edition:
    """Read a frozen edition.

    Args:
        text: The file's text.

        name: What to call it in messages.

    Returns:
        The edition.

    Raises:
        TamperedEdition: It was changed after it was frozen.
        EditionError: It is no frozen edition, or needs a module that is not installed.
    """
    data = content_of(text, name)
    try:
        return attrs.evolve(_edition(data["ausgabe"], name), library=str(data.get("bibliothek")))
    except _MISFITS as problem:
        raise incomplete(name) from problem


def incomplete(name: str) -> EditionError:
    """What to say of a file that is an edition, but lacks something.

    Args:
        name: What to call it.

    Returns:
        The exception.
    """
    return EditionError(
        f"{name} ist keine vollständige Ausgabe: bitte aus einer Sicherung wiederherstellen."
    )


# ---------------------------------------------------------------------------------------- writing


def _content(edition: Edition) -> dict[str, Any]:
    report = edition.report
    content: dict[str, Any] = {"report": data_of(report), "nummern": dict(edition.numbers)}
    sections: dict[str, dict[str, str]] = {}
    for (parent, status), text in edition.sections.items():
        sections.setdefault(parent, {})[status] = text
    images = {path: base64.b64encode(data).decode() for path, data in report.images.items()}
    more = {
        "abschnitte": sections,
        "bilder": images,
        "frueher": [_content(earlier) for earlier in report.past],
    }
    return content | {key: value for key, value in more.items() if value}


def data_of(report: Report) -> dict[str, Any]:
    """A report as plain data that needs nothing else to be read.

    Args:
        report: The report.

    Returns:
        What `report_of` reads: keys as in the data folder, profile and words in full.
    """
    return {
        **plain(report),
        "sprache": report.language,
        "profil": plain(report.profile, whole=True),
    }


def _write(value: Any, out: list[str], indent: str = "\n") -> None:
    """JSON in which whatever contains no other containers stands on one line."""
    if not isinstance(value, dict | list) or not _is_deep(value):
        out.append(_encode(value))
        return
    mark, closing = "{}" if isinstance(value, dict) else "[]"
    pairs = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    for key, item in pairs:
        name = "" if key is None else f"{_encode(key)}: "
        out.append(f"{mark}{indent} {name}")
        _write(item, out, indent + " ")
        mark = ","
    out.append(indent + closing)


def _is_deep(value: Any) -> bool:
    items = value.values() if isinstance(value, dict) else value
    return any(isinstance(item, dict | list) for item in items) or (
        isinstance(value, dict) and len(value) > 1
    )


def _checksum(content: Any) -> str:
    return "sha256:" + sha256(_encode_tightly(content).encode()).hexdigest()


# ---------------------------------------------------------------------------------------- reading


def _edition(content: Mapping[str, Any], name: str) -> Edition:
    images = {path: base64.b64decode(data) for path, data in content.get("bilder", {}).items()}
    past = tuple(_edition(earlier, name) for earlier in content.get("frueher", ()))
    report = attrs.evolve(report_of(content["report"], name), images=images, past=past)
    sections = {
        (parent, status): text
        for parent, texts in content.get("abschnitte", {}).items()
        for status, text in texts_by_key(texts).items()
    }
    return Edition(report, texts_by_key(content["nummern"]), sections)


def report_of(value: Any, name: str) -> Report:
    """A report from plain data.

    Args:
        value: What `data_of` gave.

        name: What to call it in messages.

    Returns:
        The report, without folder, images and earlier editions.

    Raises:
        EditionError: It needs a module that is not installed, or can not be printed.
    """
    extra = frozenset(value["profil"].get("felder") or ())
    read = converter(extra, careful=False)
    report: Report = read.structure(value, Report)
    installed = modules_of(report.modules)
    for key in report.modules:
        if key not in installed:
            raise EditionError(
                f"{name} braucht das Modul „{key}“, das nicht installiert ist: bitte das Plugin "
                "dazu installieren."
            )
    data = {
        key: read.structure(item, installed[key].data_class) for key, item in report.modules.items()
    }
    demand_printable(report)
    return attrs.evolve(report, modules=data)


_MISFITS = (KeyError, TypeError, AttributeError, ValueError, ArithmeticError, BaseValidationError)
