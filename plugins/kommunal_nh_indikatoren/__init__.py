"""Indicators: what is measured, what it shall become, and how it is getting on.

What stands where:

    module     the module: which function answers which question of the library
    data       the keys of its file · texts: the words that readers see
    series     the values in order · rule: how they are evaluated, and who published the rule
    verdicts   the evaluation in sentences · looks: as a chip · numbers: as they are printed
    chapter    the overview · sections: one for each indicator · explaining: the rule for readers
    chart      what is drawn · axes, lines · tables: the same figures in rows
    facts      what themes, goals and projects say of their indicators
    rules      what is found wrong with the data · rules_of_series, rules_of_targets
    placing    names of the rules, and where findings stand
"""

from __future__ import annotations

from kommunal_nh import hookimpl
from kommunal_nh_indikatoren.module import IndicatorsModule

__all__ = ["IndicatorsModule", "kommunal_nh_modules"]


@hookimpl
def kommunal_nh_modules() -> list[IndicatorsModule]:
    """Offer the module `indikatoren`.

    Returns:
        The module.
    """
    return [IndicatorsModule()]
