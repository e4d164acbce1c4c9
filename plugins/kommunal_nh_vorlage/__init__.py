"""Council paper: a Word file for the committee, from the report and what changed in it.

What stands where:

    module     the module: which function answers which question of the library
    data       the keys of its file · texts: the words and templates that readers see
    facts      what templates can speak of: plain values, no objects
    templates  templates of the municipality: what they may do, rendering, what is wrong with them
    limits     how much a template may do · grammar: which parts of the language it may use
    paper      the paper as a list of parts, without Word
    word       writes it as a Word file · styles: how it looks
    rules      what is found wrong with the data
"""

from __future__ import annotations

from kommunal_nh import hookimpl
from kommunal_nh_vorlage.module import PaperModule

__all__ = ["PaperModule", "kommunal_nh_modules"]


@hookimpl
def kommunal_nh_modules() -> list[PaperModule]:
    """Offer the module `vorlage`.

    Returns:
        The module.
    """
    return [PaperModule()]
