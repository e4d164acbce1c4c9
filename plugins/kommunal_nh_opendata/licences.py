"""Licences that have a short name, and the data themes of the EU."""

from __future__ import annotations

import attrs

_DCAT = "http://dcat-ap.de/def/licenses"


@attrs.frozen
class Licence:
    """A licence.

    Attributes:
        name: Its short name.
        title: Its name.
        uri: Its address in the vocabulary of DCAT-AP.de.
        page: Its text.
        needs_name: Whether somebody has to be named.
    """

    name: str
    title: str
    uri: str
    page: str
    needs_name: bool


LICENCES = {
    one.name: one
    for one in (
        Licence(
            "dl-de-by-2.0",
            "Datenlizenz Deutschland – Namensnennung – Version 2.0",
            f"{_DCAT}/dl-by-de/2.0",
            "https://www.govdata.de/dl-de/by-2-0",
            needs_name=True,
        ),
        Licence(
            "dl-de-zero-2.0",
            "Datenlizenz Deutschland – Zero – Version 2.0",
            f"{_DCAT}/dl-zero-de/2.0",
            "https://www.govdata.de/dl-de/zero-2-0",
            needs_name=False,
        ),
        Licence(
            "cc-by-4.0",
            "Creative Commons Namensnennung 4.0 International",
            f"{_DCAT}/cc-by/4.0",
            "https://creativecommons.org/licenses/by/4.0/",
            needs_name=True,
        ),
        Licence(
            "cc0-1.0",
            "Creative Commons Zero 1.0",
            f"{_DCAT}/cc-zero",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            needs_name=False,
        ),
    )
}
THEMES = ("AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "OP_DATPRO",
          "REGI", "SOCI", "TECH", "TRAN")  # fmt: skip
"""Codes of the data themes."""


def licence_of(name: str) -> Licence:
    """A licence.

    Args:
        name: A short name, or the address of another licence.

    Returns:
        The licence.
    """
    return LICENCES.get(name) or Licence(name, name, name, name, needs_name=True)
