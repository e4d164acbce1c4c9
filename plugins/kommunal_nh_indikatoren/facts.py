"""What themes, goals and projects say of the indicators that belong to them."""

from __future__ import annotations

from collections import defaultdict

from kommunal_nh import Fact
from kommunal_nh.document import Inline, LineBreak, Reference, Text
from kommunal_nh.labels import fill
from kommunal_nh_indikatoren.chapter import latest_words
from kommunal_nh_indikatoren.data import Indicator, Indicators
from kommunal_nh_indikatoren.looks import chip_of
from kommunal_nh_indikatoren.placing import KEY
from kommunal_nh_indikatoren.rule import evaluate
from kommunal_nh_indikatoren.sections import anchor_of
from kommunal_nh_indikatoren.texts import Texts


def facts_of(data: Indicators, *, linked: bool) -> dict[str, list[Fact]]:
    """One line for each thing that has indicators.

    Args:
        data: What is public of the data.

        linked: The document has the chapter, so that its sections can be linked.

    Returns:
        The facts by id.
    """
    lines: defaultdict[str, list[tuple[Inline, ...]]] = defaultdict(list)
    for indicator in data.indicators:
        for thing in dict.fromkeys(indicator.things):
            lines[thing].append(_line(indicator, data.texts, linked=linked))
    return {thing: [_fact(said, data.texts)] for thing, said in lines.items()}


def _fact(lines: list[tuple[Inline, ...]], texts: Texts) -> Fact:
    first, *others = lines
    content = (*first, *(part for line in others for part in (LineBreak(), *line)))
    return Fact(KEY, texts.fact, content)


def _line(indicator: Indicator, texts: Texts, *, linked: bool) -> tuple[Inline, ...]:
    value = latest_words(indicator, texts)
    words = Text(fill(texts.fact_entry, titel=indicator.title, wert=value))
    said: Inline = Reference(anchor_of(indicator), (words,)) if linked else words
    return said, Text(" "), chip_of(evaluate(indicator).outlook, texts)
