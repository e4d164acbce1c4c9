"""What holds for every report and every set of answers: nothing is lost, nothing is overwritten."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random

import attrs
import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from kommunal_nh import Report, all_projects, load, merge, save
from kommunal_nh.forms.spreadsheet import layout, read, write
from kommunal_nh.merging import merged
from kommunal_nh.merging.answers import Answer, Answers
from kommunal_nh.merging.wording import markdown
from kommunal_nh.surveying.asking import questionnaires
from kommunal_nh.surveying.model import Questionnaire
from kommunal_nh.surveying.rich import RichText, Run, canonical, plain
from kommunal_nh.surveying.shown import shown
from kommunal_nh.testing.report import reports
from kommunal_nh.testing.text import texts
from questioned import REPORT, bytes_in, cell_of

DAY = date(2024, 2, 1)
SIGNS = "ab *_[]()<>#-+1.|`~&\\ äß„“=@"
_runs = st.builds(
    Run,
    st.text(st.sampled_from(SIGNS), min_size=1, max_size=8),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "", "", "https://example.org/a_b"]),
)
rich_texts: st.SearchStrategy[RichText] = st.lists(
    st.lists(_runs, max_size=3).map(tuple), max_size=5
).map(tuple)
"""Lines that people write, with all signs that mean something in Markdown."""
some_words = st.text(st.sampled_from("abc äß*_#-1."), min_size=1, max_size=12).filter(str.strip)


def letters(text: RichText) -> str:
    """What is said, whatever it looks like."""
    return re.sub(r"\x02.*?\x03|[\s*]", "", canonical(text))


@given(rich_texts)
def test_no_sign_that_people_write_is_lost(text: RichText) -> None:
    """Lines become Markdown that shows the same signs, and the second time nothing changes."""
    said = markdown(text)

    assert letters(shown(said)) == letters(text)
    assert markdown(text, said) == said


@given(texts(["klima"]))
def test_what_is_shown_and_comes_back_is_the_same_text(source: str) -> None:
    """Whatever an author wrote: unchanged it keeps its source; written anew, no sign is lost."""
    text = shown(source)

    assert markdown(text, source) == source
    assert letters(shown(markdown(text))) == letters(text)


def through_a_file(questionnaire: Questionnaire) -> Answers:
    """What a form says that nobody filled in."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "form.xlsx"
        write(questionnaire, file)
        return read(file)


@settings(max_examples=max(10, settings().max_examples // 4))
@given(reports())
def test_a_form_that_nobody_filled_in_changes_nothing(report: Report) -> None:
    """For every report: writing the forms and reading them back is no answer at all."""
    report = attrs.evolve(report, folder=None)
    answers = [through_a_file(one) for one in questionnaires(report)]
    done = merged(report, answers, DAY)

    assert (done.changes, done.ideas, done.conflicts) == ((), (), ())
    assert done.report is report
    assert [state.answered for state in done.states] == [0] * len(done.states)


# --------------------------------------------------------------------------- edits by people


KEYS = [(unit.unit, one.key) for unit in questionnaires(REPORT) for one in unit.questions]
edits = st.dictionaries(st.sampled_from(KEYS), some_words, max_size=len(KEYS))


def answered(said: Mapping[tuple[str, str], str]) -> list[Answers]:
    """The files of all units with new texts in some rows."""
    found = []
    for one in questionnaires(REPORT):
        answers = tuple(
            Answer(
                question.key, f"Zeile {at}", question.status,
                ((Run(said[one.unit, question.key]),),) if (one.unit, question.key) in said else (),
                question.description, question.cooperation,
            )
            for at, question in enumerate(one.questions)
        )  # fmt: skip
        prints = {question.key: question.fingerprint for question in one.questions}
        found.append(Answers(f"{one.unit}.xlsx", one.edition, one.unit, None, prints, answers))
    return found


@given(edits)
def test_every_edit_arrives_or_is_reported(said: Mapping[tuple[str, str], str]) -> None:
    """What nobody contradicts arrives; what is contradicted is reported with all versions."""
    done = merged(REPORT, answered(said), DAY)
    by_key: dict[str, set[str]] = {}
    for (_, key), words in said.items():
        by_key.setdefault(key, set()).add(" ".join(words.split()))
    changed = {one.key: " ".join(plain(shown(one.new)).split()) for one in done.changes}
    reported = {one.key: len(one.versions) for one in done.conflicts}

    for key, versions in by_key.items():
        said_there = {unit for unit, one in said if one == key}
        if len({letters(((Run(one),),)) for one in versions}) > 1:
            assert reported[key] == len(said_there)
            assert key not in changed
        elif key not in reported:
            assert letters(((Run(changed[key]),),)) in {letters(((Run(one),),)) for one in versions}
    assert {*changed, *reported} <= {*by_key}


@given(edits, st.randoms(use_true_random=False))
def test_order_and_repetition_make_no_difference(
    said: Mapping[tuple[str, str], str], random: Random
) -> None:
    """In any order the outcome is the same, and merging again changes nothing."""
    files = answered(said)
    first = merged(REPORT, files, DAY)
    shuffled = list(files)
    random.shuffle(shuffled)
    second = merged(REPORT, shuffled, DAY)
    again = merged(first.report, files, DAY)

    assert (first.report, first.changes, first.conflicts) == (
        second.report, second.changes, second.conflicts,
    )  # fmt: skip
    assert again.changes == ()
    assert again.report == first.report
    assert {one.key for one in again.conflicts} == {one.key for one in first.conflicts}


@settings(max_examples=max(5, settings().max_examples // 10))
@given(edits)
def test_on_disk_it_is_the_same(said: Mapping[tuple[str, str], str]) -> None:
    """Forms as files, merged into a folder twice: the report that `merged` promised, once."""
    with tempfile.TemporaryDirectory() as place:
        data = Path(place) / "daten"
        save(REPORT, data)
        promised = merged(load(data), answered(said), DAY)
        forms = []
        for one in questionnaires(REPORT):
            texts_of_unit = {key: words for (unit, key), words in said.items() if unit == one.unit}
            forms.append(_form(Path(place) / f"{one.unit}.xlsx", one, texts_of_unit))
        merge(data, forms, today=DAY)
        after = bytes_in(data)
        merge(data, forms, today=DAY)

        assert [*all_projects(load(data))] == [*all_projects(promised.report)]
        assert bytes_in(data) == after


def _form(file: Path, one: Questionnaire, said: Mapping[str, str]) -> Path:
    write(one, file)
    if said:
        book = openpyxl.load_workbook(file, rich_text=True)
        for key, words in said.items():
            cell = cell_of(book[layout.PROJECTS], key, layout.NEW)
            cell.value, cell.data_type = words, "s"
        book.save(file)
    return file
