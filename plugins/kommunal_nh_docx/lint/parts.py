"""The parts of the file: each has a type, and leads to parts that are there."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh_docx.lint.problem import Problem
from kommunal_nh_docx.lint.word_file import WordFile
from kommunal_nh_docx.xml import R

_TYPES = "[Content_Types].xml"
_PICTURE = f"{{{R}}}embed"  # has a rule of its own


def without_type(file: WordFile) -> Iterator[Problem]:
    """Parts without content type, and types of parts that are missing.

    Args:
        file: The file.

    Yields:
        A problem for each.
    """
    types = list(file.tree(_TYPES))
    endings = {one.get("Extension", "").lower() for one in types} - {""}
    named = {one.get("PartName", "").lstrip("/") for one in types} - {""}
    for member in sorted(file.members.keys() - named - {_TYPES}):
        if member.rpartition(".")[2].lower() not in endings:
            yield Problem("content-type", f"Für {member} ist kein Inhaltstyp angegeben.", member)
    for member in sorted(named - file.members.keys()):
        yield Problem("part-missing", f"Der Teil {member} fehlt in der Datei.", _TYPES)


def relations(file: WordFile) -> Iterator[Problem]:
    """Relationships that are used and not defined, or lead to nothing.

    Args:
        file: The file.

    Yields:
        A problem for each.
    """
    for part, story in file.stories():
        known = file.relations(part)
        used = {
            one.get(key, ""): key for one in story.iter() for key in one.attrib if R in str(key)
        }
        for identifier in sorted(used.keys() - known.keys()):
            if used[identifier] != _PICTURE:
                text = f"Die Beziehung {identifier} wird benutzt und ist nicht angegeben."
                yield Problem("relationship-missing", text, part)
        for identifier, member in sorted(known.items()):
            if member and member not in file.members and used.get(identifier) != _PICTURE:
                text = f"Die Beziehung {identifier} führt zu {member}; den Teil gibt es nicht."
                yield Problem("part-missing", text, part)
