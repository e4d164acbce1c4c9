"""Management cycle: phases, cycles with milestones and resolutions, who steers and by what.

What stands where:

    module     the module: which function answers which question of the library
    data       the keys of its file · phases: the phases that are known without being declared
    texts      the words that readers see
    course     which phase is the current one, and which comes next
    chapter    the chapter · tables: its tables
    timeline   the figure · places: where a date is in it
    rules      what is found wrong with the data
"""

from __future__ import annotations

from kommunal_nh import hookimpl
from kommunal_nh_prozess.module import ProcessModule

__all__ = ["ProcessModule", "kommunal_nh_modules"]


@hookimpl
def kommunal_nh_modules() -> list[ProcessModule]:
    """Offer the module `prozess`.

    Returns:
        The module.
    """
    return [ProcessModule()]
