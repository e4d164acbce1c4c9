"""For the tests of plugins: reports and documents to try them with, and what an exporter promises.

    documents ── reports ─┬─ profiles ── schemes
                          └─ texts, plain_texts, titles, words, ids, partial_dates
    numbers ──── patterns

The strategies make what municipal reports really hold (umlauts, slashes, soft hyphens, typographic
quotes, emoji, words without end), and everything they make is allowed: `kommunal_nh.check` finds no
error in a generated report. Use them like any other strategy of Hypothesis:

    >>> from hypothesis import given
    >>> @given(documents())
    ... def test_my_exporter_keeps_every_title(document): ...

`ExporterContract` is a class of tests for exporters, `FolderContract` for those that write a
folder; see there. All this needs the extra `testing`: `pip install kommunal-nh[testing]`. Nothing
else in the library imports this package.
"""

from __future__ import annotations

from kommunal_nh.errors import MissingExtra

try:
    from kommunal_nh.testing.contract import ExporterContract
    from kommunal_nh.testing.document import documents
    from kommunal_nh.testing.folder import FolderContract
    from kommunal_nh.testing.number import numbers, patterns
    from kommunal_nh.testing.profile import profiles, schemes
    from kommunal_nh.testing.report import reports
    from kommunal_nh.testing.text import plain_texts, texts
    from kommunal_nh.testing.word import ids, partial_dates, titles, words
except ModuleNotFoundError as problem:
    raise MissingExtra(
        f"Für kommunal_nh.testing fehlt das Paket {problem.name}. Bitte installieren: "
        'pip install "kommunal-nh[testing]"'
    ) from problem

__all__ = [
    "ExporterContract",
    "FolderContract",
    "documents",
    "ids",
    "numbers",
    "partial_dates",
    "patterns",
    "plain_texts",
    "profiles",
    "reports",
    "schemes",
    "texts",
    "titles",
    "words",
]
