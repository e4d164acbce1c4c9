"""The settings of VS Code for a data folder; what somebody else has set stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kommunal_nh.errors import UsageError
from kommunal_nh.inside import content_of
from kommunal_nh.reasons import reason
from kommunal_nh.schema.values import SUFFIX

EXTENSION = "redhat.vscode-yaml"
"""The extension that reads schemas of YAML files."""
_SCHEMAS = "yaml.schemas"
_INDENT = re.compile(r"\{\s*?\n([ \t]+)\"")


def settings(file: Path, schemas: Mapping[str, Sequence[str]]) -> str:
    """The settings, extended by which schema is for which files.

    Args:
        file: The settings so far; need not be there.

        schemas: Files for each schema, as patterns.

    Returns:
        The new text of the file.

    Raises:
        UsageError: The settings so far can not be extended without losing something.
    """
    advice = f"unter {_SCHEMAS} eintragen: {json.dumps(schemas, ensure_ascii=False)}"
    found, indent = _read(file, advice)
    others = found.get(_SCHEMAS, {})
    if not isinstance(others, dict):
        raise _refused(file, f"{_SCHEMAS} ist dort keine Untergliederung", advice)
    kept = {name: files for name, files in others.items() if not _is_ours(name)}
    found[_SCHEMAS] = {**kept, **schemas}
    return _written(file, found, indent, advice)


def extensions(file: Path) -> str:
    """The recommended extensions, with the one for YAML unless somebody does not want it.

    Args:
        file: The recommendations so far; need not be there.

    Returns:
        The new text of the file.

    Raises:
        UsageError: The recommendations so far can not be extended without losing something.
    """
    advice = f"unter recommendations eintragen: {EXTENSION}"
    found, indent = _read(file, advice)
    names = found.setdefault("recommendations", [])
    unwanted = found.get("unwantedRecommendations", [])
    if not isinstance(names, list) or not isinstance(unwanted, list):
        raise _refused(file, "recommendations ist dort keine Liste", advice)
    if EXTENSION not in (*names, *unwanted):
        names.append(EXTENSION)
    return _written(file, found, indent, advice)


def _is_ours(schema: str) -> bool:
    return schema.removeprefix("./").startswith(".vscode/") and schema.endswith(SUFFIX)


def _read(file: Path, advice: str) -> tuple[dict[str, Any], str]:
    """The content of a file, and how far its lines stand to the right."""
    try:
        text = content_of(file).decode("utf-8-sig")
    except FileNotFoundError:
        return {}, "  "
    except UnicodeDecodeError:
        raise _refused(file, "Sie ist nicht in UTF-8 gespeichert", advice) from None
    except OSError as problem:
        raise _refused(file, f"Sie ist nicht lesbar: {reason(problem)}", advice) from None
    try:
        found = json.loads(text, object_pairs_hook=_unique) if text.strip() else {}
    except (ValueError, RecursionError):
        why = "Sie enthält Kommentare oder anderes, das kein einfaches JSON ist"
        raise _refused(file, why, advice) from None
    if not isinstance(found, dict):
        raise _refused(file, "Sie enthält keine Untergliederung in geschweiften Klammern", advice)
    indent = _INDENT.match(text.lstrip())
    return found, indent[1] if indent else "  "


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):  # one of them would be lost
        raise ValueError(pairs)
    return found


def _written(file: Path, content: dict[str, Any], indent: str, advice: str) -> str:
    try:
        text = json.dumps(content, ensure_ascii=False, indent=indent, allow_nan=False) + "\n"
        text.encode()
    except ValueError:
        why = "Sie enthält eine Zahl oder ein Zeichen, das sich nicht zurückschreiben lässt"
        raise _refused(file, why, advice) from None
    return text


def _refused(file: Path, why: str, advice: str) -> UsageError:
    return UsageError(
        f"{file} lässt sich nicht ergänzen. {why}. Es wurde nichts geschrieben. Bitte die Datei "
        f"bereinigen und den Befehl wiederholen, oder selbst {advice}"
    )
