"""The module `indikatoren`: what is measured, what it shall become, and how it is getting on."""

from __future__ import annotations

from kommunal_nh import Module, hookimpl
from kommunal_nh_indikatoren.module import IndicatorsModule


@hookimpl
def kommunal_nh_modules() -> list[Module]:
    """Offer the module `indikatoren`."""
    return [IndicatorsModule()]
