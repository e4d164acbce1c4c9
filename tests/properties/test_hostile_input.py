"""Whatever stands in a data folder, checking it ends in findings and building it in files.

Two ways to be hostile: bytes of the Soest example are deleted, repeated, exchanged or replaced; and
values of a small report are replaced by values of any other kind, anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kommunal_nh import DataError, Finding, Severity, build, check, load
from kommunal_nh.rules import RULES
from mutations import mutations
from small_folder import FOLDER, Json, paths, removed, replaced, write

SOEST = Path(__file__).parents[2] / "examples" / "kreis_soest"
FILES = (
    "bericht.yaml",
    "archiv.yaml",
    "kapitel/einleitung.md",
    "themen/4-konsum-globale-verantwortung.yaml",
)

one_change = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def judged(folder: Path) -> list[Finding]:
    """Check a folder; what it says agrees with `load`, and what has no error can be built."""
    findings = check(folder)
    assert all(finding.rule in RULES for finding in findings)
    if any(finding.severity is Severity.ERROR for finding in findings):
        with pytest.raises(DataError):
            load(folder)
    else:
        build(folder, ["markdown"], folder.parent / "aus")
    return findings


# ------------------------------------------------------------------------------------------- bytes


@pytest.fixture(scope="module")
def soest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a part of the Soest example."""
    folder = tmp_path_factory.mktemp("soest") / "daten"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((SOEST / name).read_bytes())
    return folder


@one_change
@given(name=st.sampled_from(FILES), mutate=mutations())
def test_changed_bytes_are_findings_or_a_report(
    soest: Path, name: str, mutate: Callable[[bytes], bytes]
) -> None:
    """The Soest data with a few changed bytes gives findings or a report, and nothing else."""
    original = (SOEST / name).read_bytes()
    (soest / name).write_bytes(mutate(original))
    try:
        judged(soest)
    finally:
        (soest / name).write_bytes(original)


@one_change
@given(data=st.binary(max_size=200), name=st.sampled_from(FILES))
def test_any_bytes_are_findings_or_a_report(soest: Path, data: bytes, name: str) -> None:
    """A file of any bytes whatever in the place of a data file gives findings or a report."""
    (soest / name).write_bytes(data)
    try:
        judged(soest)
    finally:
        (soest / name).write_bytes((SOEST / name).read_bytes())


# ------------------------------------------------------------------------------------------ values

PATHS = sorted(paths(FOLDER), key=str)

WORD_LIST = r"""
    ? -1 0 1 99999999999999999999 1e9 0x1 ١ ² nan ja klima sparen allianz alle soest ß * .. / . & \
    2024-10-01 0000-01-01 9999-12-31 2024-Q4 <b> [](#allianz) [](#?) klima.yaml bericht.yaml
    {thema} {ziel} {projekt:a} { } {0} {stand!r} %s bild.png
"""
TEXTS = (
    *WORD_LIST.split(),
    *("", " ", "# x", "a\nb", "\u00ad", "\u202e", "| a |\n|---|\n| b |", "x" * 5000),
)
NAMES = ("id", "titel", "0", "", "text", "x", "ziele")

scalars = st.one_of(
    st.sampled_from(TEXTS), st.text(max_size=8), st.integers(), st.booleans(), st.none()
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
    ),
    max_leaves=4,
)


def test_the_small_report_is_good(tmp_path: Path) -> None:
    """Without a change the small report has no findings, so the others come from the change."""
    assert judged(write(tmp_path / "daten", FOLDER)) == []


@settings(one_change, max_examples=settings().max_examples * 4)
@given(path=st.sampled_from(PATHS), value=values)
def test_changed_values_are_findings_or_a_report(
    tmp_path: Path, path: tuple[str | int, ...], value: Json
) -> None:
    """Any value in the place of any other gives findings or a report, and nothing else."""
    judged(write(tmp_path / "daten", replaced(path, value)))


@pytest.mark.parametrize("value", [None, "", "x", [], ["x"], [["x"]], {}, {"x": "y"}, [{"x": "y"}]])
@pytest.mark.parametrize("path", PATHS, ids=lambda path: ".".join(map(str, path)))
def test_every_value_may_be_of_every_kind(
    tmp_path: Path, path: tuple[str | int, ...], value: Json
) -> None:
    """Nothing, text, list or mapping in the place of each value gives findings or a report."""
    judged(write(tmp_path / "daten", replaced(path, value)))


@one_change
@given(path=st.sampled_from(PATHS))
def test_a_missing_value_is_a_finding_or_a_report(
    tmp_path: Path, path: tuple[str | int, ...]
) -> None:
    """Any value may be left out with its key; that gives findings or a report."""
    folder = tmp_path / "daten"
    for file in folder.glob("*.yaml"):
        file.unlink()
    judged(write(folder, removed(path)))
