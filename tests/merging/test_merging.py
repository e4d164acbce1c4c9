"""Answers that come back as spreadsheets, merged into a data folder."""

from __future__ import annotations

import itertools
import shutil
from datetime import date
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from kommunal_nh import (
    ArchiveEntry,
    Merge,
    Project,
    UsageError,
    all_projects,
    change_project,
    load,
    merge,
    revise,
    withdraw_project,
)
from kommunal_nh.changing import without_projects
from kommunal_nh.command import main
from kommunal_nh.forms.spreadsheet import layout
from kommunal_nh.merging.outcome import State
from kommunal_nh.surveying.rich import plain
from kommunal_nh.surveying.shown import shown
from questioned import COMMENT, DAY, RICH, answering, asked, bytes_in, edited, folder, suggesting

NEW, STATUS = layout.NEW, layout.STATUS


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder."""
    return folder(tmp_path)


@pytest.fixture
def forms(data: Path) -> dict[str, Path]:
    """The forms of its units."""
    return asked(data)


def project(data: Path, name: str) -> Project:
    """A project as the folder has it now."""
    return next(one for one in all_projects(load(data)) if one.id == name)


def whats(done: Merge) -> list[tuple[str, str]]:
    """What the conflicts are about."""
    return [(conflict.key, conflict.what) for conflict in done.conflicts]


class TestAnswers:
    def test_unanswered_files_change_no_byte(self, data: Path, forms: dict[str, Path]) -> None:
        """Files that nobody filled in leave every file of the folder as it is."""
        before = bytes_in(data)
        done = merge(data, [*forms.values()], today=DAY)

        assert (done.changes, done.conflicts, done.files) == ((), (), ())
        assert bytes_in(data) == before

    def test_every_kind_of_answer_arrives(self, data: Path, forms: dict[str, Path]) -> None:
        """Status, progress, description and cooperation are what somebody wrote."""
        edited(forms["80.10"], answering({
            ("radwege", NEW): "Fertig.\nEröffnet am 1. Mai.",
            ("radwege", STATUS): "umgesetzt (innerhalb des letzten halben Jahres)",
            ("radwege", layout.DESCRIPTION): "Bau von Wegen und Brücken.",
            ("radwege", layout.COOPERATION): "Mit Anröchte",
        }))  # fmt: skip
        done = merge(data, [forms["80.10"]], today=DAY)
        radwege = project(data, "radwege")

        assert len(done.changes) == 4
        assert radwege.progress == "Fertig.\\\nEröffnet am 1. Mai.\n"
        assert radwege.status == "umgesetzt"
        assert radwege.description == "Bau von Wegen und Brücken.\n"
        assert radwege.cooperation.text == "Mit Anröchte\n"
        assert radwege.cooperation.municipalities == ("anroechte",)

    def test_comments_of_the_data_stay(self, data: Path, forms: dict[str, Path]) -> None:
        """What nobody answered about is not touched, comments neither."""
        edited(forms["80.10"], answering({("radwege", NEW): "Fertig."}))
        before = bytes_in(data)
        done = merge(data, [forms["80.10"]], today=DAY)
        after = bytes_in(data)

        assert COMMENT.encode() in after["themen/1-klima.yaml"]
        assert [path.name for path in done.files] == ["1-klima.yaml"]
        changed = {name for name in before if before[name] != after[name]}
        assert len(changed) == 1

    def test_parts_have_answers_of_their_own(self, data: Path, forms: dict[str, Path]) -> None:
        """The progress of a part goes to that part."""
        edited(forms["wfg"], answering({("solar#2", NEW): "Gegraben"}))
        merge(data, [forms["wfg"]], today=DAY)

        parts = project(data, "solar").parts
        assert [part.progress for part in parts] == ["Bestellt", "Gegraben\n"]

    def test_what_stays_of_a_text_keeps_its_source(
        self, data: Path, forms: dict[str, Path]
    ) -> None:
        """A sentence behind a rich text leaves tables, links and references as they were."""
        shown_text = plain(shown(RICH))
        edited(forms["wfg"], answering({("solar", layout.DESCRIPTION): f"{shown_text}\n\nNeu."}))
        merge(data, [forms["wfg"]], today=DAY)

        said = project(data, "solar").description
        assert "| 2023 | 5 |\n\nSiehe [](#radwege).\n\n> Ein Zitat,\n> das umbricht" in said
        assert said.endswith("\n\nNeu.\n")
        assert "[ein Link](" in said

    def test_the_word_for_nothing_empties_a_text(self, data: Path, forms: dict[str, Path]) -> None:
        """„entfällt“ in place of a text deletes it, however it is written."""
        edited(forms["80.10"], answering({("radwege", layout.COOPERATION): " Entfällt "}))
        merge(data, [forms["80.10"]], today=DAY)

        assert project(data, "radwege").cooperation.text == ""


class TestOrderAndRepetition:
    def test_merging_twice_is_merging_once(self, data: Path, forms: dict[str, Path]) -> None:
        """The same files again change nothing, with changes, ideas and conflicts in them."""
        edited(forms["80.1"], answering({("solar", NEW): "A", ("solar#1", NEW): "Dach **x**"}))
        edited(forms["wfg"], answering({("solar", NEW): "B", ("wald", NEW): "Bäume"}))
        edited(forms["wfg"], suggesting(("1.2 Wege", "Brücke", "Über den Bach")))
        first = merge(data, [*forms.values()], today=DAY)
        after = bytes_in(data)
        second = merge(data, [*forms.values()], today=DAY)

        assert len(first.changes) == 2
        assert len(first.ideas) == 1
        assert (second.changes, second.ideas, second.files) == ((), (), ())
        assert bytes_in(data) == after

    def test_what_markdown_can_not_carry_is_merged_once(self, data: Path) -> None:
        """Half a bold word loses its mark, and the second time it is no change and no conflict."""
        form = asked(data)["80.10"]
        half = CellRichText("Halb", TextBlock(InlineFont(b=True), "fett"))
        edited(form, answering({("radwege", NEW): half}))
        first = merge(data, [form], today=DAY)
        second = merge(data, [form], today=DAY)

        assert [one.new for one in first.changes] == ["Halbfett\n"]
        assert (second.changes, second.conflicts) == ((), ())

    def test_the_order_of_files_makes_no_difference(
        self, data: Path, forms: dict[str, Path]
    ) -> None:
        """Every order leaves the same bytes in the folder."""
        edited(forms["80.1"], answering({("solar", NEW): "A", ("solar", STATUS): "in Bearbeitung"}))
        edited(forms["wfg"], answering({("solar", NEW): "B", ("wald", layout.UNCHANGED): "nie"}))
        edited(forms["80.10"], answering({("radwege", layout.UNCHANGED): "immer"}))
        edited(forms["80.10"], suggesting(("1.2 Wege", "Brücke", "x"), ("1.2 Wege", "Tunnel", "y")))
        results = []
        for at, order in enumerate(itertools.permutations(forms.values())):
            copy = data.with_name(f"kopie{at}")
            shutil.copytree(data, copy)
            merge(copy, order, today=DAY)
            results.append(bytes_in(copy))

        assert len(results) == 6
        assert all(result == results[0] for result in results)

    def test_a_preview_writes_nothing(self, data: Path, forms: dict[str, Path]) -> None:
        """With dry_run the same is said, and no file is written."""
        edited(forms["80.1"], answering({("solar", NEW): "A"}))
        edited(forms["wfg"], answering({("solar", NEW): "B", ("wald", NEW): "C"}))
        before = bytes_in(data)
        preview = merge(data, [*forms.values()], dry_run=True, today=DAY)

        assert bytes_in(data) == before
        done = merge(data, [*forms.values()], today=DAY)
        assert (preview.changes, preview.conflicts) == (done.changes, done.conflicts)


class TestConflicts:
    def test_two_units_say_different_things(self, data: Path, forms: dict[str, Path]) -> None:
        """Nothing is overwritten, and the file has both versions; what agrees is taken over."""
        edited(forms["80.1"], answering({("solar", NEW): "Alpha", ("solar#1", NEW): "gleich"}))
        edited(forms["wfg"], answering({("solar", NEW): "Beta", ("solar#1", NEW): "gleich"}))
        done = merge(data, [*forms.values()], today=DAY)

        assert whats(done) == [("solar", "Sachstand")]
        assert done.conflict_file is not None
        said = done.conflict_file.read_text("utf-8")
        assert all(word in said for word in ("Alpha", "Beta", "=2+3", "80.1", "wfg", "Zeile"))
        assert done.conflict_file.name == "konflikte-2024-02-01.md"
        assert project(data, "solar").progress == "=2+3"
        assert project(data, "solar").parts[0].progress == "gleich\n"

    def test_the_data_changed_meanwhile(self, data: Path, forms: dict[str, Path]) -> None:
        """What the officer wrote in between stays; other fields of the project arrive."""
        revise(data, lambda report: change_project(report, "radwege", progress="Vom Amt."))
        edited(
            forms["80.10"],
            answering({("radwege", NEW): "Fertig.", ("radwege", layout.COOPERATION): "Neu"}),
        )
        done = merge(data, [forms["80.10"]], today=DAY)

        assert whats(done) == [("radwege", "Sachstand")]
        assert "inzwischen" in done.conflicts[0].message or "seit" in done.conflicts[0].message
        assert project(data, "radwege").progress == "Vom Amt."
        assert project(data, "radwege").cooperation.text == "Neu\n"

    def test_the_project_is_gone(self, data: Path, forms: dict[str, Path]) -> None:
        """An answer about a withdrawn project is a conflict; „unverändert“ about it is none."""
        edited(forms["80.10"], answering({("radwege", NEW): "Fertig."}))
        edited(forms["wfg"], answering({("wald", layout.UNCHANGED): "ja"}))
        revise(data, lambda report: withdraw_project(report, "radwege", "Kein Geld"))
        revise(data, lambda report: withdraw_project(report, "wald", "Sturm"))
        done = merge(data, [forms["80.10"], forms["wfg"]], today=DAY)

        assert whats(done) == [("radwege", "Sachstand")]
        assert "entfallen" in done.conflicts[0].message
        assert "Fertig." in (done.conflict_file or Path()).read_text("utf-8")

    def test_the_project_is_in_the_archive(self, data: Path, forms: dict[str, Path]) -> None:
        """The same for a project that was archived meanwhile."""
        edited(forms["80.10"], answering({("radwege", NEW): "Fertig."}))
        entry = ArchiveEntry("klima", "Radwege", date(2024, 4, 1), "1.2.2.1", "radwege")
        revise(
            data,
            lambda report: attrs.evolve(
                without_projects(report, {"radwege"}), archive=(*report.archive, entry)
            ),
        )
        done = merge(data, [forms["80.10"]], today=DAY)

        assert "Archiv" in done.conflicts[0].message

    @pytest.mark.parametrize(
        ("answers", "word"),
        [
            ({("radwege", STATUS): "halb fertig"}, "Den Status „halb fertig“ gibt es nicht"),
            ({("radwege", NEW): "Ja", ("radwege", layout.UNCHANGED): "ja"}, "unverändert"),
            ({("radwege", layout.DESCRIPTION): None}, "geleert"),
            ({("radwege", NEW): "Siehe [](#nirgends)"}, "nirgends"),
            ({("radwege", NEW): '=HYPERLINK("http://x.example";"x")'}, "Formel"),
            ({("radwege", layout.UNCHANGED): "vielleicht"}, "weder"),
        ],
    )  # fmt: skip
    def test_what_can_not_be_taken_over_is_a_conflict(
        self, data: Path, forms: dict[str, Path], answers: dict[tuple[str, str], str], word: str
    ) -> None:
        """The data stays, and the sentence says why."""
        edited(forms["80.10"], answering(answers))
        before = bytes_in(data)
        done = merge(data, [forms["80.10"]], today=DAY)

        assert [word in conflict.message for conflict in done.conflicts] == [True]
        after = bytes_in(data)
        assert {name: after[name] for name in before} == before

    def test_another_conflict_file_of_the_day_stays(
        self, data: Path, forms: dict[str, Path]
    ) -> None:
        """A second merge with other conflicts writes a second file."""
        edited(forms["80.10"], answering({("radwege", STATUS): "halb"}))
        first = merge(data, [forms["80.10"]], today=DAY)
        edited(forms["80.10"], answering({("radwege", STATUS): "ganz"}))
        second = merge(data, [forms["80.10"]], today=DAY)

        assert first.conflict_file is not None
        assert second.conflict_file is not None
        assert second.conflict_file.name == "konflikte-2024-02-01-2.md"
        assert "halb" in first.conflict_file.read_text("utf-8")


class TestIdeas:
    def test_an_idea_becomes_a_project(self, data: Path, forms: dict[str, Path]) -> None:
        """It stands in its goal, in the first status for ideas, with a fresh id."""
        edited(forms["wfg"], suggesting(("1.1 Energie sparen", "Radwege", "Andere **Wege**")))
        edited(forms["80.1"], suggesting(("1.2 Wege", "Ein Wald für alle", "Bäume")))
        done = merge(data, [*forms.values()], today=DAY)

        assert [(conflict.title, conflict.what) for conflict in done.conflicts] == [
            ("Radwege", "Neuer Vorschlag")
        ]
        (new,) = load(data).themes[0].goals[1].projects[2:]
        assert (new.id, new.status, new.responsible) == (
            "ein-wald-fuer-alle", "ideenspeicher", ("80.1",),
        )  # fmt: skip
        assert new.description == "Bäume\n"

    def test_the_same_idea_of_two_units_is_one(self, data: Path, forms: dict[str, Path]) -> None:
        """Both are responsible; a different description is a conflict."""
        for unit in ("wfg", "80.1"):
            edited(forms[unit], suggesting(("1.2 Wege", "Brücke", "Bach"), ("1.2 Wege", "X", unit)))
        done = merge(data, [*forms.values()], today=DAY)

        assert [idea.project.responsible for idea in done.ideas] == [("80.1", "wfg")]
        assert [conflict.title for conflict in done.conflicts] == ["X"]

    def test_an_unknown_goal_is_a_conflict(self, data: Path, forms: dict[str, Path]) -> None:
        """Nothing is dropped: the file names the idea and what was written as its goal."""
        edited(forms["wfg"], suggesting(("9.9 Nirgends", "Brücke", "Bach"), ("", "Tunnel", "Berg")))
        done = merge(data, [forms["wfg"]], today=DAY)

        assert done.ideas == ()
        text = (done.conflict_file or Path()).read_text("utf-8")
        assert all(word in text for word in ("9.9 Nirgends", "Brücke", "Tunnel", "Berg"))


class TestStates:
    def test_each_unit_has_its_state(self, data: Path, forms: dict[str, Path]) -> None:
        """Answered, unchanged, partly answered, missing; after the day, what is open is overdue."""
        edited(forms["80.10"], answering({("radwege", NEW): "Fertig."}))
        yes = {(key, layout.UNCHANGED): "x" for key in ("solar", "solar#1", "solar#2")}
        edited(forms["80.1"], answering(yes))
        done = merge(data, [forms["80.10"], forms["80.1"]], dry_run=True, today=DAY)
        edited(forms["wfg"], answering({("wald", NEW): "C"}))
        partly = merge(data, [forms["wfg"]], dry_run=True, today=DAY)
        late = merge(data, [*forms.values()], dry_run=True, today=date(2024, 3, 2))
        in_time = merge(data, [*forms.values()], dry_run=True, today=date(2024, 3, 1))

        assert [one.state for one in done.states] == [
            State.UNCHANGED, State.ANSWERED, State.MISSING,
        ]  # fmt: skip
        assert partly.states[2].state is State.PARTLY
        assert partly.states[2].open == ("solar", "solar#1", "solar#2")
        assert late.states[2].state is State.OVERDUE
        assert in_time.states[2].state is State.PARTLY


class TestCommand:
    def test_it_tells_what_happened(self, data: Path, forms: dict[str, Path]) -> None:
        """Changes, conflicts and the state of each unit; exit 1 with conflicts, otherwise 0."""
        edited(forms["80.10"], answering({("radwege", NEW): "Fertig."}))
        edited(forms["wfg"], answering({("wald", STATUS): "weg"}))
        run = CliRunner().invoke(main, ["merge", str(data), *map(str, forms.values())])
        again = CliRunner().invoke(main, ["merge", str(data), str(forms["80.10"])])

        assert run.exit_code == 1
        assert "„Begonnen.“ → „Fertig.“" in run.output
        assert "Den Status „weg“ gibt es nicht." in run.output
        assert "konflikte-" in run.output
        assert again.exit_code == 0
        assert "Es gab nichts zu ändern." in again.output

    def test_all_bad_files_are_named(self, data: Path, tmp_path: Path) -> None:
        """One call names every file that can not be read, and nothing is written."""
        for name in ("a.xlsx", "b.ods"):
            (tmp_path / name).write_bytes(b"nichts")
        run = CliRunner().invoke(
            main, ["merge", str(data), *(str(tmp_path / name) for name in ("a.xlsx", "b.ods", "c"))]
        )

        assert run.exit_code == 2
        assert all(name in run.output for name in ("a.xlsx", "b.ods", "c gibt es nicht"))

    def test_no_file_is_wrong_use(self, data: Path) -> None:
        """The Python function says so, too."""
        with pytest.raises(UsageError, match="keine Datei"):
            merge(data, [])
