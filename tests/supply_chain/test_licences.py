"""Every package that is needed has a licence that goes with the EUPL, and stands in the docs."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from tests.supply_chain.licences import ALLOWED, TOOLS_ONLY, licence, packages, terms

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "dependencies.md"
_ROW = re.compile(r"^\| (\w[\w.-]*) \| ([^|]+) \|", re.MULTILINE)


def installed(requirement: str) -> dict[str, str]:
    """The licences of all packages for a requirement, by name."""
    try:
        return {name: licence(one) for name, one in packages(requirement).items()}
    except PackageNotFoundError as problem:
        pytest.skip(f"{problem.name} is not installed")


def listed(heading: str) -> dict[str, str]:
    """The licences that the page names under a heading."""
    section = PAGE.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return {name: said.strip() for name, said in _ROW.findall(section) if name != "Package"}


@pytest.mark.parametrize("requirement", ["kommunal-nh", "kommunal-nh[testing]"])
def test_what_users_install_goes_with_the_eupl(requirement: str) -> None:
    """Whoever passes the library on with all that it needs breaks no licence."""
    licences = installed(requirement)

    assert len(licences) > 10
    assert [
        f"{name}: {said}"
        for name, said in licences.items()
        if not all(choice & ALLOWED for choice in terms(said))
    ] == []


def test_tools_of_developers_have_known_licences() -> None:
    """What only tests and documentation run may have other licences, but no unknown one."""
    known = ALLOWED | TOOLS_ONLY

    assert [
        f"{name}: {said}"
        for name, said in installed("kommunal-nh[test,checks,docs,fuzz,mutation]").items()
        if not all(choice & known for choice in terms(said))
    ] == []


@pytest.mark.parametrize(
    ("requirement", "heading"),
    [
        ("kommunal-nh", "What the library needs"),
        ("kommunal-nh[test,checks,docs,fuzz,mutation]", "What developers need"),
    ],
)
def test_the_page_names_every_package_and_licence(requirement: str, heading: str) -> None:
    """The documentation lists all packages with the licences that they have."""
    needed = installed("kommunal-nh")
    expected = {
        name: said
        for name, said in installed(requirement).items()
        if requirement == "kommunal-nh" or name not in needed
    }

    assert listed(heading) == expected


def test_a_licence_that_is_not_allowed_would_be_found() -> None:
    """Of a choice one is enough; of what holds together, each must be allowed."""
    assert all(choice & ALLOWED for choice in terms("GPL-3.0-only OR MIT"))
    assert not all(choice & ALLOWED for choice in terms("GPL-3.0-only AND MIT"))
    assert not all(choice & ALLOWED for choice in terms("unknown"))
