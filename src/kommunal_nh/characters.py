"""Characters that no report can hold, and those that nobody sees but that change what is seen."""

from __future__ import annotations

import re

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML, and so DOCX, forbids, and the other control characters, which nobody can see."""

HIDDEN = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Marks that turn the direction of writing, spaces without width, fillers and tags. Soft hyphens,
and what joins letters and emoji, have their use in a text."""
