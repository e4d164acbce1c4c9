"""Changes that keep a file well-formed, so that they come past the parser and into the reader."""

from __future__ import annotations

import copy
import json
from random import Random

from lxml import etree
from tests.hardness.pieces import PIECES

from spoiling import spoiled

_WORDS = tuple(text for piece in PIECES if (text := piece.decode("utf-8", "ignore")).isprintable())


def changed(data: bytes, chance: Random) -> bytes:
    """A file with one or two changes.

    Args:
        data: JSON, XML or something else.

        chance: Decides.

    Returns:
        Well-formed JSON or XML; anything else comes back as it is.
    """
    if data.lstrip()[:1] in (b"{", b"["):
        return _changed_json(data, chance)
    return _changed_xml(data, chance) if data.lstrip()[:1] == b"<" else data


def _changed_json(data: bytes, chance: Random) -> bytes:
    try:
        return json.dumps(spoiled(json.loads(data), chance), default=str).encode()
    except ValueError:
        return data


def _changed_xml(data: bytes, chance: Random) -> bytes:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except (etree.XMLSyntaxError, ValueError):
        return data
    for _ in range(chance.choice((1, 1, 2, 3))):
        elements = [one for one in root.iter() if isinstance(one.tag, str)]
        _change_element(chance.choice(elements), chance.choice(elements), chance)
    return etree.tostring(root)


def _change_element(one: etree._Element, other: etree._Element, chance: Random) -> None:
    parent, word = one.getparent(), chance.choice(_WORDS)
    match chance.randrange(6):
        case 0 if parent is not None:
            parent.remove(one)
        case 1 if parent is not None:
            parent.insert(chance.randrange(len(parent) + 1), copy.deepcopy(other))
        case 2 if one.attrib:
            del one.attrib[chance.choice(sorted(one.attrib))]
        case 3:
            one.text = word
        case 4:
            one.tag = other.tag
        case _ if one.attrib:
            one.attrib[chance.choice(sorted(one.attrib))] = word
