"""How statuses and chips look: classes, rules in the style sheet, and the legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kommunal_nh.colours import known_colour
from kommunal_nh_html.colours import visible_on
from kommunal_nh_html.escaping import css_string, text

if TYPE_CHECKING:
    from kommunal_nh.document import ChipStyle, Legend, StatusStyle
    from kommunal_nh_html.writer import Writer

_PAPER = "#ffffff"
_DARK_PAPER = "#1b221e"


def status_classes(statuses: Iterable[StatusStyle]) -> dict[str, str]:
    """The class of each status; `status-0` is for marks of none of them.

    Args:
        statuses: The statuses of the document.

    Returns:
        Names of classes by the status's id.
    """
    return {status.id: f"status-{place}" for place, status in enumerate(statuses, start=1)}


def chip_classes(chips: Iterable[ChipStyle]) -> dict[str, str]:
    """The class of each look of chips.

    Args:
        chips: The looks of the document.

    Returns:
        Names of classes by id.
    """
    return {chip.id: f"chip-{place}" for place, chip in enumerate(chips, start=1)}


def chip_rules(chips: Iterable[ChipStyle]) -> str:
    """The part of the style sheet that depends on the document's chips.

    Args:
        chips: The looks of the document.

    Returns:
        The rules.
    """
    return "".join(_colours(f"chip-{place}", chip) for place, chip in enumerate(chips, start=1))


def status_rules(statuses: Iterable[StatusStyle]) -> str:
    """The part of the style sheet that depends on the document's statuses.

    Args:
        statuses: The statuses of the document.

    Returns:
        The rules.
    """
    return "".join(_rules(statuses))


def _rules(statuses: Iterable[StatusStyle]) -> Iterator[str]:
    for place, status in enumerate(statuses, start=1):
        yield _colours(f"status-{place}", status)
        if status.symbol:
            yield _symbol_rule(place, status.symbol)


def _colours(name: str, look: StatusStyle | ChipStyle) -> str:
    colour = known_colour(look.colour)
    return (
        f".{name} {{ --mark: {colour}; --on-mark: {known_colour(look.text_colour)};"
        f" --edge: light-dark({visible_on(colour, _PAPER)},"
        f" {visible_on(colour, _DARK_PAPER)}); }}\n"
    )


def _symbol_rule(place: int, symbol: str) -> str:
    # The symbol repeats what the words say; the empty alternative keeps it from being read aloud.
    # Browsers that do not know alternatives take the first of the two declarations.
    words = css_string(f"{symbol}\u00a0")
    return f'.mark.status-{place}::before {{ content: {words}; content: {words} / ""; }}\n'


def write_legend(legend: Legend, writer: Writer) -> None:
    """Write what the marks mean.

    Args:
        legend: The legend.

        writer: Where to.
    """
    writer.put(f'<div class="legend">\n<p class="legend-title">{text(legend.title)}</p>\n<ul>\n')
    for status in writer.document.statuses:
        mark = f'<span class="mark {writer.classes[status.id]}">{text(status.label)}</span>'
        meaning = f" <span>{text(status.definition)}</span>" if status.definition else ""
        writer.put(f"<li>{mark}{meaning}</li>\n")
    writer.put("</ul>\n</div>\n")
