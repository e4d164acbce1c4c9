"""The section of one indicator: evaluation, chart with its values, sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommunal_nh import Names
from kommunal_nh.document import (
    Block,
    Chart,
    Column,
    Heading,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from kommunal_nh.labels import fill
from kommunal_nh_indikatoren.chart import chart_spec
from kommunal_nh_indikatoren.data import Direction, Indicator, Target
from kommunal_nh_indikatoren.looks import chip_of, words_of
from kommunal_nh_indikatoren.numbers import quantity
from kommunal_nh_indikatoren.placing import KEY
from kommunal_nh_indikatoren.rule import Evaluation
from kommunal_nh_indikatoren.series import in_order, latest, targets_in_order
from kommunal_nh_indikatoren.tables import values_table
from kommunal_nh_indikatoren.texts import Texts
from kommunal_nh_indikatoren.verdicts import direction_words, verdict


def anchor_of(indicator: Indicator) -> str:
    """Where the section of an indicator is found.

    Args:
        indicator: The indicator.

    Returns:
        Its anchor.
    """
    return f"nh-{KEY}.{indicator.id}"


def section_of(indicator: Indicator, evaluation: Evaluation, names: Names, texts: Texts) -> Section:
    """Make the section of an indicator.

    Args:
        indicator: The indicator.

        evaluation: What the rule says of it.

        names: How things are called.

        texts: The words of the module.

    Returns:
        A section with a heading of level 2.
    """
    blocks = tuple(_blocks(indicator, evaluation, names, texts))
    return Section("module", anchor_of(indicator), blocks)


def _blocks(
    indicator: Indicator, evaluation: Evaluation, names: Names, texts: Texts
) -> Iterator[Block]:
    yield Heading(2, "", (Text(indicator.title),))
    words = verdict(indicator, evaluation, texts)
    yield Paragraph((chip_of(evaluation.outlook, texts), Text(f" {words}")))
    if latest(indicator) is not None:
        yield Chart(
            chart_spec(indicator, evaluation, texts),
            _alt(indicator, evaluation, texts),
            values_table(indicator, texts),
        )
    yield _sheet(indicator, names, texts)


def _alt(indicator: Indicator, evaluation: Evaluation, texts: Texts) -> str:
    years = [value.year for value in in_order(indicator.values) if value.value is not None]
    said = f"{words_of(evaluation.outlook, texts)}. {verdict(indicator, evaluation, texts)}"
    pattern = texts.chart_alt if len(years) > 1 else texts.chart_alt_one
    return fill(
        pattern,
        titel=indicator.title,
        erster=years[0],
        letzter=years[-1],
        bewertung=said[0].upper() + said[1:],
    )


# ------------------------------------------------------------------------------------- the sheet


def _sheet(indicator: Indicator, names: Names, texts: Texts) -> Table:
    columns = (Column(texts.column_key, 24, header=True), Column(texts.column_entry, 76))
    rows = tuple(
        Row(((Text(label),), content))
        for label, content in _entries(indicator, names, texts)
        if content
    )
    return Table(fill(texts.sheet_caption, titel=indicator.title), columns, rows)


def _entries(
    indicator: Indicator, names: Names, texts: Texts
) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    yield texts.definition, _words(indicator.definition)
    yield texts.calculation, _words(indicator.calculation)
    yield texts.meaning, _words(indicator.meaning)
    yield texts.unit, _words(indicator.unit)
    yield texts.direction, _words(direction_words(indicator, texts))
    targets = (_target(indicator, one, texts) for one in targets_in_order(indicator))
    yield texts.targets, _lines(targets)
    yield texts.base, _words(str(indicator.base_year or ""))
    yield texts.things, _lines(names.link(one) for one in indicator.things if one in names)
    yield texts.sdgs, _words(", ".join(indicator.sdgs))
    yield texts.kind, _words(indicator.kind)
    yield texts.interval, _words(indicator.interval)
    yield texts.source, _source(indicator, texts)


def _words(text: str) -> tuple[Inline, ...]:
    return (Text(text),) if text else ()


def _lines(lines_of: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Each on a line of its own."""
    lines = [part for one in lines_of for part in (LineBreak(), *one)]
    return tuple(lines[1:])


def _target(indicator: Indicator, target: Target, texts: Texts) -> tuple[Inline, ...]:
    value = quantity(target.value, indicator.unit, texts)
    held = indicator.direction is Direction.HOLD
    words = fill(texts.target_since if held else texts.target_entry, wert=value, jahr=target.year)
    if target.decided:
        words = fill(texts.target_decided, zielwert=words, beschluss=target.decided)
    return (Text(words),)


def _source(indicator: Indicator, texts: Texts) -> tuple[Inline, ...]:
    source = indicator.source
    name = source.name or source.url
    linked: Inline = Link(source.url, (Text(name),)) if source.url else Text(name)
    as_of = fill(texts.source_as_of, stand=source.as_of) if source.as_of else ""
    parts = [(linked,)] * bool(name) + [(Text(as_of),)] * bool(as_of)
    return (*parts[0], Text(", "), *parts[1]) if len(parts) == 2 else sum(parts, ())
