"""From two editions to what changed."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kommunal_nh.assembly.context import Context
from kommunal_nh.comparing.changes import Change, Changes, Kind
from kommunal_nh.comparing.contexts import context_of, neutral
from kommunal_nh.comparing.endings import Endings
from kommunal_nh.comparing.frame import notes, report_changes
from kommunal_nh.comparing.passages import text_changes
from kommunal_nh.comparing.placing import Key, Spot, number_of, placed, spots_of
from kommunal_nh.model import Edition


def compare(old: Edition, new: Edition) -> Changes:
    """Compare two editions of a report.

    Things are matched by their ids, so what moved is one thing that moved. Texts are compared as
    readers see them: other line ends in the source change nothing, nor do other numbers in
    references.

    Args:
        old: The older edition.

        new: The newer one.

    Returns:
        What changed; false if nothing did.
    """
    contexts = context_of(new), context_of(old)
    pair = _Pair(*contexts, *neutral(*contexts))
    endings = Endings(pair.neutral_old, pair.neutral_new)
    things = tuple(_things(pair, endings))
    return Changes(
        old,
        new,
        things,
        endings.others(),
        (*report_changes(*contexts), *endings.corrections()),
        tuple(notes(new.report, old.report)),
        contexts=contexts,
    )


@attrs.frozen(eq=False)
class _Pair:
    """Two editions, each as it prints its references and without their numbers."""

    new: Context
    old: Context
    neutral_new: Context
    neutral_old: Context


def _things(pair: _Pair, endings: Endings) -> Iterator[Change]:
    before, after = spots_of(pair.old), spots_of(pair.new)
    for key, now in after.items():
        if key not in before:
            yield Change(key[1], None, placed(pair.new, now))
        elif change := _change(pair, key, before[key], now):
            yield change
    for key, then in before.items():
        if key not in after:
            was = placed(pair.old, then)
            ending = endings.of(key[1], was.title) if key[0] is Kind.PROJECT else None
            yield Change(key[1], was, None, ending=ending)


def _change(pair: _Pair, key: Key, then: Spot, now: Spot) -> Change | None:
    """What happened to a thing that both editions have; most are equal and stay where they are."""
    same = then.thing == now.thing and then.home[-1:] == now.home[-1:]
    if same and number_of(pair.old, then) == number_of(pair.new, now):
        return None
    change = Change(key[1], placed(pair.old, then), placed(pair.new, now))
    if then.thing != now.thing:
        texts = tuple(text_changes(pair.neutral_old, pair.neutral_new, change))
        change = attrs.evolve(change, texts=texts)
    happened = change.has_new_status or change.is_moved or change.has_new_number or change.texts
    return change if happened else None
