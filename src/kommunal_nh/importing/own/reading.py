"""From a manuscript that this library wrote to the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kommunal_nh.importing.own.chapters import chapter_of
from kommunal_nh.importing.own.days import Days
from kommunal_nh.importing.own.facts import is_strong
from kommunal_nh.importing.own.fixing import with_fixed_numbers
from kommunal_nh.importing.own.front import TitlePage, title_page
from kommunal_nh.importing.own.ids import with_ids
from kommunal_nh.importing.own.links import with_references, without_made_titles
from kommunal_nh.importing.own.projects import Projects
from kommunal_nh.importing.own.sections import FRAME, Part, sections_of
from kommunal_nh.importing.own.tables import archive_of, list_entries, withdrawn_of
from kommunal_nh.importing.own.themes import Themes
from kommunal_nh.importing.remarks import Remarks
from kommunal_nh.importing.results import Imported
from kommunal_nh.labels import fill
from kommunal_nh.manuscripts import Grid, Line, Manuscript
from kommunal_nh.model import Report
from kommunal_nh.profile import Profile


def own_report(manuscript: Manuscript, profile: Profile, as_of: date | None) -> Imported:
    """Read a report that this library wrote.

    Args:
        manuscript: What stands where; its anchors are ids.

        profile: The profile that the report was made with.

        as_of: The day that the report speaks of; what its title page says if left out.

    Returns:
        The report, and what was not recognised.
    """
    reading = _Reading(manuscript, profile)
    report = reading.report(as_of)
    return Imported(report, tuple(reading.remarks.findings), reading.all_left())


class _Reading:
    def __init__(self, manuscript: Manuscript, profile: Profile) -> None:
        self.profile, self.remarks = profile, Remarks(manuscript)
        self.left: list[tuple[int, str]] = []
        self._manuscript = manuscript
        self._days = Days(profile.labels)
        self._whole = sections_of(_without_legend(with_ids(manuscript.blocks), profile))
        self._frames = {one.anchor: one for one in self._tops() if one.is_frame}
        entries = list_entries(self._frame("projektlisten"), profile)
        self._projects = Projects(profile, manuscript.names, entries)
        self._themes = Themes(profile, self._projects, self.leave)

    def report(self, as_of: date | None) -> Report:
        page = self._front()
        chapters, themes = [], []
        for part in self._tops():
            if part.is_frame:
                continue
            if not part.anchor:
                self._unnamed(part, page)
            elif self._themes.is_theme(part):
                themes.append(self._themes.theme(part))
            else:
                chapters.append(chapter_of(part))
        fixed = with_fixed_numbers(themes, self._themes.printed, self.profile)
        ids = {theme.title: theme.id for theme in reversed(fixed)}
        labels = self.profile.labels
        for block in page.left:
            self.leave(Part(Line(0, ""), blocks=[block]))
        report = Report(
            page.title or "Report",
            page.publisher or "–",
            self._day(as_of or page.as_of),
            self.profile,
            previous_as_of=self._days.day(self._themes.previous),
            language=self._manuscript.language or "de-DE",
            chapters=tuple(chapters),
            themes=fixed,
            units=self._projects.units.names,
            municipalities=self._manuscript.names.get("municipality", {}),
            archive=tuple(archive_of(self._frame("archiv"), self._days, ids)),
            withdrawn=tuple(withdrawn_of(self._frame("entfallen"), self._days, labels.merged_into)),
            council=page.council,
        )
        return with_references(without_made_titles(report))

    def _tops(self) -> Sequence[Part]:
        """The sections below the title."""
        tops = self._whole.parts
        if tops and tops[0].level == 1 and not tops[0].anchor:
            return [*tops[0].parts, *tops[1:]]
        return tops

    def _frame(self, name: str) -> Part:
        return self._frames.get(f"{FRAME}{name}", Part(Line(0, "")))

    def _front(self) -> TitlePage:
        tops, labels = self._whole.parts, self.profile.labels
        first = tops[0] if tops and tops[0].level == 1 and not tops[0].anchor else None
        blocks = [*self._whole.blocks, *(first.blocks if first else ())]
        return title_page(first.head.words if first else "", blocks, labels)

    def _unnamed(self, part: Part, page: TitlePage) -> None:
        """A section without an anchor: the contents, another title page, or something new."""
        if part.head.words == self.profile.labels.contents:
            return
        if part.head.words == page.title:
            again = title_page(page.title, part.blocks, self.profile.labels)
            page.publisher = page.publisher or again.publisher
            page.as_of, page.council = page.as_of or again.as_of, page.council or again.council
            return
        self.leave(part)

    def leave(self, part: Part) -> None:
        for block in part.lines():
            if isinstance(block, Line):
                self.left.append((block.at, f"{block.marker} {block.words}".strip()))
            else:
                self.left += [(row.at, "\t".join(row.cells)) for row in block.rows]

    def all_left(self) -> tuple[tuple[tuple[int, ...], str], ...]:
        left = [((at,), words) for at, words in sorted(self.left) if words]
        return tuple(left)

    def _day(self, day: date | None) -> date:
        if day is None:
            self.remarks.hint(
                "no-date", 1, "Der Stand des Reports wurde nicht gefunden: bitte eintragen."
            )
        return day or date.today()  # noqa: DTZ011 - on the editor's own calendar


def _without_legend(blocks: Sequence[Line | Grid], profile: Profile) -> list[Line | Grid]:
    """Blocks without the legend: its title, and an item for each status."""
    title = fill(profile.labels.legend, projekte=profile.levels.project.several)
    count, kept, place = len(profile.statuses), [], 0
    while place < len(blocks):
        block, items = blocks[place], blocks[place + 1 : place + 1 + count]
        is_title = isinstance(block, Line) and is_strong(block) and block.words == title
        if is_title and len(items) == count and all(map(_is_item, items)):
            place += count
        else:
            kept.append(block)
        place += 1
    return kept


def _is_item(block: Line | Grid) -> bool:
    return isinstance(block, Line) and block.depth == 1 and bool(block.marker)
