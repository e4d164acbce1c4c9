"""Editions as the assembly sees them, with or without the numbers inside texts."""

from __future__ import annotations

import attrs

from kommunal_nh.assembly.context import Context
from kommunal_nh.model import Edition
from kommunal_nh.numbering import numbering_of
from kommunal_nh.text import Target
from kommunal_nh.walks import former_ids

NUMBER, TITLE, SHORT_TITLE = "\ue000", "\ue001", "\ue002"
"""Stand in a neutral text for what a reference prints; of the characters that mean nothing."""


@attrs.frozen(eq=False, repr=False, slots=False)
class NeutralContext(Context):
    """An edition whose references say where they lead, but not yet what they print.

    So texts can be compared: a target with another number is no change of the text.

    Attributes:
        known: Ids of everything that one of the editions has.
    """

    known: frozenset[str] = frozenset()

    def target(self, thing_id: str) -> Target | None:
        """See `Context.target`."""
        if thing_id not in self.known:
            return None
        return Target(thing_id, NUMBER, TITLE, SHORT_TITLE)


def context_of(edition: Edition) -> Context:
    """An edition for the assembly.

    Args:
        edition: The edition.

    Returns:
        Its report with the numbers that were printed; without its own history.
    """
    return Context(attrs.evolve(edition.report, past=()), numbering_of(edition))


def in_words_of(context: Context, other: Context) -> Context:
    """An edition that speaks with the labels of another.

    Args:
        context: The edition.

        other: The edition with the labels.

    Returns:
        The same report; only its dates and the words of its frame can differ.
    """
    profile = attrs.evolve(context.profile, labels=other.labels)
    return Context(attrs.evolve(context.report, profile=profile), context.numbering)


def neutral(new: Context, old: Context) -> tuple[NeutralContext, NeutralContext]:
    """Two editions whose texts can be compared.

    Both speak with the newer edition's labels, and units and municipalities have the newer names:
    what they are called is a change of the report and not of each project that names them.

    Args:
        new: The newer edition.

        old: The older one.

    Returns:
        Both editions in this order, with neutral references.
    """
    both = (old.report, new.report)
    units = {name: unit for report in both for name, unit in report.units.items()}
    places = {name: place for report in both for name, place in report.municipalities.items()}
    known = frozenset(
        name for each in (old, new) for name in (*each.things, *former_ids(each.report))
    )

    def made(context: Context) -> NeutralContext:
        told = in_words_of(context, new)
        report = attrs.evolve(told.report, units=units, municipalities=places, modules={})
        return NeutralContext(report, context.numbering, known=known)

    return made(new), made(old)
