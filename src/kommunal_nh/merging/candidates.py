"""What each answer wants to change, field by field, before anybody compares it with others."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kommunal_nh.merging.answers import Answer, Answers
from kommunal_nh.merging.outcome import Field, Version
from kommunal_nh.surveying.fingerprints import Fingerprint, print_of
from kommunal_nh.surveying.instructions import NOTHING_LEFT
from kommunal_nh.surveying.rich import RichText, of_words, plain
from kommunal_nh.surveying.sameness import folded
from kommunal_nh.value import Value


@attrs.frozen(eq=False, repr=False)
class Candidate(Value):
    """One field that one answer wants to change.

    Attributes:
        key: The question.
        field: The field.
        text: What it shall say; of a status, its id or some words.
        asked: Fingerprint of what it said when it was asked.
        version: Who says so, where.
        emptied: The cell was emptied, which may be a mistake.
        contradicts: It is also said that nothing changed.
    """

    key: str
    field: Field
    text: RichText
    asked: str
    version: Version
    emptied: bool = False
    contradicts: bool = False

    @property
    def fingerprint(self) -> str:
        """The same for all that say the same."""
        return print_of(plain(self.text) if self.field is Field.STATUS else self.text)


def candidates(answers: Answers, answer: Answer) -> list[Candidate]:
    """What an answer wants to change.

    Args:
        answers: Its file.

        answer: The answer.

    Returns:
        One candidate for each field that reads differently from what was asked.
    """
    asked = answers.asked[answer.key]
    found = list(_changed(answers, answer, asked))
    if answer.unchanged:
        return [attrs.evolve(one, contradicts=True) for one in found]
    return found


def is_answered(answers: Answers, answer: Answer) -> bool:
    """Whether somebody answered a question.

    Args:
        answers: The file.

        answer: The answer.

    Returns:
        True if there is a new progress, a change, or the word that nothing changed.
    """
    return answer.unchanged or bool(answer.progress) or bool(candidates(answers, answer))


def _changed(answers: Answers, answer: Answer, asked: Fingerprint) -> Iterator[Candidate]:
    for field, said, before in (
        (Field.STATUS, of_words(answer.status) or None, asked.status),
        (Field.DESCRIPTION, answer.description, asked.description),
        (Field.PROGRESS, answer.progress or None, asked.progress),
        (Field.COOPERATION, answer.cooperation, asked.cooperation),
    ):
        if said is None or (field is Field.STATUS and "#" in answer.key):
            continue
        text = () if folded(plain(said)) == NOTHING_LEFT else said
        version = Version(answers.unit, answers.source, answer.place, plain(text))
        one = Candidate(answer.key, field, text, before, version, emptied=not said)
        if one.fingerprint != before:
            yield one
