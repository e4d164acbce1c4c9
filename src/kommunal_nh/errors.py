"""What can go wrong, as one tree of exceptions.

    KommunalNHError
    ├── DataError            the data has errors; carries every finding
    ├── NumberingError       two things would print the same number
    └── UsageError           a call or a command line that can not be carried out
        ├── UnknownFormat    no installed exporter writes this format
        ├── PluginConflict   two plugins claim the same name
        ├── MissingExtra     a format needs a package that is not installed
        └── EditionError     a frozen edition can not be read or written
            └── TamperedEdition   it was changed after it was frozen

Every message is a sentence for people: what is wrong, where, and what to do next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kommunal_nh.findings import Finding


class KommunalNHError(Exception):
    """Root of all exceptions that this library raises on purpose."""


class DataError(KommunalNHError):
    """The data has errors, so nothing was built.

    Attributes:
        findings: Everything that was found, errors first.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(self.findings)

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings)


class NumberingError(KommunalNHError):
    """Two things in one report would print the same number.

    Attributes:
        number: The number that would be printed twice.
        ids: The ids of both things.
    """

    def __init__(self, number: str, ids: tuple[str, str]) -> None:
        self.number = number
        self.ids = ids
        super().__init__(number, ids)

    def __str__(self) -> str:
        first, second = self.ids
        return (
            f"Die Nummer {self.number} käme zweimal vor: bei „{first}“ und bei „{second}“. "
            f"Bitte das Nummernmuster des Profils oder die Gliederung ändern."
        )


class UsageError(KommunalNHError):
    """A call or a command line that can not be carried out as it is."""


class UnknownFormat(UsageError):
    """No installed exporter writes the format that was asked for."""


class PluginConflict(UsageError):
    """Two plugins claim the same format, profile or module."""


class MissingExtra(UsageError):
    """A format needs a package that is not installed; the message names the command."""


class EditionError(UsageError):
    """A frozen edition can not be read, or a new one can not be made."""


class TamperedEdition(EditionError):
    """A frozen edition was changed after it was frozen."""
