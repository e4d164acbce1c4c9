"""What comes back in one file, whatever its format, before anybody has judged it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from kommunal_nh.surveying.fingerprints import Fingerprint
from kommunal_nh.surveying.rich import RichText
from kommunal_nh.value import Value


@attrs.frozen(eq=False, repr=False)
class Answer(Value):
    """What is written about one project or part.

    Attributes:
        key: `Question.key`, as it stands in the file.
        place: Where it stands in the file, such as "Zeile 7".
        status: Id of the chosen status, or the words in its place if nothing is known by them.
        progress: The new progress; empty if nothing is written there.
        description: The description as it stands there now; None if the form did not ask for it.
        cooperation: The same for the words about the cooperation.
        unchanged: It is said that nothing changed.
    """

    key: str
    place: str
    status: str = ""
    progress: RichText = ()
    description: RichText | None = None
    cooperation: RichText | None = None
    unchanged: bool = False


@attrs.frozen(eq=False, repr=False)
class Idea(Value):
    """A new idea for a project.

    Attributes:
        place: Where it stands in the file.
        goal: Id of the chosen goal, or the words in its place if nothing is known by them.
        title: Its title.
        description: What is to be done.
        cooperation: Words about the cooperation.
    """

    place: str
    goal: str
    title: str
    description: RichText = ()
    cooperation: RichText = ()


@attrs.frozen(eq=False, repr=False)
class Remark(Value):
    """Something in a file that is neither an answer nor an idea and must not be lost.

    Attributes:
        place: Where it stands in the file.
        message: What is wrong with it, a sentence.
        said: The words that stand there.
        key: The question that it belongs to, if it belongs to one.
    """

    place: str
    message: str
    said: str
    key: str = ""


@attrs.frozen(eq=False, repr=False)
class Answers(Value):
    """What one file says.

    Attributes:
        source: Name of the file.
        edition: The edition that it was made for.
        unit: Id of the unit that was asked.
        due: Until when it should have been answered.
        asked: Fingerprint of each question that the file was made with, by key.
        answers: What is written about them.
        ideas: New ideas.
        remarks: What else stands there.
    """

    source: str
    edition: date
    unit: str
    due: date | None
    asked: Mapping[str, Fingerprint]
    answers: tuple[Answer, ...] = ()
    ideas: tuple[Idea, ...] = ()
    remarks: tuple[Remark, ...] = ()
