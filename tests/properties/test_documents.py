"""The properties of documents: a project is the same everywhere, nothing is lost or made up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from edits import change_status, edited, edits, everywhere, in_order, parents
from kommunal_nh import (
    Cooperation,
    Document,
    Goal,
    Numbering,
    Part,
    Profile,
    Project,
    Report,
    Theme,
    UsageError,
    assemble,
    number,
    public_view,
)
from kommunal_nh.assembly.context import Context
from kommunal_nh.assembly.parts import PARTS as AVAILABLE
from kommunal_nh.document import (
    Block,
    Heading,
    List,
    Paragraph,
    Quote,
    Reference,
    Row,
    Section,
    StatusMark,
    Table,
    TableOfContents,
)
from kommunal_nh.profile import Status
from kommunal_nh.serial import from_json, to_json
from kommunal_nh.testing import documents, profiles, reports
from kommunal_nh.testing.profile import PARTS
from kommunal_nh.walks import all_projects
from trees import blocks, find, heading, sections, spoken, strings, tables, words

SECRET = "GEHEIM"

whole_profiles = profiles().map(lambda profile: attrs.evolve(profile, parts=PARTS))
whole_reports = reports(whole_profiles).map(public_view)
edited_reports = st.builds(edited, reports(whole_profiles, references=False), edits())
any_reports = st.one_of(whole_reports, edited_reports.map(public_view))


def projects_in_order(report: Report) -> Iterator[Project]:
    """All projects as the document shows them."""
    for parent in parents(report):
        yield from in_order(report, parent)


def mark_text(profile: Profile, status_id: str) -> str:
    """The words that a status is marked with."""
    status = profile.status(status_id)
    return status.column_title or status.label


def list_rows(document: Document) -> list[Row]:
    """All rows of the project lists."""
    (lists,) = sections(document, "lists")
    return [row for _, rows in tables(lists) for row in rows]


# ------------------------------------------------------------------- one project, every place (7)


@given(any_reports)
def test_body_shows_each_project_once(report: Report) -> None:
    """Each project has one section, in document order, with its number, title and status."""
    document, numbering = assemble(report), number(report)
    expected = [
        (
            project.id,
            numbering[project.id],
            project.title,
            mark_text(report.profile, project.status),
        )
        for project in projects_in_order(report)
    ]
    shown = []
    for section in sections(document, "project"):
        head, (mark, *_) = heading(section), find(section, StatusMark)
        shown.append((section.anchor, head.number, words(head.content), mark.text))
        assert section.facets["status"] == (mark.status,)

    assert shown == expected


@given(any_reports)
def test_lists_show_each_project_once(report: Report) -> None:
    """The lists show the projects of the body in its order, with the same number, title, status."""
    document, numbered = assemble(report), bool(report.profile.numbering.project)
    body = [
        (section.anchor, heading(section).number, words(heading(section).content), mark)
        for section in sections(document, "project")
        for mark in find(section, StatusMark)[:1]
    ]
    listed = []
    for row in list_rows(document):
        (reference,), *others = row.cells
        assert isinstance(reference, Reference)
        (mark,) = find(row, StatusMark)
        name = words(reference.content)
        number, title = (name, words(others[0])) if numbered else ("", name)
        listed.append((reference.anchor, number, title, mark))

    assert listed == body


@given(any_reports)
def test_each_list_row_has_one_mark_in_its_column(report: Report) -> None:
    """A row has one mark; it stands in the column with the title of the project's status."""
    (lists,) = sections(assemble(report), "lists")
    columns = [status.id for status in report.profile.by_stage]
    for table, rows in tables(lists):
        titles = [column.title for column in table.columns]
        for row in rows:
            assert len(row.cells) == len(table.columns)
            marked = [place for place, cell in enumerate(row.cells) if find(cell, StatusMark)]
            (mark,) = find(row, StatusMark)

            before = 1 + bool(report.profile.numbering.project)
            assert marked == [before + columns.index(mark.status)]
            assert titles[marked[0]] == mark_text(report.profile, mark.status)
            assert row.facets["status"] == (mark.status,)


@given(any_reports)
def test_counts_add_up(report: Report) -> None:
    """The overview's counts are those of the list rows, and its sums those of all projects."""
    document = assemble(report)
    counted = Counter(
        (row.facets["theme"], mark.status)
        for row in list_rows(document)
        for mark in find(row, StatusMark)
    )
    (overview,) = sections(document, "overview")
    (figures,) = sections(document, "figures")
    assume(report.themes)
    _, rows = tables(overview)[0]
    assert [rows] == [more for table, more in tables(figures) if table == tables(overview)[0][0]]
    statuses = [status.id for status in report.profile.by_stage]
    for theme, row in zip(report.themes, rows, strict=False):
        values = [int(words(cell)) for cell in row.cells[1:]]
        assert values == [*(counted[(theme.id,), status] for status in statuses), sum(values[:-1])]
    totals = [int(words(cell)) for cell in rows[-1].cells[1:]]

    assert totals[-1] == sum(totals[:-1]) == counted.total() == len(list(all_projects(report)))


@given(any_reports)
def test_status_sections_are_complete(report: Report) -> None:
    """Each status section is there in the profile's order; one without projects says so."""
    profile, numbering = report.profile, number(report)
    document = assemble(report)
    for parent in [*sections(document, "theme"), *sections(document, "goal")]:
        inner = [block for block in parent.blocks if isinstance(block, Section)]
        shown = [section for section in inner if section.kind == "status"]
        expected = [status for home, status in numbering.sections if home == parent.anchor]
        assert [section.facets["status"] for section in shown] == [(name,) for name in expected]
        for section in shown:
            status = profile.status(section.facets["status"][0])
            head, content = heading(section), list(section.blocks)[1:]
            assert head.number == numbering.sections[parent.anchor, status.id]
            title = status.section_title or status.label
            assert words(head.content) == with_projects(profile, title)
            if not any(isinstance(block, Section) for block in content):
                assert_says_that_it_is_empty(content, status, report)


def assert_says_that_it_is_empty(content: list[Block], status: Status, report: Report) -> None:
    """A section without projects has one paragraph: the status's text, or the general one."""
    (paragraph,) = content
    assert isinstance(paragraph, Paragraph)
    assert paragraph.role == "empty"
    said = words(paragraph.content)
    day = report.previous_as_of
    if status.empty_text and "{letzter_stand}" not in status.empty_text:
        assert said == with_projects(report.profile, status.empty_text)
    elif status.empty_text and day:
        printed = report.profile.labels.date(day)
        text = status.empty_text.replace("{letzter_stand}", printed)
        assert said == with_projects(report.profile, text)
    else:
        assert said == report.profile.labels.no_entries


def with_projects(profile: Profile, text: str) -> str:
    """A text of a status, with the municipality's word for its projects."""
    return text.replace("{projekte}", profile.levels.project.several)


# --------------------------------------------------------------------- contents and references (7)


@given(st.one_of(reports().map(public_view), edited_reports.map(public_view)))
def test_contents_are_the_headings_of_the_body(report: Report) -> None:
    """The contents list exactly the headings of all sections, as deep as the profile says."""
    document = assemble(report)
    headings = [
        (head.level, head.number, words(head.content), section.anchor)
        for section in sections(document)
        for head in [heading(section)]
        if head.level <= report.profile.contents_depth
    ]
    for contents in find(document, TableOfContents):
        assert [attrs.astuple(entry) for entry in contents.entries] == headings
    assert len(find(document, Heading)) == len(sections(document))


@given(documents())
def test_headings_go_down_one_level_at_a_time(document: Document) -> None:
    """Chapters have level 1, and a section's heading is one level below that of its parent."""

    def look(parent: Document | Section, level: int) -> None:
        for block in parent.blocks:
            if isinstance(block, Section):
                assert heading(block).level == level
                look(block, level + 1)

    look(document, 1)


@given(documents())
def test_anchors_are_unique_and_references_arrive(document: Document) -> None:
    """No anchor is given twice, and every reference and contents entry leads to a section."""
    anchors = [section.anchor for section in sections(document) if section.anchor]
    wanted = {reference.anchor for reference in find(document, Reference)}
    for contents in find(document, TableOfContents):
        wanted |= {entry.anchor for entry in contents.entries if entry.anchor}

    assert [name for name, times in Counter(anchors).items() if times > 1] == []
    assert wanted - set(anchors) == set()


@given(whole_reports)
def test_references_print_the_number_of_the_heading(report: Report) -> None:
    """What a reference prints comes from the heading that it leads to."""
    document, numbering = assemble(report), number(report)
    shorts = {project.id: project.short_title for project in all_projects(report)}
    local = set(shorts) if numbering.projects_are_local else set()
    possible: defaultdict[str, set[str]] = defaultdict(set)
    for anchor, printed, title in targets(report, document):
        name = title if anchor in local else printed or title
        possible[anchor] |= {name, f"Projekt {name}", title, f"siehe {name}"}
        possible[anchor] |= {f"{shorts.get(anchor) or title}, {name}", f"{name} {title}"}
    for reference in find([*spoken_blocks(document)], Reference):
        assert words(reference.content) in possible[reference.anchor]


def targets(report: Report, document: Document) -> Iterator[tuple[str, str, str]]:
    """Anchor, number and title of everything; those of goals in a list are not in headings."""
    for section in sections(document):
        head = heading(section)
        yield section.anchor, head.number, words(head.content)
    context = Context(report, number(report))
    for thing in context.things.values():
        if isinstance(thing, Goal) and context.is_listed(thing):
            yield context.anchor(thing), context.numbering[thing.id], context.title(thing)


def spoken_blocks(document: Document) -> Iterator[Block]:
    """The blocks that authors have written, without lists and overview."""
    for section in sections(document):
        if section.kind in ("chapter", "theme", "goal", "project"):
            yield from (block for block in section.blocks if isinstance(block, Paragraph))


@given(reports(references=False), st.integers(0, 50), st.integers(0, 5))
def test_a_status_change_moves_no_anchor(report: Report, what: int, status: int) -> None:
    """When a project gets another status, the same anchors lead to the same things."""
    before = assemble(report)
    after = assemble(change_status(report, what, status))

    assert Counter(anchors_of(before)) == Counter(anchors_of(after))


def anchors_of(document: Document) -> list[tuple[str, str, str]]:
    """Kind, anchor and title of all sections."""
    return [
        (section.kind, section.anchor, words(heading(section).content))
        for section in sections(document)
    ]


# ------------------------------------------------------------------------------- nothing is lost


@given(any_reports)
def test_every_part_of_a_project_is_printed(report: Report) -> None:
    """Titles of parts, municipalities, units and public fields of a project are in its section."""
    document = assemble(report)
    said = {section.anchor: "\n".join(spoken(section)) for section in sections(document, "project")}
    labels = report.profile.labels
    for project in all_projects(report):
        text = said[project.id]
        wanted = [part.title for part in project.parts]
        wanted += [report.units[unit] for unit in project.responsible]
        wanted += [report.municipalities.get(name, labels.all_municipalities)
                   for name in project.cooperation.municipalities
                   if name != "alle" or not project.cooperation.text.strip()]  # fmt: skip
        wanted += list(project.frameworks)
        wanted += [field.label for field in report.profile.fields if project.extra.get(field.key)]
        wanted += [labels.partial_date(day) for day in (project.start, project.end) if day]
        assert [piece for piece in wanted if piece not in text] == []


@given(whole_reports)
def test_archive_and_withdrawn_projects_are_printed(report: Report) -> None:
    """The archive and the table of withdrawn projects have a row for each entry, in its words."""
    document = assemble(report)
    (archive,) = sections(document, "archive")
    titles = {theme.id: theme.title for theme in report.themes}
    printed = [
        tuple(words(cell) for cell in row.cells) for _, rows in tables(archive) for row in rows
    ]
    assert printed == [
        (
            titles.get(entry.theme, entry.theme),
            entry.project,
            report.profile.labels.date(entry.edition),
            entry.number,
        )
        for entry in report.archive
    ]
    gone = [
        words(row.cells[0])
        for section in sections(document, "withdrawn")
        for _, rows in tables(section)
        for row in rows
    ]
    assert gone == [entry.project for entry in report.withdrawn]


@given(reports(whole_profiles))
def test_facets_offer_what_occurs(report: Report) -> None:
    """Every facet of a section or row is one of the document's options."""
    document = assemble(public_view(report))
    options = {facet.key: dict(facet.options) for facet in document.facets}
    given_facets = [section.facets for section in sections(document)]
    for facets in given_facets + [row.facets for row in list_rows(document)]:
        for key, values in facets.items():
            assert set(values) <= set(options.get(key, ()))


# ------------------------------------------------------------------------------------- privacy


def with_secrets(report: Report) -> Report:
    """The same report, with a mark in every text that must not be published."""
    private = [field.key for field in report.profile.fields if field.private]

    def marked(project: Project) -> Project:
        extra = {**project.extra, **dict.fromkeys(private, SECRET)}
        noted = attrs.evolve(project, internal_note=SECRET, extra=extra)
        if not project.draft:
            return noted
        return attrs.evolve(
            noted,
            id=f"{SECRET}-{project.id}",
            title=SECRET,
            short_title=SECRET,
            description=SECRET,
            progress=SECRET,
            parts=(Part(SECRET, SECRET, SECRET),),
            responsible=(SECRET,),
            cooperation=Cooperation(SECRET, (SECRET,)),
            frameworks={SECRET: (SECRET,)},
            extra=dict.fromkeys(extra, SECRET),
        )

    def visited(parent: Theme | Goal) -> Theme | Goal:
        return attrs.evolve(parent, projects=tuple(marked(project) for project in parent.projects))

    profile = attrs.evolve(
        report.profile,
        fields=tuple(
            attrs.evolve(field, label=SECRET) if field.private else field
            for field in report.profile.fields
        ),
    )
    places = {**report.municipalities, SECRET: SECRET}
    units = {**report.units, SECRET: SECRET}
    changed = attrs.evolve(report, profile=profile, municipalities=places, units=units)
    return everywhere(changed, visited)


@given(reports(whole_profiles))
def test_nothing_private_is_published(report: Report) -> None:
    """No text of a draft, internal note or private field occurs anywhere in the document."""
    view = public_view(with_secrets(report))
    everyone = any("alle" in one.cooperation.municipalities for one in all_projects(view))
    leaks = [text for text in strings(assemble(view)) if SECRET in text]

    assert leaks == [] or everyone  # "alle" names every municipality of the report
    assert [project for project in all_projects(view) if project.draft] == []


@given(reports())
def test_the_public_view_is_what_is_left(report: Report) -> None:
    """A public view keeps all that is public, and is its own public view."""
    view = public_view(report)
    public = [project.id for project in all_projects(report) if not project.draft]

    assert [project.id for project in all_projects(view)] == public
    assert public_view(view) == view
    assert attrs.evolve(view, themes=(), profile=report.profile) == attrs.evolve(report, themes=())


# ------------------------------------------------------------------------------- the tree itself


@given(documents())
def test_a_document_can_be_read_again(document: Document) -> None:
    """Iterating a document twice gives equal trees."""
    assert list(strings(document)) == list(strings(document))
    assert document == attrs.evolve(document, blocks=tuple(document.blocks))


@given(documents())
def test_json_and_back(document: Document) -> None:
    """A document comes back from its JSON equal, and gives the same JSON again."""
    text = to_json(document)
    back = from_json(text)

    assert back == document
    assert to_json(back) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "7", "[]", "{}", '{"version": []}', '{"version": 2}',
        '{"version": 2, "document": 7}',
        '{"version": 2, "document": {"title": "T", "blocks": 7}}', "[" * 100_000,
        '{"version": 2, "document": {"title": "T", "blocks": [{"node": "Gibtsnicht"}]}}',
        '{"version": 2, "document": {"as_of": "31.2.2024"}}',
    ],
)  # fmt: skip
def test_what_is_no_document_is_refused(text: str) -> None:
    """Whatever else a file holds, the message says that it is no document, or damaged."""
    with pytest.raises(UsageError, match=r"kein Dokument|unvollständig oder beschädigt|Version"):
        from_json(text)


@given(documents())
def test_trees_are_well_formed(document: Document) -> None:
    """Rows are as wide as their table; nothing that needs words is empty; lists have items."""
    for block in blocks(document):
        match block:
            case Table(caption, columns, rows):
                assert caption.strip()
                assert all(len(row.cells) == len(columns) for row in rows)
            case Paragraph(content) | Heading(content=content):
                assert words(content) != "" or content == ()
            case List(items):
                assert items
            case Quote(inner):
                assert isinstance(inner, tuple)
            case Section(blocks=inner):
                assert isinstance(next(iter(inner)), Heading)
            case _:
                pass
    for node in find(document, Reference):
        assert words(node.content).strip()


@given(reports())
def test_a_report_without_errors_can_be_assembled(report: Report) -> None:
    """Assembling neither fails nor depends on being handed the numbers."""
    numbering: Numbering = number(report)

    assert assemble(report, numbering) == assemble(report)
    assert all(isinstance(text, str) for text in strings(assemble(report)))


def test_the_parts_are_all_parts() -> None:
    """The strategies know every part that a report can have."""
    assert set(AVAILABLE) == set(PARTS)
