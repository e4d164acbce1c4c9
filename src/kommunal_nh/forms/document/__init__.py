"""Questionnaires as Word files (DOCX): a table for each project, whose open cells are controls.

layout      words · xml, controls, parts, writing: the file that is sent
words       what paragraphs say · tables: labels and cells · hidden: the last one · reading: answers

Everything is read from the tables, since not every program keeps controls.
"""

from __future__ import annotations

from kommunal_nh.forms.document.reading import read
from kommunal_nh.forms.document.writing import write

__all__ = ["read", "write"]
