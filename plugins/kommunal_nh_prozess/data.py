"""The keys of the module's file."""

from __future__ import annotations

import attrs

from kommunal_nh import PartialDate, key
from kommunal_nh_prozess.texts import Texts

_DATE = "so genau wie bekannt: 2024, 2024-Q2, 2024-03, 2024-03-01"


@attrs.frozen
class Phase:
    """A phase of the management cycle.

    Attributes:
        id: Its id.
        title: Its name.
        text: What happens in it; plain text.
        needs: What has to be there so that it can begin.
    """

    id: str = key("id", doc="Kennung der Phase")
    title: str = key("titel", doc="Name der Phase")
    text: str = key("text", default="", doc="Was in der Phase geschieht")
    needs: tuple[str, ...] = key("braucht", default=(), doc="Was da sein muss, damit sie beginnt")


@attrs.frozen
class Span:
    """When a cycle was in a phase.

    Attributes:
        phase: Id of the phase.
        start: Its first day, as precise as it is known.
        end: Its last day; None if it still goes on, or if nobody knows.
    """

    phase: str = key("phase", doc="Kennung der Phase")
    start: PartialDate | None = key("beginn", default=None, doc=f"Beginn, {_DATE}")
    end: PartialDate | None = key("ende", default=None, doc=f"Ende, {_DATE}; ohne: dauert an")


@attrs.frozen
class Milestone:
    """Something that happened, or was resolved.

    Attributes:
        id: Its id.
        day: When, as precise as it is known.
        title: What happened.
        phase: Id of the phase that it belongs to.
        body: Who met or resolved; may be empty.
        is_resolution: Whether it was a resolution.
        source: Where this is written.
    """

    id: str = key("id", doc="Kennung des Meilensteins")
    day: PartialDate = key("datum", doc=f"Wann, {_DATE}")
    title: str = key("titel", doc="Was geschah oder beschlossen wurde")
    phase: str = key("phase", doc="Kennung der Phase, zu der er gehört")
    body: str = key(
        "gremium", default="", doc="Kreistag, Rat, Ausschuss oder Kreis der Beteiligten"
    )
    is_resolution: bool = key("beschluss", default=False, doc="ja: ein Beschluss")
    source: str = key("quelle", default="", doc="Wo es steht, etwa Vorlage 279/2022")


@attrs.frozen
class Cycle:
    """One turn of the management cycle.

    Attributes:
        id: Its id.
        title: Its name.
        start: Its first day.
        end: Its last day; None if it still goes on.
        spans: Its phases with their dates.
        milestones: What happened in it.
    """

    id: str = key("id", doc="Kennung des Zyklus")
    title: str = key("titel", doc="Name des Zyklus")
    start: PartialDate = key("beginn", doc=f"Beginn, {_DATE}")
    end: PartialDate | None = key("ende", default=None, doc=f"Ende, {_DATE}; ohne: dauert an")
    spans: tuple[Span, ...] = key("phasen", default=(), doc="Wann welche Phase war", table=True)
    milestones: tuple[Milestone, ...] = key(
        "meilensteine", default=(), doc="Ereignisse und Beschlüsse", table=True
    )


@attrs.frozen
class Element:
    """An actor, a structure or an instrument of the management.

    Attributes:
        id: Its id.
        title: Its name: an office or a body, not a person.
        task: What it does.
        phases: Ids of the phases in which it does so; all of them if empty.
    """

    id: str = key("id", doc="Kennung")
    title: str = key("titel", doc="Name: eine Stelle oder ein Gremium, keine Person")
    task: str = key("aufgabe", default="", doc="Was die Stelle oder das Instrument leistet")
    phases: tuple[str, ...] = key("phasen", default=(), doc="In welchen Phasen; ohne: in allen")


@attrs.frozen
class ProcessData:
    """The data of the module.

    Attributes:
        phases: The phases in their order; those of the library if empty.
        current: Id of the current phase, if the dates of the cycles do not say it.
        cycles: The cycles, the oldest first.
        actors: Who steers.
        structures: In what they meet.
        instruments: By what they steer.
        texts: The words.
    """

    phases: tuple[Phase, ...] = key(
        "phasen", default=(), doc="Eigene Phasen in ihrer Folge; ohne Angabe die sechs üblichen"
    )
    current: str = key(
        "aktuelle_phase",
        default="",
        doc="Kennung der laufenden Phase; ohne Angabe sagen es die Daten der Zyklen",
    )
    cycles: tuple[Cycle, ...] = key("zyklen", default=(), doc="Durchläufe, die ältesten zuerst")
    actors: tuple[Element, ...] = key("akteure", default=(), doc="Wer steuert", table=True)
    structures: tuple[Element, ...] = key(
        "strukturen", default=(), doc="Worin gesteuert wird: Gremien und Gruppen", table=True
    )
    instruments: tuple[Element, ...] = key(
        "instrumente", default=(), doc="Womit gesteuert wird", table=True
    )
    texts: Texts = key("texte", default=Texts(), doc="Wörter des Moduls")
