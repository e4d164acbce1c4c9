"""The keys of the module's file."""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from kommunal_nh import key
from kommunal_nh_vorlage.texts import Texts


class Funding(Enum):
    """Whether the money is in the budget."""

    PLANNED = "eingeplant"
    PARTLY = "teilweise"
    UNPLANNED = "nicht-eingeplant"
    UNSAID = "keine-angabe"


@attrs.frozen
class Station:
    """One committee that deals with the paper.

    Attributes:
        body: The committee.
        day: Day of its session.
        kind: What it is asked to do, such as Kenntnisnahme.
        is_public: Whether the session is public.
        result: What came of it; may be empty.
    """

    body: str = key("gremium", doc="Ausschuss, Kreistag oder Rat")
    day: date | None = key("datum", default=None, doc="Tag der Sitzung")
    kind: str = key("art", default="Kenntnisnahme", doc="Kenntnisnahme, Vorberatung, Entscheidung")
    is_public: bool = key("oeffentlich", default=True, doc="nein: nichtöffentliche Sitzung")
    result: str = key("ergebnis", default="", doc="Ergebnis der Beratung, soweit bekannt")


@attrs.frozen
class Finances:
    """What it costs.

    Attributes:
        amount: The whole sum in words; may be empty.
        funding: Which box is ticked.
        cover: Where the money comes from that is not planned.
        remark: More about it.
    """

    amount: str = key("hoehe", default="", doc="Höhe der gesamten finanziellen Auswirkungen")
    funding: Funding = key(
        "mittel", default=Funding.UNSAID, doc="eingeplant, teilweise oder nicht-eingeplant"
    )
    cover: str = key("deckung", default="", doc="Wodurch Fehlendes gedeckt wird")
    remark: str = key("erlaeuterung", default="", doc="Erläuterungen")


@attrs.frozen
class PaperData:
    """The data of the module.

    Attributes:
        kind: Kind of the paper.
        is_public: Whether the paper is public.
        lead: The office that leads.
        signed: On whose behalf it is signed.
        product: Product of the budget.
        stations: The committees in their order; that of the report if empty.
        finances: What it costs.
        attachments: What is attached.
        texts: The words and templates.
    """

    kind: str = key("art", default="Informationsvorlage", doc="Informations- oder Beschlussvorlage")
    is_public: bool = key("oeffentlich", default=True, doc="nein: nichtöffentliche Vorlage")
    lead: str = key("federfuehrend", default="", doc="Federführende Stelle")
    signed: str = key("zeichnung", default="", doc="Im Auftrag oder In Vertretung")
    product: str = key("produkt", default="", doc="Produkt des Haushalts")
    stations: tuple[Station, ...] = key(
        "beratungsfolge",
        default=(),
        doc="Gremien in ihrer Folge; ohne Angabe das Gremium aus bericht.yaml",
        table=True,
    )
    finances: Finances = key("finanzen", default=Finances(), doc="Finanzielle Auswirkungen")
    attachments: tuple[str, ...] = key("anlagen", default=(), doc="Was der Vorlage beiliegt")
    texts: Texts = key("texte", default=Texts(), doc="Wörter und Vorlagentexte")
