"""The chapter: where the process stands, how it went, its phases, and who steers it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kommunal_nh import Report
from kommunal_nh.document import Block, Chart, Heading, List, Paragraph, Section, Strong, Text
from kommunal_nh.labels import fill
from kommunal_nh_prozess.course import current_phase, milestones_in_order, next_phase
from kommunal_nh_prozess.data import Milestone, Phase, ProcessData
from kommunal_nh_prozess.phases import phases_of
from kommunal_nh_prozess.tables import milestones_table, phases_table, steering_tables, words
from kommunal_nh_prozess.timeline import timeline

ANCHOR = "nh-prozess"


@attrs.frozen
class Chapter:
    """Makes the chapter of one report.

    Attributes:
        report: The report.
        data: The module's data.
    """

    report: Report
    data: ProcessData

    def section(self) -> Section:
        """The whole chapter.

        Returns:
            A section with one for each part.
        """
        texts = self.data.texts
        blocks: list[Block] = [Heading(1, "", words(texts.chapter))]
        if texts.introduction.strip():
            blocks.append(Paragraph(words(texts.introduction)))
        blocks.append(self._part("stand", texts.standing, self._standing()))
        blocks.append(self._part("verlauf", texts.course, self._course()))
        phases = iter((phases_table(self.data, self.report.profile.labels),))
        blocks.append(self._part("phasen", texts.phases, phases))
        if tables := tuple(steering_tables(self.data)):
            blocks.append(self._part("steuerung", texts.steering, iter(tables)))
        return Section("prozess", ANCHOR, tuple(blocks))

    def _part(self, name: str, title: str, blocks: Iterator[Block]) -> Section:
        return Section("prozess", f"{ANCHOR}-{name}", (Heading(2, "", words(title)), *blocks))

    def _standing(self) -> Iterator[Block]:
        texts, day = self.data.texts, self.report.profile.labels.date(self.report.as_of)
        phase = current_phase(self.data, self.report.as_of)
        if phase is None:
            yield Paragraph(words(fill(texts.unknown, stand=day)), role="empty")
            return
        yield Paragraph((Strong((Text(fill(texts.current, stand=day, phase=phase.title)),)),))
        if phase.text:
            yield Paragraph(words(phase.text))
        yield from self._next(next_phase(self.data, phase))

    def _next(self, phase: Phase) -> Iterator[Block]:
        texts = self.data.texts
        says = fill(texts.next_phase, phase=phase.title)
        if not phase.needs:
            yield Paragraph(words(says))
            return
        yield Paragraph(words(f"{says} {texts.needs}"), role="text")
        yield List(tuple((Paragraph(words(need)),) for need in phase.needs))

    def _course(self) -> Iterator[Block]:
        every = [one for _, one in milestones_in_order(self.data)]
        if not every:
            yield Paragraph(words(self.data.texts.no_course), role="empty")
            return
        table = milestones_table(self.data, self.report.profile.labels)
        known = {phase.id for phase in phases_of(self.data)}
        drawn = any(one.phase in known for one in every)
        spec = timeline(self.data, self.report.as_of) if drawn else {}
        yield Chart(spec, self._alt(every), table)

    def _alt(self, every: list[Milestone]) -> str:
        """What the figure shows, in words."""
        labels = self.report.profile.labels
        first, last = every[0], every[-1]
        return fill(
            self.data.texts.timeline,
            von=labels.partial_date(first.day),
            bis=labels.partial_date(last.day),
            anzahl=len(every),
            phasen=len({one.phase for one in every}),
            beschluesse=sum(one.is_resolution for one in every),
            erster=f"{labels.partial_date(first.day)} {first.title}",
            letzter=f"{labels.partial_date(last.day)} {last.title}",
        )
