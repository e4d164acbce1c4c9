"""The keys of the module's file."""

from __future__ import annotations

import attrs

from kommunal_nh import key
from kommunal_nh_bnk.texts import Texts


@attrs.frozen
class Criterion:
    """A criterion of the framework.

    Attributes:
        number: As the framework writes it, such as 07.
        title: Its name.
        area: The part of the framework that it is in; may be empty.
    """

    number: str = key("nummer", doc="Nummer, wie der Berichtsrahmen sie schreibt")
    title: str = key("titel", doc="Name des Kriteriums")
    area: str = key("bereich", default="", doc="Bereich, etwa Steuerung")


@attrs.frozen
class Answer:
    """What the report says on a criterion.

    Attributes:
        criterion: Number of the criterion; noughts before it do not matter.
        covered_by: Ids of what covers it.
        explanation: Why it is not covered, or not all of it; plain text.
    """

    criterion: str = key("kriterium", doc="Nummer des Kriteriums")
    covered_by: tuple[str, ...] = key(
        "durch", default=(), doc="Kennungen von Themen, Zielen, Projekten und Kapiteln"
    )
    explanation: str = key(
        "erklaerung", default="", doc="Warum dazu nicht oder nur zum Teil berichtet wird"
    )


@attrs.frozen
class BnkData:
    """The data of the module.

    Attributes:
        version: Version of the framework.
        catalogue: The criteria, if the library does not bring those of the version.
        frameworks: Names by which projects refer to the framework in `bezuege`.
        answers: What the report says on the criteria.
        has_facts: Whether the facts of themes, goals and projects name criteria.
        texts: The words.
    """

    version: str = key("fassung", default="2021", doc="Fassung des Berichtsrahmens, etwa 2021")
    catalogue: tuple[Criterion, ...] = key(
        "katalog",
        default=(),
        doc="Die Kriterien, wenn das Programm die Fassung nicht kennt: eine Liste oder eine "
        "CSV-Datei",
        table=True,
    )
    frameworks: tuple[str, ...] = key(
        "bezug", default=("BNK",), doc="Wie der Berichtsrahmen in bezuege der Projekte heißt"
    )
    answers: tuple[Answer, ...] = key(
        "kriterien", default=(), doc="Was der Report zu den Kriterien sagt"
    )
    has_facts: bool = key(
        "angaben", default=True, doc="ja: Kriterien bei Themen, Zielen und Projekten nennen"
    )
    texts: Texts = key("texte", default=Texts(), doc="Wörter des Moduls")
