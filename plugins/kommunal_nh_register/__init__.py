"""Register: projects by department, municipality and goal for sustainable development.

What stands where:

    module    the module: which function answers which question of the library
    data      the keys of its file · texts: the words that readers see
    view      one report, with its names and words
    entries   which projects stand under which entry of which register
    chapter   the chapter with all registers, in the order of the data
    matrix    which municipality works together on which project, as a table
    rules     what is found wrong with the data
"""

from __future__ import annotations

from kommunal_nh import hookimpl
from kommunal_nh_register.module import RegisterModule

__all__ = ["RegisterModule", "kommunal_nh_modules"]


@hookimpl
def kommunal_nh_modules() -> list[RegisterModule]:
    """Offer the module `register`.

    Returns:
        The module.
    """
    return [RegisterModule()]
