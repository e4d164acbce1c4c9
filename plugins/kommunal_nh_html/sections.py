"""Sections: projects as articles, everything else as sections."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from kommunal_nh.document import Heading
from kommunal_nh_html.escaping import attribute, identifier
from kommunal_nh_html.headings import heading_markup

if TYPE_CHECKING:
    from kommunal_nh.document import Section
    from kommunal_nh_html.writer import Writer


def write_section(section: Section, writer: Writer) -> None:
    """Write a section and all that is in it.

    Args:
        section: The section.

        writer: Where to.
    """
    if section.kind == "project":
        _write_project(section, writer)
        return
    tag = "div" if section.kind == "projects" else "section"  # a list has no heading of its own
    writer.put(f'<{tag} class="{_classes(section)}"{_place(section)}>\n')
    writer.blocks(section.blocks)
    writer.put(f"</{tag}>\n")


def write_sheet(section: Section, writer: Writer) -> None:
    """Write a section whose heading stands at the head of its page already.

    Args:
        section: The section.

        writer: Where to.
    """
    project = section.kind == "project"
    classes = f"project {_colour(section, writer)}" if project else f"sheet {_classes(section)}"
    blocks = iter(section.blocks)
    first = next(blocks, None)
    writer.put(f'<div class="{classes}"{_place(section)}>\n')
    if first is not None and not isinstance(first, Heading):
        writer.blocks((first,))
    writer.blocks(blocks)
    writer.put("</div>\n")


def _write_project(section: Section, writer: Writer) -> None:
    blocks = iter(section.blocks)
    first = next(blocks, None)
    name = identifier(section.anchor) or f"projekt__{next(writer.serial)}"
    title_id = f"{name}__titel"
    title = heading_markup(first, writer, title_id) if isinstance(first, Heading) else ""
    named = f' aria-labelledby="{title_id}"' if title else ""
    writer.put(
        f'<article class="project {_colour(section, writer)}"{_place(section)}{named}>\n{title}'
    )
    if first is not None and not isinstance(first, Heading):
        writer.blocks((first,))
    writer.blocks(blocks)
    writer.put("</article>\n")


def _colour(section: Section, writer: Writer) -> str:
    status = section.facets.get("status") or ("",)
    return writer.classes.get(status[0], "status-0")


def _classes(section: Section) -> str:
    kind = attribute(f"kind-{section.kind}")
    return kind + " landscape" * section.landscape + " runs-on" * section.runs_on


def _place(section: Section) -> str:
    anchor = f' id="{identifier(section.anchor)}"' if section.anchor else ""
    return anchor + facets_attribute(section.facets)


def facets_attribute(facets: Mapping[str, tuple[str, ...]]) -> str:
    """What a section or row can be filtered by, as an attribute that the script reads.

    Args:
        facets: Ids of options by key of the facet.

    Returns:
        An attribute such as ` data-facets="status:umgesetzt unit:80.01"`, or nothing.
    """
    if not facets:
        return ""
    tokens = [facet_token(key, option) for key, options in facets.items() for option in options]
    return f' data-facets="{" ".join(tokens)}"'


@lru_cache(maxsize=4096)
def facet_token(key: str, option: str) -> str:
    """One option of one facet as a word without white space.

    Args:
        key: Key of the facet.

        option: Id of the option.

    Returns:
        A word that is different for each option, safe inside an attribute.
    """
    return ":".join(quote(name, safe="", errors="replace") for name in (key, option))
