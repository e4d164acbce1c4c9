"""How many examples a property gets, by what one of them costs.

A hundredth of a second is worth the number that the profile asks for. The same failures are found
by fewer examples where each of them writes a whole file or looks at dozens of variants.
"""

from __future__ import annotations

from hypothesis import settings

_ASKED = settings().max_examples

dear = settings(max_examples=max(_ASKED // 4, 5))
"""For a tenth of a second: a whole Word file, a folder of pages, dozens of spoiled files."""
dearest = settings(max_examples=max(_ASKED // 8, 5))
"""For a quarter of a second and more: a PDF, another program."""
