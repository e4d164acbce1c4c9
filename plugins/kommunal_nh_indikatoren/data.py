"""The data of the module: indicators with their sheet, values by year and targets."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

import attrs

from kommunal_nh import key
from kommunal_nh_indikatoren.texts import Texts


class Direction(Enum):
    """Where the values of an indicator shall go."""

    UP = "steigend"
    DOWN = "fallend"
    HOLD = "halten"


@attrs.frozen
class Source:
    """Where the values come from.

    Attributes:
        name: Who publishes them, and where.
        url: Address of the source; may be empty.
        as_of: When they were taken from there; may be empty.
    """

    name: str = key("name", default="", doc="Wer die Werte veröffentlicht und worin")
    url: str = key("url", default="", doc="Adresse der Quelle (https://…)")
    as_of: str = key("stand", default="", doc="Stand oder Tag des Abrufs")


@attrs.frozen
class Value:
    """The value of one year.

    Attributes:
        year: The year.
        value: The value; None for a year of which nothing is known.
        example: Not measured, but made up to show how it looks.
        is_break: The value can not be compared with earlier ones.
        note: What has to be said about it.
    """

    year: int = key("jahr", doc="Jahr")
    value: Decimal | None = key("wert", default=None, doc="Wert; leer, wenn er fehlt")
    example: bool = key("beispiel", default=False, doc="Ein Beispielwert, frei erfunden")
    is_break: bool = key("bruch", default=False, doc="Mit früheren Werten nicht vergleichbar")
    note: str = key("hinweis", default="", doc="Anmerkung zu diesem Wert")


@attrs.frozen
class Target:
    """What the value shall be in a year.

    Attributes:
        year: The year; until another target follows, it holds in later years, too.
        value: The value.
        decided: Who decided it, and when; may be empty.
    """

    year: int = key("jahr", doc="Zieljahr; bei Grenzwerten das erste Jahr, in dem sie gelten")
    value: Decimal = key("wert", doc="Zielwert")
    decided: str = key("beschluss", default="", doc="Wer das Ziel wann beschlossen hat")


@attrs.frozen
class Indicator:
    """What is measured.

    Attributes:
        id: Tells it from the others.
        title: Its name.
        definition: What is measured.
        calculation: How it is calculated; may be empty.
        unit: The unit of its values.
        direction: Where the values shall go.
        tolerance: How far the value may be from a target that is to be held.
        meaning: What can be seen from it; may be empty.
        source: Where the values come from.
        interval: How often there is a new value.
        sdgs: Targets of the 2030 Agenda, such as `7.2`.
        kind: Type of indicator, such as `1` in the sheets of the SDG indicators for municipalities.
        things: Ids of the themes, goals and projects that it belongs to.
        base_year: From this year on, the way to the target is measured; None for the first value.
        values: The values.
        targets: What the values shall become.
    """

    id: str = key("id", doc="Kennung des Indikators")
    title: str = key("titel", doc="Name des Indikators")
    definition: str = key("definition", doc="Was gemessen wird")
    unit: str = key("einheit", doc="Einheit der Werte, etwa %")
    direction: Direction = key("richtung", doc="Wohin sich die Werte entwickeln sollen")
    calculation: str = key("berechnung", default="", doc="Wie der Wert berechnet wird")
    tolerance: Decimal = key(
        "spielraum", default=Decimal(), doc="Bei halten: wie weit der Wert abweichen darf"
    )
    meaning: str = key("aussage", default="", doc="Was sich daran ablesen lässt")
    source: Source = key("quelle", default=Source(), doc="Woher die Werte kommen")
    interval: str = key("intervall", default="", doc="Wie oft es neue Werte gibt, etwa jährlich")
    sdgs: tuple[str, ...] = key("sdg", default=(), doc="Unterziele der Agenda 2030, etwa 7.2")
    kind: str = key("typ", default="", doc="Typ des Indikators, etwa 1 oder 2")
    things: tuple[str, ...] = key(
        "zu", default=(), doc="Kennungen der Themen, Ziele und Projekte, zu denen er gehört"
    )
    base_year: int | None = key("basisjahr", default=None, doc="Jahr, ab dem das Ziel zählt")
    values: tuple[Value, ...] = key("werte", default=(), doc="Werte nach Jahren", table=True)
    targets: tuple[Target, ...] = key("zielwerte", default=(), doc="Zielwerte", table=True)


@attrs.frozen
class Indicators:
    """The data of the module.

    Attributes:
        indicators: All indicators.
        texts: The words that readers see.
    """

    indicators: tuple[Indicator, ...] = key("indikatoren", default=(), doc="Alle Indikatoren")
    texts: Texts = key("texte", default=Texts(), doc="Wörter im Report, die anders lauten sollen")
