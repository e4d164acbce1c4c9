"""Questionnaires as spreadsheets (XLSX), for Excel and LibreOffice.

layout      words and widths · styles, texts, hidden, writing: the file that is sent
package     the parts of a file that came back, within bounds
cells       what stands in its cells · reading: answers
"""

from __future__ import annotations

from kommunal_nh.forms.spreadsheet.writing import write

__all__ = ["write"]
