"""The formats of questionnaires: each only translates between a file and what was asked or said.

A format is a module with two functions, `write` and `read`; it is loaded when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from kommunal_nh.merging.answers import Answers
    from kommunal_nh.surveying.model import Questionnaire


@attrs.frozen
class Form:
    """A format of questionnaires.

    Attributes:
        name: What users call it, and the ending of its files without the dot.
        home: The module with its `write` and `read`.
    """

    name: str
    home: str

    @property
    def suffix(self) -> str:
        """The ending of its files."""
        return f".{self.name}"

    def write(self, asked: Questionnaire, target: Path) -> None:
        """Write what a unit is asked.

        Args:
            asked: The questions.

            target: The file; its folder is there.
        """
        write: Callable[[Questionnaire, Path], None] = import_module(self.home).write
        write(asked, target)

    def read(self, source: Path) -> Answers:
        """Read what came back.

        Args:
            source: The file.

        Returns:
            What stands in it.

        Raises:
            UsageError: It is no questionnaire, is damaged, or holds what is not read, such as
                macros.
        """
        read: Callable[[Path], Answers] = import_module(self.home).read
        return read(source)


FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("xlsx", "kommunal_nh.forms.spreadsheet"),
        Form("docx", "kommunal_nh.forms.document"),
    )
}
"""Every format by name."""
