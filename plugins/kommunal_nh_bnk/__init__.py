"""BNK: what a report says on the criteria of the Berichtsrahmen Nachhaltige Kommune.

What stands where:

    module     the module: which function answers which question of the library
    data       the keys of its file · texts: the words that readers see
    catalogue  versions of the framework, and the criteria of one · versions/: one file for each
    coverage   which criterion is covered by what, explained, or open
    chapter    the chapter: coverage and cross-references
    facts      criteria among the facts of themes, goals and projects
    rules      what is found wrong with the data
"""

from __future__ import annotations

from kommunal_nh import hookimpl
from kommunal_nh_bnk.module import BnkModule

__all__ = ["BnkModule", "kommunal_nh_modules"]


@hookimpl
def kommunal_nh_modules() -> list[BnkModule]:
    """Offer the module `bnk`.

    Returns:
        The module.
    """
    return [BnkModule()]
