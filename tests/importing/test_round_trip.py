"""What this library writes, it reads: the same report comes back."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from tests.importing.carried import carried

from kommunal_nh import Report, assemble, load, public_view
from kommunal_nh.importing import Imported, read_manuscript, recognised
from kommunal_nh.plugins import exporters
from kommunal_nh.testing import reports

EXAMPLES = Path(__file__).parents[2] / "examples"
FORMATS = ("docx", "html", "markdown")
NAMES = ("kreis_soest", "blaustein", "gnk_musterkommune", "blaustein_handlungskonzept", "minimal")


def there_and_back(report: Report, form: str) -> Imported:
    """A report, written to a file and read from it."""
    exporter = exporters()[form]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"report{exporter.suffix}")
        exporter.write(assemble(public_view(report)), file, {})
        return recognised(read_manuscript(file), public_view(report).profile)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_an_example_comes_back(name: str, form: str) -> None:
    """An example's file becomes the data that it was made from, and nothing is left over."""
    report = load(EXAMPLES / name)
    found = there_and_back(report, form)
    assert carried(found.report, form) == carried(report, form)
    assert not found.left
    assert not found.findings


@pytest.mark.parametrize("form", FORMATS)
@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(report=reports())
def test_any_report_comes_back(report: Report, form: str) -> None:
    """A file becomes the data that it was made from, whatever its profile calls things."""
    labels = [field.label for field in report.profile.fields]
    assume(len(set(labels)) == len(labels))  # two fields of one name can not be told apart
    found = there_and_back(report, form)
    assert carried(found.report, form) == carried(report, form)
    assert not found.left
