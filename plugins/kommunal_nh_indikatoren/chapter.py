"""The chapter: all indicators in a table, one section for each, and how they are evaluated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kommunal_nh import Names, Numbering, Report
from kommunal_nh.document import (
    Block,
    Column,
    Heading,
    Paragraph,
    Reference,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from kommunal_nh.labels import fill
from kommunal_nh_indikatoren.data import Indicator, Indicators
from kommunal_nh_indikatoren.explaining import explanation
from kommunal_nh_indikatoren.looks import chip_of, words_of
from kommunal_nh_indikatoren.numbers import quantity
from kommunal_nh_indikatoren.placing import KEY
from kommunal_nh_indikatoren.rule import Evaluation, Outlook, evaluate
from kommunal_nh_indikatoren.sections import anchor_of, section_of
from kommunal_nh_indikatoren.series import current_target, is_all_examples, latest
from kommunal_nh_indikatoren.texts import Texts
from kommunal_nh_indikatoren.verdicts import direction_words, target_words


def chapter(report: Report, numbering: Numbering, data: Indicators) -> Section:
    """Make the chapter.

    Args:
        report: The public part of the report.

        numbering: Its numbers.

        data: What is public of the data.

    Returns:
        One section with a heading of level 1.
    """
    return Section("module", f"nh-{KEY}", tuple(_blocks(report, numbering, data)))


def _blocks(report: Report, numbering: Numbering, data: Indicators) -> Iterator[Block]:
    texts, names = data.texts, Names(report, numbering)
    yield Heading(1, "", (Text(texts.heading),))
    if not data.indicators:
        yield Paragraph((Text(texts.nothing),), role="empty")
        return
    order = {thing.id: place for place, (thing, _) in enumerate(names.lineages())}
    indicators = sorted(data.indicators, key=lambda one: _place(one, order))
    judged = [(one, evaluate(one)) for one in indicators]
    yield _paragraph(f"{texts.intro} {_counts(judged, texts)}")
    yield from _examples(indicators, texts)
    yield _overview(judged, texts)
    for indicator, evaluation in judged:
        yield section_of(indicator, evaluation, names, texts)
    yield Section("module", f"nh-{KEY}-regel", tuple(explanation(texts)))


def _place(indicator: Indicator, order: dict[str, int]) -> int:
    """Indicators stand in the order of what they belong to."""
    return min((order.get(thing, len(order)) for thing in indicator.things), default=len(order))


def _paragraph(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def _counts(judged: Sequence[tuple[Indicator, Evaluation]], texts: Texts) -> str:
    counted = Counter(evaluation.outlook for _, evaluation in judged)
    said = [
        fill(texts.intro_count, anzahl=counted[outlook], bewertung=words_of(outlook, texts))
        for outlook in Outlook
        if counted[outlook]
    ]
    return fill(texts.intro_counts, angaben=_joined(said, texts))


def _joined(words: Sequence[str], texts: Texts) -> str:
    *most, last = words
    return f"{', '.join(most)} {texts.and_word} {last}" if most else last


def _examples(indicators: Sequence[Indicator], texts: Texts) -> Iterator[Paragraph]:
    made_up = [one.title for one in indicators if any(value.example for value in one.values)]
    if made_up:
        names = _joined([f"„{title}“" for title in made_up], texts)
        some = fill(texts.examples, indikatoren=names)
        words = texts.all_examples if all(map(is_all_examples, indicators)) else some
        yield Paragraph((Strong((Text(words),)),))


# -------------------------------------------------------------------------------------- overview


def _overview(judged: Sequence[tuple[Indicator, Evaluation]], texts: Texts) -> Table:
    columns = (
        Column(texts.column_indicator, 40, header=True),
        Column(texts.column_latest, 22),
        Column(texts.column_target, 22),
        Column(texts.column_outlook, 22),
    )
    rows = tuple(_overview_row(indicator, evaluation, texts) for indicator, evaluation in judged)
    return Table(texts.overview_caption, columns, rows)


def _overview_row(indicator: Indicator, evaluation: Evaluation, texts: Texts) -> Row:
    title = Reference(anchor_of(indicator), (Text(indicator.title),))
    value, target = latest_words(indicator, texts), _target_words(indicator, texts)
    chip = chip_of(evaluation.outlook, texts)
    return Row(((title,), (Text(value),), (Text(target),), (chip,)))


def latest_words(indicator: Indicator, texts: Texts) -> str:
    """The latest value with its year.

    Args:
        indicator: The indicator.

        texts: The words of the module.

    Returns:
        Such as `12,5 % (2022)`.
    """
    last = latest(indicator)
    if last is None or last.value is None:
        return texts.no_value
    value = quantity(last.value, indicator.unit, texts)
    return fill(texts.with_year, wert=value, jahr=last.year)


def _target_words(indicator: Indicator, texts: Texts) -> str:
    last = latest(indicator)
    target = current_target(indicator, last.year if last else 0)
    if target is None:
        return fill(texts.no_target, richtung=direction_words(indicator, texts))
    return target_words(indicator, target, texts)
