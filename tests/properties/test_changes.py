"""The properties of comparisons: each change is reported as what it is, and nothing else is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.comparing.cases import edition
from tests.comparing.rendering import rendered

from costs import dear
from edits import Edit, around, edited, edits, everywhere, replaced
from kommunal_nh import (
    ArchiveEntry,
    Changes,
    Document,
    Goal,
    Project,
    Report,
    Theme,
    Withdrawn,
    assemble,
    change_report,
    compare,
    public_view,
)
from kommunal_nh.comparing import Change, Kind, to_json
from kommunal_nh.comparing.contexts import NUMBER, SHORT_TITLE, TITLE
from kommunal_nh.document import Deleted, Inserted, Paragraph, Reference, Section, Table
from kommunal_nh.model import Edition
from kommunal_nh.testing import profiles, reports
from kommunal_nh.testing.profile import PARTS
from kommunal_nh.walks import all_goals, all_projects
from trees import blocks, find, heading, sections, strings, words

whole_profiles = profiles().map(lambda profile: attrs.evolve(profile, parts=PARTS))
whole_reports = reports(whole_profiles, references=False)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Edition, Edition]:
    """An edition, and the next one after some edits of the structure."""
    report = draw(whole_reports)
    return edition(report), edition(edited(report, draw(edits())))


def parents_of(report: Report) -> dict[str, str]:
    """The id of the goal or theme that each goal and project stands in, by id."""
    found: dict[str, str] = {}
    for theme in report.themes:
        for parent in (theme, *all_goals(theme)):
            found.update((inner.id, parent.id) for inner in (*parent.goals, *parent.projects))
    return found


def ids_of(report: Report) -> dict[Kind, set[str]]:
    """The ids of all things of a report by kind."""
    return {
        Kind.CHAPTER: {chapter.id for chapter in report.chapters},
        Kind.THEME: {theme.id for theme in report.themes},
        Kind.GOAL: {goal.id for theme in report.themes for goal in all_goals(theme)},
        Kind.PROJECT: {project.id for project in all_projects(report)},
    }


def statuses_of(report: Report) -> dict[str, str]:
    """The status of each project by id."""
    return {project.id: project.status for project in all_projects(report)}


def reported(changes: Changes, flag: str) -> set[tuple[Kind, str]]:
    """Kind and id of all things of which something is said."""
    return {(change.kind, change.id) for change in changes.things if getattr(change, flag)}


def pairs(found: dict[Kind, set[str]]) -> set[tuple[Kind, str]]:
    """Kind and id of things."""
    return {(kind, name) for kind, names in found.items() for name in names}


def in_both(old: Edition, new: Edition) -> set[tuple[Kind, str]]:
    """Kind and id of what both editions have."""
    return pairs(ids_of(old.report)) & pairs(ids_of(new.report))


# ---------------------------------------------------------------------------- what is reported


@given(reports())
def test_an_edition_is_like_itself(report: Report) -> None:
    """Comparing an edition with itself finds nothing, and the change report says so."""
    one, again = edition(report), edition(attrs.evolve(report, title=report.title))
    changes = compare(one, again)

    assert not changes
    assert changes.things == ()
    assert find(change_report(changes), Deleted) == []


@given(histories())
def test_what_is_new_and_gone(history: tuple[Edition, Edition]) -> None:
    """New and gone are exactly the ids that one edition has and the other has not."""
    old, new = history
    before, after = pairs(ids_of(old.report)), pairs(ids_of(new.report))
    changes = compare(old, new)

    assert reported(changes, "is_new") == after - before
    assert reported(changes, "is_gone") == before - after
    assert changes.new_projects == len({name for kind, name in after - before if kind is PROJECT})
    assert changes.gone_projects == len({name for kind, name in before - after if kind is PROJECT})


PROJECT = Kind.PROJECT


@dear
@given(histories())
def test_moves_are_moves(history: tuple[Edition, Edition]) -> None:
    """Moved is exactly what stands in another goal or theme; it is neither new nor gone."""
    old, new = history
    before, after = parents_of(old.report), parents_of(new.report)
    expected = {
        (kind, name) for kind, name in in_both(old, new) if before.get(name) != after.get(name)
    }

    assert reported(compare(old, new), "is_moved") == expected


@given(histories())
def test_status_changes(history: tuple[Edition, Edition]) -> None:
    """Another status is reported for exactly the projects that have one, from and to."""
    old, new = history
    before, after = statuses_of(old.report), statuses_of(new.report)
    expected = {
        name: (before[name], after[name])
        for name in before.keys() & after.keys()
        if before[name] != after[name]
    }
    found = {
        change.id: (change.old.mark.status, change.new.mark.status)
        for change in compare(old, new).things
        if change.has_new_status and change.old and change.new
        and change.old.mark and change.new.mark
    }  # fmt: skip

    assert found == expected


@given(histories())
def test_renumbered_only(history: tuple[Edition, Edition]) -> None:
    """Only renumbered is what has another printed number, the same place and the same status."""
    old, new = history
    before, after = parents_of(old.report), parents_of(new.report)
    was, now = statuses_of(old.report), statuses_of(new.report)
    expected = {
        (kind, name)
        for kind, name in in_both(old, new)
        if number_of(old, kind, name) != number_of(new, kind, name)
        and (before.get(name), was.get(name)) == (after.get(name), now.get(name))
    }

    assert reported(compare(old, new), "is_only_renumbered") == expected


def number_of(one: Edition, kind: Kind, name: str) -> str:
    """The number as a reader sees it; that of its goal before it where it starts again there."""
    number = one.numbers.get(name, "")
    pattern = one.report.profile.numbering.project
    local = not any(part in pattern for part in ("{thema", "{ziel", "{status", "Nr."))
    if kind is PROJECT and local:
        return f"{one.numbers[parents_of(one.report)[name]]} {number}"
    return number


@given(histories())
def test_structure_is_no_text(history: tuple[Edition, Edition]) -> None:
    """Moving, adding, removing and turning change no text and no fact of what stays."""
    assert reported(compare(*history), "has_new_texts") == set()


@given(histories())
def test_the_way_back(history: tuple[Edition, Edition]) -> None:
    """What is new on the way there is gone on the way back; all else is the same."""
    there, back = compare(*history), compare(*reversed(history))

    assert reported(there, "is_new") == reported(back, "is_gone")
    for flag in ("is_moved", "has_new_status", "has_new_number", "is_only_renumbered"):
        assert reported(there, flag) == reported(back, flag)


@given(histories())
def test_counts_add_up(history: tuple[Edition, Edition]) -> None:
    """Before and after differ by new and gone; each changed project is counted once."""
    old, new = history
    changes = compare(old, new)
    before, after = (len(ids_of(one.report)[PROJECT]) for one in history)

    assert after - before == changes.new_projects - changes.gone_projects
    assert len(changes.projects) == (
        changes.new_projects + changes.gone_projects
        + changes.changed_projects + changes.renumbered_projects
    )  # fmt: skip


# -------------------------------------------------------------------------------------- texts

TEXTS = {
    "title": {"title": "Ein anderer Name"},
    "description": {"description": "Ganz andere Worte."},
    "progress": {"progress": "Neuer Sachstand.\n\n- mit Liste"},
    "period": {"start": None, "end": None},
    "sdgs": {"sdgs": (1, 2, 3, 4, 5)},
    "frameworks": {"frameworks": {"NEU": ("1",)}},
}


@given(whole_reports.map(public_view), st.integers(0, 50), st.sampled_from(list(TEXTS)))
def test_a_changed_text_is_reported_by_its_key(report: Report, what: int, key: str) -> None:
    """If one field of a project says something else, exactly that text of it changed."""
    projects = list(all_projects(report))
    if not projects:
        return
    chosen = around(projects, what)
    changed = attrs.evolve(chosen, **TEXTS[key])  # type: ignore[arg-type]
    changes = compare(edition(report), edition(replaced(report, chosen, lambda _: changed)))
    if key == "period" and not (chosen.start or chosen.end):
        assert not changes
        return

    assert [(change.id, change.texts[0].key) for change in changes.things] == [(chosen.id, key)]
    assert [len(change.texts) for change in changes.things] == [1]


@given(reports(whole_profiles))
def test_other_spaces_in_the_source_change_nothing(report: Report) -> None:
    """Empty lines around texts are not what readers see."""

    def spaced(project: Project) -> Project:
        return attrs.evolve(project, description=f"\n\n{project.description.rstrip()}\n\n")

    def visited(parent: Theme | Goal) -> Theme | Goal:
        return attrs.evolve(parent, projects=tuple(map(spaced, parent.projects)))

    assert not compare(edition(report), edition(everywhere(report, visited)))


@given(reports(whole_profiles), st.integers(0, 20), st.integers(0, 20))
def test_numbers_in_references_are_no_text(report: Report, what: int, where: int) -> None:
    """When goals and projects change places, references print other numbers; no text changed."""
    turned = edited(report, [Edit("turn_goals", what, where), Edit("turn_projects", what, where)])

    assert reported(compare(edition(report), edition(turned)), "has_new_texts") == set()


# ------------------------------------------------------------------------------------- endings


@given(whole_reports, st.integers(0, 50), st.booleans(), st.booleans())
def test_projects_end_as_the_report_says(
    report: Report, what: int, archived: bool, by_id: bool
) -> None:
    """A project that is gone is archived or withdrawn if a new row names it by id or title."""
    report = attrs.evolve(public_view(report), archive=(), withdrawn=())
    projects = list(all_projects(report))
    if not projects:
        return
    gone = around(projects, what)
    name = gone.id if by_id else ""
    later = replaced(report, gone, lambda _: None)
    if archived:
        row = ArchiveEntry("egal", gone.title, report.as_of, id=name)
        later = attrs.evolve(later, archive=(row,))
    else:
        later = attrs.evolve(later, withdrawn=(Withdrawn(gone.title, "Darum.", id=name),))
    changes = compare(edition(report), edition(later))

    assert reported(changes, "is_archived") == ({(PROJECT, gone.id)} if archived else set())
    assert reported(changes, "is_withdrawn") == (set() if archived else {(PROJECT, gone.id)})
    assert reported(changes, "is_missing") == set()
    assert changes.entries == ()


@given(whole_reports, whole_reports)
def test_no_row_gets_lost(old: Report, new: Report) -> None:
    """Each row that is not in the older edition is an ending, an entry or a correction."""
    changes = compare(edition(old), edition(new))
    known = {(row.project, getattr(row, "number", "")) for row in old.archive}
    ended = [change.ending for change in changes.things if change.ending]
    told = [row.project for row in (*ended, *changes.entries)]
    told += [words(line.content) for text in changes.texts for line in text.new]
    for row in new.archive:
        assert (row.project, row.number) in known or any(row.project in text for text in told)


# --------------------------------------------------------------------------- the change report


@dear
@given(st.one_of(histories(), st.tuples(reports().map(edition), reports().map(edition))))
def test_change_reports_are_well_formed(history: tuple[Edition, Edition]) -> None:
    """Whatever is compared, the document has unique anchors, a sane outline and whole rows."""
    document = change_report(compare(*history))
    anchors = Counter(section.anchor for section in sections(document))

    assert [name for name, times in anchors.items() if times > 1] == []
    assert {reference.anchor for reference in find(document, Reference)} <= anchors.keys()
    assert all(name.startswith("nh-") for name in anchors)
    assert_levels(document, 1)
    for table in blocks(document):
        if isinstance(table, Table):
            assert table.caption.strip()
            assert all(len(row.cells) == len(table.columns) for row in table.rows)
    assert not any(sign in text for text in strings(document)
                   for sign in (NUMBER, TITLE, SHORT_TITLE))  # fmt: skip


def assert_levels(parent: Document | Section, level: int) -> None:
    """Headings go down one level at a time."""
    for block in parent.blocks:
        if isinstance(block, Section):
            assert heading(block).level == level
            assert_levels(block, level + 1)


@given(histories())
def test_change_reports_name_every_change(history: tuple[Edition, Edition]) -> None:
    """Number and title of every project that changed are in the change report."""
    changes = compare(*history)
    text = rendered(change_report(changes))

    for change in changes.projects:
        assert change.latest.title in text
        assert change.latest.number in text


@given(histories())
def test_change_reports_do_not_end_with_something_deleted(history: tuple[Edition, Edition]) -> None:
    """The last block is a paragraph without marks: Word can not take away a last paragraph."""
    *_, last = blocks(change_report(compare(*history)))

    assert isinstance(last, Paragraph | Table)
    assert find(last, Deleted) == find(last, Inserted) == []


@given(histories())
def test_data_tells_the_same(history: tuple[Edition, Edition]) -> None:
    """The data for programs has all things that changed, and the counts."""
    changes = compare(*history)
    data = json.loads(to_json(changes))

    assert [(one["kind"], one["id"]) for one in data["things"]] == [
        (change.kind.value, change.id) for change in changes.things
    ]
    assert data["counts"]["new"] == changes.new_projects
    assert sum(one["moved"] for one in data["things"]) == sum(
        change.is_moved for change in changes.things
    )


# --------------------------------------------------------------------- in the report itself


@given(histories())
def test_the_report_tells_its_own_changes(history: tuple[Edition, Edition]) -> None:
    """The chapter has a link to each project that is new, moved or of another status."""
    old, new = history
    document = assemble(attrs.evolve(new.report, past=(old,)))
    (chapter,) = [one for one in sections(document, "changes") if one.anchor == "nh-aenderungen"]
    linked = {reference.anchor for reference in find(chapter, Reference)}
    anchors = {section.anchor for section in sections(document)}

    assert linked <= anchors
    assert {change.id for change in told(compare(old, new))} <= linked
    assert find(chapter, Inserted) == find(chapter, Deleted) == []


def told(changes: Changes) -> Iterator[Change]:
    """The projects that the chapter has to name with a link."""
    for change in changes.projects:
        if change.is_new or change.is_moved or change.has_new_status:
            yield change


@given(histories())
def test_histories_show_every_project_once(history: tuple[Edition, Edition]) -> None:
    """Each project has one row; under each edition that has it stands its number then."""
    old, new = history
    document = assemble(attrs.evolve(new.report, past=(old,)))
    (chapter,) = sections(document, "history")
    rows = [row for table in blocks(chapter) if isinstance(table, Table) for row in table.rows]
    linked = [row for row in rows if find(row, Reference)]
    names = [reference.anchor for row in linked for reference in find(row, Reference)]

    assert Counter(names) == Counter(ids_of(new.report)[PROJECT])
    for name, row in zip(names, linked, strict=True):
        assert new.numbers[name] in words(row.cells[-1])


@given(histories())
def test_projects_tell_their_history(history: tuple[Edition, Edition]) -> None:
    """A project has a line with its history exactly if an earlier edition knows it."""
    old, new = history
    document = assemble(attrs.evolve(new.report, past=(old,)))
    label = new.report.profile.labels.history_fact
    known = ids_of(old.report)[PROJECT]
    for section in sections(document, "project"):
        lines = [words(block.content) for block in section.blocks if isinstance(block, Paragraph)]
        assert any(line.startswith(f"{label} ") for line in lines) == (section.anchor in known)
