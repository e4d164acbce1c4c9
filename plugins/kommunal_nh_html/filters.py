"""The form that filters the projects; it stays hidden until the script has started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh.labels import fill
from kommunal_nh_html.escaping import attribute, text
from kommunal_nh_html.sections import facet_token

if TYPE_CHECKING:
    from kommunal_nh.document import Document, Facet
    from kommunal_nh.labels import Labels
    from kommunal_nh_html.writer import Writer


def write_filters(document: Document, writer: Writer, heading: str = "") -> None:
    """Write the form with a field for each facet and one for words.

    Args:
        document: The document.

        writer: Where to.

        heading: What stands above it; that it filters the projects, if left out.
    """
    labels = document.labels
    heading = heading or fill(labels.filter_heading, projekte=document.project_word)
    fields = (_facet_field(facet, place, labels) for place, facet in enumerate(document.facets))
    writer.put(
        f'<form class="filter" role="search" aria-label="{attribute(heading)}"'
        ' autocomplete="off" hidden>\n'
        f"<details open>\n<summary>{text(heading)}</summary>\n"
        f'<div class="fields">\n{_search_field(labels)}{"".join(fields)}</div>\n</details>\n'
        f'<div class="outcome">\n<p role="status"{_hits(document)}></p>\n'
        f'<button type="reset">{text(labels.reset)}</button>\n</div>\n</form>\n'
    )


def _search_field(labels: Labels) -> str:
    return (
        f'<p><label for="filter__suche">{text(labels.search)}</label>\n'
        '<input type="search" id="filter__suche" name="search"></p>\n'
    )


def _facet_field(facet: Facet, place: int, labels: Labels) -> str:
    options = "".join(
        f'<option value="{facet_token(facet.key, option)}">{text(name)}</option>\n'
        for option, name in facet.options
    )
    return (
        f'<p><label for="filter__{place}">{text(facet.label)}</label>\n'
        f'<select id="filter__{place}" name="{attribute(f"facet:{facet.key}")}">\n'
        f'<option value="">{text(labels.filter_all)}</option>\n{options}</select></p>\n'
    )


def _hits(document: Document) -> str:
    words = fill(document.labels.hits, projekte=document.project_word)
    return f' data-hits="{attribute(words)}"'
