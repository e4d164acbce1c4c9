"""The other tools, in the order of the table."""

from __future__ import annotations

from peers.pandoc import PANDOC_DOCX, PANDOC_HTML
from peers.printing import WEASYPRINT
from peers.requirements import DOORSTOP, STRICTDOC
from peers.word import DOCXTPL, DOCXTPL_LINES, PYTHON_DOCX

PEERS = (
    PANDOC_DOCX,
    DOCXTPL,
    DOCXTPL_LINES,
    PYTHON_DOCX,
    PANDOC_HTML,
    STRICTDOC,
    DOORSTOP,
    WEASYPRINT,
)
