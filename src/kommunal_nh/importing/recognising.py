"""From a manuscript to a report, what contradicts itself in it, and what was not recognised."""

from __future__ import annotations

from datetime import date

from kommunal_nh.errors import NumberingError
from kommunal_nh.importing.contents import leave_contents
from kommunal_nh.importing.contradictions import check_counts, check_names, check_sections
from kommunal_nh.importing.drafts import Draft
from kommunal_nh.importing.finishing import Finishing, give_ids
from kommunal_nh.importing.front import Front
from kommunal_nh.importing.furniture import without_furniture
from kommunal_nh.importing.joining import joined
from kommunal_nh.importing.lists import give_statuses, use_lists
from kommunal_nh.importing.naming import Names
from kommunal_nh.importing.outline import outline_of
from kommunal_nh.importing.own import own_report
from kommunal_nh.importing.own.links import with_references
from kommunal_nh.importing.references import References
from kommunal_nh.importing.remarks import Remarks
from kommunal_nh.importing.results import Imported
from kommunal_nh.importing.sequences import check_sequences
from kommunal_nh.importing.signs import Kind, sign_of
from kommunal_nh.importing.themes import spell_themes, use_overview
from kommunal_nh.importing.units import Units
from kommunal_nh.importing.wording import Wording
from kommunal_nh.manuscripts import Grid, Line, Manuscript
from kommunal_nh.model import Report
from kommunal_nh.profile import Profile


def recognised(manuscript: Manuscript, profile: Profile, as_of: date | None = None) -> Imported:
    """Find the report in a manuscript.

    Args:
        manuscript: What stands where.

        profile: The words and number patterns to look for.

        as_of: The day that the report speaks of; what the title page says if left out.

    Returns:
        The report, with findings and everything that was not recognised.
    """
    if manuscript.is_own:
        return own_report(manuscript, profile, as_of)
    wording, remarks = Wording(profile), Remarks(manuscript)
    draft = _draft(manuscript, wording)
    spell_themes(draft)
    use_overview(draft)
    give_statuses(draft, wording)
    units, names = Units(), Names()
    use_lists(draft, wording, units, remarks)
    give_ids(draft, names)
    _check(draft, wording, units, remarks)
    front = Front(draft, wording)
    finishing = Finishing(draft, profile, References(draft, wording, remarks), names, units)
    report = _linked(finishing.report(front, _day(as_of, front, remarks)))
    leave_contents(draft, wording)
    _check_rest(draft, front, remarks)
    findings = sorted(remarks.findings, key=lambda finding: finding.line)
    return Imported(report, tuple(findings), draft.all_left())


def _linked(report: Report) -> Report:
    """A report whose links within the source lead to ids, or are words."""
    try:
        return with_references(report)
    except NumberingError:  # said by `check`
        return report


def _draft(manuscript: Manuscript, wording: Wording) -> Draft:
    told = [block for block in manuscript.blocks if isinstance(block, Grid) or not block.aside]
    kept, taken, page_ends = without_furniture(told, wording)

    def is_text(line: Line) -> bool:
        return sign_of(line, wording).kind is Kind.TEXT

    blocks = joined(kept, page_ends, is_text)
    signed = [
        (block, sign_of(block, wording) if isinstance(block, Line) else None) for block in blocks
    ]
    draft = outline_of(signed, wording)
    for block in manuscript.blocks:
        if isinstance(block, Line) and block.aside:
            draft.leave(block.at, block.words)
    for lines in taken:
        draft.leave(lines[0].at, "\n".join(line.words for line in lines))
    return draft


def _check(draft: Draft, wording: Wording, units: Units, remarks: Remarks) -> None:
    check_sequences(draft, wording, remarks)
    check_sections(draft, wording, remarks)
    check_names(draft, wording, remarks)
    check_counts(draft, remarks)
    units.check(remarks)


def _day(as_of: date | None, front: Front, remarks: Remarks) -> date:
    if day := as_of or front.as_of:
        return day
    remarks.hint("no-date", 1, "Der Stand des Reports wurde nicht gefunden: bitte eintragen.")
    return date.today()  # noqa: DTZ011 - on the editor's own calendar


def _check_rest(draft: Draft, front: Front, remarks: Remarks) -> None:
    if not front.publisher:
        remarks.hint("no-publisher", 1, "Der Herausgeber wurde nicht gefunden: bitte eintragen.")
    if left := draft.all_left():
        (at, *_), _ = left[0]
        what = "Eine Stelle wurde" if len(left) == 1 else f"{len(left)} Stellen wurden"
        remarks.hint("not-recognised", at, f"{what} nicht zugeordnet, siehe unzugeordnet.md.")
