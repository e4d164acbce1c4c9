"""How indicators are evaluated, for readers: the rule, its source, what the evaluations mean."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.document import Block, Column, Heading, Link, Paragraph, Row, Table, Text
from kommunal_nh_indikatoren.looks import chip_of
from kommunal_nh_indikatoren.rule import SOURCE, Outlook
from kommunal_nh_indikatoren.texts import Texts


def explanation(texts: Texts) -> Iterator[Block]:
    """Say how indicators are evaluated.

    Args:
        texts: The words of the module.

    Yields:
        A heading of level 2, the rule with its source, and what the evaluations mean.
    """
    yield Heading(2, "", (Text(texts.rule_heading),))
    yield Paragraph((Text(texts.rule),))
    link = Link(SOURCE, (Text(texts.rule_link),))
    yield Paragraph((Text(f"{texts.rule_source} "), link, Text(".")))
    columns = (
        Column(texts.column_outlook, 22, header=True),
        Column(texts.column_ahead, 30),
        Column(texts.column_in_force, 28),
        Column(texts.column_direction, 26),
    )
    yield Table(texts.rule_caption, columns, tuple(_rule_rows(texts)))
    yield Paragraph((chip_of(Outlook.UNKNOWN, texts), Text(f" {texts.unknown_meaning}")))


def _rule_rows(texts: Texts) -> Iterator[Row]:
    said = {
        Outlook.SUN: (texts.sun_ahead, texts.sun_in_force, texts.sun_direction),
        Outlook.SUN_AND_CLOUD: (
            texts.sun_and_cloud_ahead,
            texts.sun_and_cloud_in_force,
            texts.sun_and_cloud_direction,
        ),
        Outlook.CLOUD: (texts.cloud_ahead, texts.cloud_in_force, texts.cloud_direction),
        Outlook.STORM: (texts.storm_ahead, texts.storm_in_force, texts.storm_direction),
    }
    for outlook, words in said.items():
        yield Row(((chip_of(outlook, texts),), *((Text(one),) for one in words)))
