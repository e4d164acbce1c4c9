"""Where a style is found: by name in any language, by id, or as the default."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from kommunal_nh_docx.xml import name

# What some programs write as the name instead of the English one that the standard asks for.
_GERMAN = {
    "normal": "Standard",
    "title": "Titel",
    "subtitle": "Untertitel",
    "header": "Kopfzeile",
    "footer": "Fußzeile",
    "caption": "Beschriftung",
    "quote": "Zitat",
    "list bullet": "Aufzählungszeichen",
    "list number": "Listennummer",
    "list continue": "Listenfortsetzung",
    "toc heading": "Inhaltsverzeichnisüberschrift",
    **{f"heading {level}": f"Überschrift {level}" for level in range(1, 10)},
    **{f"toc {level}": f"Verzeichnis {level}" for level in range(1, 10)},
}


def identifier(style: _Element) -> str:
    """The id of a style.

    Args:
        style: A `w:style`.

    Returns:
        Its id, or nothing.
    """
    return style.get(name("styleId"), "")


def value_of(style: _Element, tag: str) -> str:
    """A property of a style that has just one value.

    Args:
        style: A `w:style`.

        tag: Such as `basedOn`.

    Returns:
        The value, or nothing.
    """
    child = style.find(name(tag))
    return "" if child is None else child.get(name("val"), "")


def style_key(kind: str, label: str) -> tuple[str, str]:
    """What a style is found by.

    Args:
        kind: `paragraph`, `character`, `table` or `numbering`.

        label: Its name.

    Returns:
        Kind and name; capitals make no difference.
    """
    return kind, label.strip().lower()


def index_of(styles: _Element) -> dict[tuple[str, str], str]:
    """All that the styles of a file can be found by.

    Args:
        styles: The `w:styles` of the file.

    Returns:
        The ids of the styles.
    """
    found: dict[tuple[str, str], str] = {}
    for style in styles.iter(name("style")):
        kind = style.get(name("type"), "paragraph")
        found.setdefault(style_key(kind, value_of(style, "name")), identifier(style))
        found.setdefault((kind, f"id:{identifier(style).lower()}"), identifier(style))
        if style.get(name("default")) in {"1", "true", "on"}:
            found.setdefault((kind, "default"), identifier(style))
    return found


def keys_of(style: _Element) -> Iterator[tuple[str, str]]:
    """Where to look for one of our styles: default, English name, German name, usual ids.

    Args:
        style: One of our styles.

    Yields:
        Keys of `index_of`, the best first.
    """
    kind, label = style.get(name("type"), ""), value_of(style, "name").lower()
    if style.get(name("default")):
        yield kind, "default"
    yield style_key(kind, label)
    if style.get(name("customStyle")):
        return
    german = _GERMAN.get(label, label)
    yield style_key(kind, german)
    for usual in (label, german):
        bare = usual.replace(" ", "").lower()
        yield kind, f"id:{bare}"
        yield kind, f"id:{bare.encode('ascii', 'ignore').decode()}"
