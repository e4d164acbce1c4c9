"""One thing that is wrong with a Word file."""

from __future__ import annotations

import attrs


@attrs.frozen
class Problem:
    """One thing that is wrong with a Word file.

    Attributes:
        rule: Id of the rule, such as `table-header`.
        message: What is wrong and where, for people, in German.
        part: The part of the file, such as `word/document.xml`.
    """

    rule: str
    message: str
    part: str

    def __str__(self) -> str:
        return f"{self.part}: {self.message} [{self.rule}]"
