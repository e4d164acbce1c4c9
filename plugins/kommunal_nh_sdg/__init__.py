"""SDG: which goals for sustainable development the themes, goals and projects of a report serve.

What stands where:

    module    the module: which function answers which question of the library
    data      the keys of its file · texts: the words that readers see
    view      one report, with what it serves and how that is called
    facts     chips among the facts of themes, goals and projects
    chapter   the chapter: matrix, index and gaps
    rules     what is found wrong with the data

Titles, colours and inheritance are the library's (`kommunal_nh.sdgs`), so that others can use them.
"""

from __future__ import annotations

from kommunal_nh import hookimpl
from kommunal_nh_sdg.module import SdgModule

__all__ = ["SdgModule", "kommunal_nh_modules"]


@hookimpl
def kommunal_nh_modules() -> list[SdgModule]:
    """Offer the module `sdg`.

    Returns:
        The module.
    """
    return [SdgModule()]
