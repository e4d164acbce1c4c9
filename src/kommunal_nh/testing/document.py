"""Documents as exporters get them."""

from __future__ import annotations

from hypothesis import strategies as st

from kommunal_nh.assembly import assemble
from kommunal_nh.document import Document
from kommunal_nh.model import Report
from kommunal_nh.public import public_view
from kommunal_nh.testing.report import reports


def documents(report: st.SearchStrategy[Report] | None = None) -> st.SearchStrategy[Document]:
    """Documents as exporters get them: of the public part of a report.

    Args:
        report: Reports to choose from; any report if left out.

    Returns:
        A strategy for documents.
    """
    return (reports() if report is None else report).map(lambda one: assemble(public_view(one)))
