"""The table of an indicator: year, value, target, and what has to be said about a value."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.document import Column, Row, Table, Text
from kommunal_nh.labels import fill
from kommunal_nh_indikatoren.data import Indicator, Value
from kommunal_nh_indikatoren.numbers import number
from kommunal_nh_indikatoren.series import in_order, is_all_examples, targets_in_order
from kommunal_nh_indikatoren.texts import Texts


def values_table(indicator: Indicator, texts: Texts) -> Table:
    """The values of an indicator as a table.

    Args:
        indicator: The indicator.

        texts: The words of the module.

    Returns:
        One row for each year that has a value or a target; columns that would be empty are left
        out.
    """
    unit, examples = indicator.unit, is_all_examples(indicator)
    rows = list(_rows(indicator, texts, marked=not examples))
    columns = [
        Column(texts.column_year, 14, header=True),
        Column(fill(texts.column_value, einheit=unit), 22, "end"),
        Column(fill(texts.column_target_value, einheit=unit), 22, "end"),
        Column(texts.column_note, 44),
    ]
    kept = [place for place in range(4) if place < 2 or any(row[place] for row in rows)]
    caption = texts.values_caption_examples if examples else texts.values_caption
    return Table(
        fill(caption, titel=indicator.title),
        tuple(columns[place] for place in kept),
        tuple(Row(tuple(_cell(row[place]) for place in kept)) for row in rows),
    )


def _cell(words: str) -> tuple[Text, ...]:
    return (Text(words),) if words else ()


def _rows(
    indicator: Indicator, texts: Texts, *, marked: bool
) -> Iterator[tuple[str, str, str, str]]:
    values = {value.year: value for value in in_order(indicator.values)}
    targets = {target.year: target for target in targets_in_order(indicator)}
    for year in sorted({*values, *targets}):
        value, target = values.get(year), targets.get(year)
        aim = number(target.value, texts) if target else ""
        yield str(year), _value(value, texts), aim, _note(value, texts, marked=marked)


def _value(value: Value | None, texts: Texts) -> str:
    if value is None:
        return ""
    return texts.missing if value.value is None else number(value.value, texts)


def _note(value: Value | None, texts: Texts, *, marked: bool) -> str:
    if value is None:
        return ""
    marks = [texts.example_note] * (marked and value.example) + [texts.break_note] * value.is_break
    return "; ".join([*marks, *filter(None, [value.note])])
