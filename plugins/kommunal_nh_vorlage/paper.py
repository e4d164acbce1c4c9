"""The paper as blocks of the document tree: what is said, and in which order, without Word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from kommunal_nh import Numbering, Report
from kommunal_nh.document import Block, Column, Heading, Inline, List, Paragraph, Row, Table, Text
from kommunal_nh.labels import fill
from kommunal_nh_vorlage.data import Funding, PaperData, Station
from kommunal_nh_vorlage.facts import Facts, facts_of
from kommunal_nh_vorlage.passages import passages
from kommunal_nh_vorlage.tables import change_tables, figure_tables
from kommunal_nh_vorlage.templates import render


def words(text: str) -> tuple[Inline, ...]:
    """Text as the content of a cell or paragraph.

    Args:
        text: The text.

    Returns:
        One inline, or nothing for no text.
    """
    return (Text(text),) if text else ()


@attrs.frozen
class Paper:
    """Makes the paper of one report.

    Attributes:
        report: The public part of the report.
        data: The module's data.
        facts: What templates can speak of.
    """

    report: Report
    data: PaperData
    facts: Facts

    @classmethod
    def of(cls, report: Report, numbering: Numbering, data: PaperData) -> Paper:
        """Prepare the paper.

        Args:
            report: The public part of the report.

            numbering: Its numbers.

            data: The module's data.

        Returns:
            The paper.
        """
        return cls(report, data, facts_of(report, numbering, data))

    @property
    def title(self) -> str:
        """What the paper is called."""
        texts, number = self.data.texts, self.facts["nummer"]
        return fill(texts.paper, nummer=number) if number else texts.paper_alone

    @property
    def subject(self) -> str:
        """What it is about, on one line."""
        return " ".join(render(self.data.texts.subject, self.facts).split())

    def blocks(self) -> Iterator[Block]:
        """All that stands below the title.

        Yields:
            Headings, paragraphs, lists and tables.

        Raises:
            BadTemplate: A template can not be used.
        """
        texts = self.data.texts
        yield self._facts()
        yield Heading(1, "", words(texts.stations))
        yield self._stations()
        yield Heading(1, "", words(texts.finances))
        yield from self._finances()
        yield from self._passage(texts.heading_resolution, texts.resolution)
        yield from self._passage(texts.heading_summary, texts.summary)
        yield from self._passage(texts.heading_account, texts.account)
        yield Heading(2, "", words(texts.figures))
        yield from figure_tables(texts, self.facts)
        yield from change_tables(texts, self.facts)
        if self.data.attachments:
            yield Heading(1, "", words(texts.attachments))
            yield List(tuple((Paragraph(words(one)),) for one in self.data.attachments))

    def _facts(self) -> Table:
        texts, data = self.data.texts, self.data
        entries = (
            (texts.name_subject, self.subject),
            (texts.name_kind, data.kind),
            (texts.name_status, texts.public if data.is_public else texts.closed),
            (texts.name_lead, data.lead),
            (texts.name_signed, data.signed),
            (texts.name_as_of, self.facts["stand"]),
        )
        columns = (Column(texts.column_fact, 28, header=True), Column(texts.column_value, 72))
        rows = tuple(Row((words(name), words(value))) for name, value in entries if value)
        return Table(texts.facts, columns, rows)

    def _stations(self) -> Block:
        texts, stations = self.data.texts, self._all_stations()
        if not stations:
            return Paragraph(words(texts.no_stations))
        has_results = any(one.result for one in stations)
        columns = [
            Column(texts.column_body, 42, header=True),
            Column(texts.column_day, 18),
            Column(texts.column_kind, 22),
            Column(texts.column_status, 18),
        ]
        columns += [Column(texts.column_result, 24)] if has_results else []
        rows = tuple(self._station(one, len(columns)) for one in stations)
        return Table(texts.stations_caption, tuple(columns), rows)

    def _all_stations(self) -> Sequence[Station]:
        council = self.report.council
        if self.data.stations or council is None or not council.body:
            return self.data.stations
        return (Station(council.body, council.date),)

    def _station(self, one: Station, columns: int) -> Row:
        texts = self.data.texts
        day = self.report.profile.labels.date(one.day) if one.day else ""
        status = texts.public if one.is_public else texts.closed
        return Row(tuple(map(words, (one.body, day, one.kind, status, one.result)))[:columns])

    def _finances(self) -> Iterator[Block]:
        texts, finances = self.data.texts, self.data.finances
        amount = finances.amount or texts.amount_unknown
        yield Paragraph(words(fill(texts.amount, hoehe=amount)))
        if self.data.product:
            yield Paragraph(words(fill(texts.product, produkt=self.data.product)))
        for funding, sentence in (
            (Funding.PLANNED, texts.planned),
            (Funding.PARTLY, fill(texts.partly, deckung=finances.cover or "…")),
            (Funding.UNPLANNED, texts.unplanned),
        ):
            box = texts.ticked if finances.funding is funding else texts.box
            yield Paragraph(words(f"{box}\t{sentence}"), role="label")
        if finances.remark:
            yield Paragraph(words(fill(texts.remark, erlaeuterung=finances.remark)))

    def _passage(self, heading: str, template: str) -> Iterator[Block]:
        blocks = passages(render(template, self.facts))
        if blocks:
            yield Heading(1, "", words(heading))
            yield from blocks
