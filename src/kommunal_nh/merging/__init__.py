"""Merging: what the departments answered comes back into the data folder.

    files       which format a file has · answers: what it says · units: who it came from
    candidates  what an answer wants to change · judging: which wishes come true
    ideas       new projects · wording: what people wrote, as Markdown
    present     what is at a place now · applying: the report afterwards
    states      how far each unit is · protocol: the file with the conflicts
    outcome     what it all came to

Nothing is overwritten that was changed meanwhile, nothing is dropped that somebody wrote, and the
order of the files makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import attrs

from kommunal_nh.commits import changing
from kommunal_nh.errors import UsageError
from kommunal_nh.loading.files import folder_of
from kommunal_nh.merging.answers import Answer, Answers, Remark
from kommunal_nh.merging.applying import applied, without_errors
from kommunal_nh.merging.candidates import candidates
from kommunal_nh.merging.files import read_all
from kommunal_nh.merging.ideas import Ideas
from kommunal_nh.merging.judging import judged
from kommunal_nh.merging.outcome import Conflict, Merge, Version
from kommunal_nh.merging.present import Present
from kommunal_nh.merging.protocol import conflict_name, conflict_text
from kommunal_nh.merging.states import due_day, states
from kommunal_nh.merging.units import units_of
from kommunal_nh.model import Report
from kommunal_nh.reading import demand_folder, load
from kommunal_nh.saving import planned

__all__ = ["Merge", "merge"]


def merge(
    folder: str | Path,
    files: Sequence[str | Path],
    *,
    dry_run: bool = False,
    today: date | None = None,
) -> Merge:
    """Take over what units answered, all of it at once or nothing.

    Merging the same files again changes nothing. What contradicts itself, or the data, is written
    into `konflikte-<date>.md` in the data folder, in full; there the data stays as it is.

    Args:
        folder: The data folder.

        files: The files that came back, in any order, whatever they are called now.

        dry_run: Only say what would happen.

        today: The day of the merge, which decides what is overdue; that of the clock if left out.

    Returns:
        What was taken over, what was not, and how far each unit is.

    Raises:
        DataError: The data has errors; nothing was changed.
        UsageError: A file can not be read, somebody else is changing the folder, or it can not be
            written; nothing was changed.
    """
    folder = folder_of(folder)
    demand_folder(folder)
    if not files:
        raise UsageError("Es ist keine Datei angegeben, die zurückkam.")
    answers = read_all(files)
    day = today or date.today()  # noqa: DTZ011 - on the editor's own calendar
    if dry_run:
        return merged(load(folder), answers, day)
    with changing(folder) as commit:
        report = load(folder)
        done = merged(report, answers, day)
        contents = _contents(folder, report, done)
        protocol = _protocol(folder, done, day)
        new = {name: text for name, (text, is_there) in protocol.items() if not is_there}
        if contents or new:
            commit({**contents, **new})
    written = tuple(folder / name for name in (*contents, *new))
    place = next((folder / name for name in protocol), None)
    return attrs.evolve(done, files=written, conflict_file=place)


def _contents(folder: Path, report: Report, done: Merge) -> Mapping[str, bytes | None]:
    return {} if done.report == report else planned(done.report, folder, report).changes


def _protocol(folder: Path, done: Merge, day: date) -> dict[str, tuple[bytes, bool]]:
    """The file with the conflicts, and whether it is there already; nothing without conflicts."""
    if not done.conflicts:
        return {}
    text = conflict_text(done.report, done.conflicts, day)
    name, is_there = conflict_name(folder, text, day)
    return {name: (text, is_there)}


def merged(report: Report, answers: Sequence[Answers], today: date) -> Merge:
    """Merge answers into a report.

    Args:
        report: The report, without errors.

        answers: What came back.

        today: Decides what is overdue.

    Returns:
        What it came to; no file is written.
    """
    present, units = Present.of(report), units_of(report, answers)
    answers = [attrs.evolve(one, unit=units[one.unit]) for one in answers]
    wishes = [
        wish
        for one in answers
        for answer in one.answers
        if answer.key in one.asked
        for wish in candidates(one, answer)
    ]
    changes, conflicts = judged(present, wishes)
    ideas, doubtful = Ideas(report).taken(answers)
    changes, ideas, refused = without_errors(present, changes, ideas)
    conflicts += [*doubtful, *refused, *_remarks(present, answers)]
    return Merge(
        applied(report, changes, ideas), tuple(changes), tuple(ideas), tuple(conflicts),
        tuple(states(report, answers, today)), due_day(answers),
    )  # fmt: skip


def _remarks(present: Present, answers: Sequence[Answers]) -> Iterator[Conflict]:
    for one in answers:
        for remark in sorted(one.remarks, key=lambda remark: (remark.place, remark.said)):
            yield _as_conflict(present, one, remark)
        for answer in one.answers:
            if answer.key not in one.asked:
                yield _as_conflict(present, one, _by_hand(answer))


def _by_hand(answer: Answer) -> Remark:
    said = f"{answer.key}: {answer!r}"
    return Remark(answer.place, "Diese Antwort gehört zu keiner gestellten Frage.", said)


def _as_conflict(present: Present, answers: Answers, remark: Remark) -> Conflict:
    version = Version(answers.unit, answers.source, remark.place, remark.said)
    title = present.title(remark.key) if remark.key else f"Aus der Datei {answers.source}"
    message = f"{remark.message} Bitte selbst eintragen, was davon gebraucht wird."
    key = remark.key if remark.key in present.prints else ""
    return Conflict(key, title, "nicht zugeordnet", message, "", (version,))
