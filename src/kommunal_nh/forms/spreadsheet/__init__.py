"""Questionnaires as spreadsheets (XLSX), for Excel and LibreOffice.

layout      words and widths · styles, texts, long, hidden, writing: the file that is sent
cells       what stands in its cells · numbers: dates and decimals as they were seen
reading     answers · rows, ideas, places
"""

from __future__ import annotations

from kommunal_nh.forms.spreadsheet.reading import read
from kommunal_nh.forms.spreadsheet.writing import write

__all__ = ["read", "write"]
