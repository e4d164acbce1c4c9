"""Changes as data for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from kommunal_nh.comparing.changes import Change, Changes, Placed, TextChange
from kommunal_nh.comparing.lines import Line
from kommunal_nh.comparing.names import Names
from kommunal_nh.document import plain_text
from kommunal_nh.model import ArchiveEntry, Withdrawn
from kommunal_nh.walks import all_projects

VERSION = 1


def to_json(changes: Changes) -> str:
    """Changes as JSON.

    Args:
        changes: What changed.

    Returns:
        Readable JSON with these keys: `version`; `old` and `new` (`as_of`, `projects`); `counts`;
        `things` (`kind`, `id`, `old` and `new` with `number`, `title`, `home`, `status`, or null;
        `moved`, `status_changed`, `renumbered_only`; `texts`; `ending`); `entries`; `texts` of the
        report (`key`, `label`, `old`, `new` as lists of lines); `notes`.
    """
    names = Names(*changes.contexts)
    data = {
        "version": VERSION,
        "old": _edition(changes, -1),
        "new": _edition(changes, 0),
        "counts": {
            "new": changes.new_projects,
            "gone": changes.gone_projects,
            "changed": changes.changed_projects,
            "renumbered_only": changes.renumbered_projects,
        },
        "things": [_thing(names, change) for change in changes.things],
        "entries": [_ending(entry) for entry in changes.entries],
        "texts": _texts(names, changes.texts),
        "notes": list(changes.notes),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _edition(changes: Changes, place: int) -> dict[str, Any]:
    report = changes.contexts[place].report
    return {"as_of": report.as_of.isoformat(), "projects": sum(1 for _ in all_projects(report))}


def _thing(names: Names, change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "id": change.id,
        "old": _placed(change.old),
        "new": _placed(change.new),
        "moved": change.is_moved,
        "status_changed": change.has_new_status,
        "renumbered_only": change.is_only_renumbered,
        "texts": _texts(names, change.texts),
        "ending": _ending(change.ending),
    }


def _placed(placed: Placed | None) -> dict[str, Any] | None:
    if placed is None:
        return None
    return {
        "number": placed.number,
        "title": placed.title,
        "home": list(placed.home),
        "status": placed.mark.status if placed.mark else None,
    }


def _texts(names: Names, texts: Iterable[TextChange]) -> list[dict[str, Any]]:
    return [
        {
            "key": text.key,
            "label": text.label,
            "old": [_said(names, line, then=True) for line in text.old],
            "new": [_said(names, line, then=False) for line in text.new],
        }
        for text in texts
    ]


def _said(names: Names, line: Line, *, then: bool) -> str:
    return plain_text(names.plain(line.content, then=then))


def _ending(entry: ArchiveEntry | Withdrawn | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    edition = entry.edition.isoformat() if entry.edition else None
    common = {"project": entry.project, "id": entry.id, "edition": edition}
    if isinstance(entry, ArchiveEntry):
        return {"kind": "archived", **common, "theme": entry.theme, "number": entry.number}
    kind = "merged" if entry.merged_into else "withdrawn"
    return {"kind": kind, **common, "reason": entry.reason, "merged_into": entry.merged_into}
