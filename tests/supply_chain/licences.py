"""The licences of all packages that the library needs, as they are installed; what is allowed.

The European Union Public Licence does not reach into other works that a program only uses. What
counts is that nothing in here forbids to pass all of it on together.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import Distribution, PackageMetadata, distribution

from packaging.requirements import Requirement

ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT", "MIT-0", "MIT-CMU",
    "PSF-2.0",  # all of these ask for no more than to be named
    "MPL-2.0",  # named as compatible in the appendix of the EUPL
    "OFL-1.1",  # fonts; may be passed on with any program
    "EUPL-1.2",
}  # fmt: skip
TOOLS_ONLY = {
    "AGPL-3.0",  # pymupdf: looks at PDF files in tests
    "LGPL-2.1-only",  # docxtpl: what our Word file is compared with
    "GPL-2.0-or-later",  # the program pandoc in pypandoc_binary; docutils has some in its tools
}
"""Allowed for what only runs in tests and for the documentation, and is passed on to nobody."""

_SPDX = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "Dual Licensed - GNU AFFERO GPL 3.0 or Artifex Commercial License": "AGPL-3.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "SIL OFL V1.1": "OFL-1.1",
}
"""What packages say that do not use the names of SPDX."""
_MORE = {
    "atheris": "Apache-2.0",  # only the file in the package says so
    "docutils": "BSD-2-Clause AND GPL-2.0-or-later",
    "libcst": "MIT AND PSF-2.0 AND Apache-2.0",
    "pypandoc-binary": "MIT AND GPL-2.0-or-later",
}
"""Packages that hold more than what their metadata names first."""


def packages(requirement: str) -> dict[str, Distribution]:
    """All packages that are installed for a requirement, itself left out.

    Args:
        requirement: Such as `kommunal-nh[testing]`.

    Returns:
        The distributions by name.
    """
    found: dict[str, Distribution] = {}
    seen, waiting = set(), [Requirement(requirement)]
    while waiting:
        one = waiting.pop()
        key = (_plain(one.name), *sorted(one.extras))
        if key in seen:
            continue
        seen.add(key)
        found[key[0]] = distribution(one.name)
        waiting += _wanted(found[key[0]], {"", *one.extras})
    del found[_plain(Requirement(requirement).name)]
    return found


def _wanted(package: Distribution, extras: set[str]) -> Iterable[Requirement]:
    for line in package.requires or ():
        one = Requirement(line)
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras):
            yield one


def licence(package: Distribution) -> str:
    """What a package says of its licence.

    Args:
        package: The package.

    Returns:
        An expression with names of SPDX, such as `MIT`.
    """
    data = package.metadata
    name = _plain(data["Name"])
    kinds = (one for one in data.get_all("Classifier") or () if one.startswith("License ::"))
    said = (
        _field(data, "License-Expression")
        or _short(_field(data, "License"))
        or next((kind.rsplit(" :: ")[-1] for kind in kinds), "unknown")
    )
    return _MORE.get(name) or _SPDX.get(said, said)


def terms(expression: str) -> list[set[str]]:
    """The licences of an expression: each of them holds, and of each set one may be chosen.

    Args:
        expression: Such as `MIT AND (0BSD OR CC0-1.0)`.

    Returns:
        The sets.
    """
    parts = expression.replace("(", "").replace(")", "").split(" AND ")
    return [{one.strip() for one in part.split(" OR ")} for part in parts]


def _field(data: PackageMetadata, name: str) -> str:
    return data[name] if name in data else ""  # noqa: SIM401 - there is no get


def _short(text: str) -> str:
    """The first line of what may be a whole licence."""
    return text.strip().split("\n")[0]


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")
