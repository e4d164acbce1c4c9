"""The chapter: which criterion is covered by what, and the same the other way round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from kommunal_nh import Names, Numbering, Report
from kommunal_nh.document import (
    Block,
    Chip,
    ChipStyle,
    Column,
    Heading,
    Inline,
    LineBreak,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from kommunal_nh.labels import fill
from kommunal_nh_bnk.coverage import Coverage, State, coverage
from kommunal_nh_bnk.data import BnkData, Criterion

ANCHOR = "nh-bnk"
STYLES = (
    ChipStyle("bnk-abgedeckt", "#1b6e4a"),
    ChipStyle("bnk-erklaert", "#9cc7e8"),
    ChipStyle("bnk-offen", "#f2e2a8"),
)
"""How the states look: dark, middle and light, so that they differ in grey as well."""
_CRITERION, _STATE, _ANSWER = 34, 16, 50


class Chapter:
    """Makes the chapter of one report.

    Attributes:
        report: The report.
        data: The module's data.
        names: What the things of the report are called.
        coverage: What the report says on each criterion.
    """

    def __init__(self, report: Report, numbering: Numbering, data: BnkData) -> None:
        self.report = report
        self.data = data
        self.names = Names(report, numbering)
        self.coverage = coverage(report, data)

    def section(self) -> Section:
        """The whole chapter.

        Returns:
            A section with one for coverage and one for cross-references.
        """
        blocks: tuple[Block, ...] = (
            Heading(1, "", (Text(self.data.texts.chapter),)),
            *self._introduction(),
            Section("bnk", f"{ANCHOR}-kriterien", tuple(self._tables())),
            Section("bnk", f"{ANCHOR}-querverweise", tuple(self._references())),
        )
        return Section("bnk", ANCHOR, blocks)

    def _introduction(self) -> Iterator[Paragraph]:
        texts, day = self.data.texts, self.report.profile.labels.date(self.report.as_of)
        introduction = fill(texts.introduction, fassung=self.data.version, stand=day)
        counts = Counter(one.state for one in self.coverage)
        values = {state.value: counts[state] for state in State}
        for text in (introduction, fill(texts.sums, alle=len(self.coverage), **values)):
            if text.strip():
                yield Paragraph((Text(text),))

    def _tables(self) -> Iterator[Block]:
        texts = self.data.texts
        yield Heading(2, "", (Text(texts.coverage),))
        columns = (
            Column(texts.column_criterion, _CRITERION, header=True),
            Column(texts.column_state, _STATE),
            Column(texts.column_answer, _ANSWER),
        )
        for area, group in groupby(self.coverage, lambda one: one.criterion.area):
            caption = fill(texts.caption, bereich=area) if area else texts.caption_alone
            yield Table(caption, columns, tuple(self._row(one) for one in group))

    def _row(self, one: Coverage) -> Row:
        return Row(
            ((Text(self.named(one.criterion)),), (self._chip(one.state),), self._answer(one))
        )

    def _chip(self, state: State) -> Chip:
        texts = self.data.texts
        words = {
            State.COVERED: texts.covered,
            State.EXPLAINED: texts.explained,
            State.OPEN: texts.open,
        }
        return Chip(f"bnk-{state.value}", words[state])

    def _answer(self, one: Coverage) -> tuple[Inline, ...]:
        """Each place in a line of its own, then the explanation."""
        lines = [self.names.link(thing_id) for thing_id in one.covered_by]
        lines += [(Text(line),) for line in one.explanation.splitlines() if line.strip()]
        return tuple(inline for line in lines for inline in (LineBreak(), *line))[1:]

    def named(self, criterion: Criterion) -> str:
        """A criterion in words.

        Args:
            criterion: The criterion.

        Returns:
            Number and title.
        """
        text = self.data.texts.criterion
        return fill(text, nummer=criterion.number, titel=criterion.title)

    def by_thing(self) -> dict[str, list[Criterion]]:
        """The criteria that each thing covers.

        Returns:
            Criteria by id of the thing, in the order of the document.
        """
        things = [chapter.id for chapter in self.report.chapters]
        things += [thing.id for thing, _ in self.names.lineages()]
        found: dict[str, list[Criterion]] = {thing_id: [] for thing_id in things}
        for one in self.coverage:
            for thing_id in one.covered_by:
                found[thing_id].append(one.criterion)
        return {thing_id: criteria for thing_id, criteria in found.items() if criteria}

    def _references(self) -> Iterator[Block]:
        texts = self.data.texts
        yield Heading(2, "", (Text(texts.references),))
        if rows := tuple(self._reference(*item) for item in self.by_thing().items()):
            columns = (Column(texts.column_place, header=True), Column(texts.column_criteria))
            if texts.references_note.strip():
                yield Paragraph((Text(texts.references_note),))
            yield Table(texts.references_caption, columns, rows)
        else:
            yield Paragraph((Text(texts.no_references),), role="empty")

    def _reference(self, thing_id: str, criteria: list[Criterion]) -> Row:
        names = "; ".join(map(self.named, criteria))
        return Row((self.names.link(thing_id), (Text(names),)))
