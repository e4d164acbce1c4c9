"""The first half of the contract: one file, the same bytes every time."""

from __future__ import annotations

import re

from kommunal_nh.exporters import Exporter
from kommunal_nh.testing.elsewhere import HERE, THERE, written_in
from kommunal_nh.testing.rebuilding import deferred
from kommunal_nh.testing.sample import deep_document, usual_document
from kommunal_nh.testing.trial import Trial, demand

_FORMS = {
    "format": r"[a-z][a-z0-9-]*",
    "suffix": r"(\.[a-z0-9][a-z0-9-]*)+",
    "media_type": r"[a-z]+/[a-zA-Z0-9][\w.+-]*",
}
_UNKNOWN = {"no-exporter-knows-this": "x", "": "", "kommunal_nh": "1"}


class KeepsFiles(Trial):
    """What an exporter leaves behind."""

    def test_it_is_an_exporter(self) -> None:
        """It has a format, a suffix, a media type and a method `write`."""
        demand(
            not isinstance(self.exporter, type) and isinstance(self.exporter, Exporter),
            f"{self.exporter!r} is no exporter: it needs format, suffix, media_type and write, "
            "and `exporter` is an object, not a class.",
        )

    def test_its_names_are_well_formed(self) -> None:
        """The format can be typed, the suffix begins with a dot, the media type has two parts."""
        for name, form in _FORMS.items():
            value = getattr(self.exporter, name)
            demand(bool(re.fullmatch(form, value)), f"{name}={value!r} is not well formed: {form}")

    def test_it_writes_its_file_and_no_other(self) -> None:
        """After writing there is the target, and nothing beside it or in the working folder."""
        files = self.run(usual_document()).files
        target = f"folder/report{self.exporter.suffix}"
        others = [name for name in files if name != target]
        demand(not others, f"Beside its target the exporter has written: {', '.join(others)}")

    def test_the_same_document_gives_the_same_bytes(self) -> None:
        """Neither what was written before nor the name of the target changes the file."""
        first = self.run(usual_document()).data
        self.run(deep_document())
        demand(
            self.run(usual_document(), name=".tmp-1").data == first,
            "The same document, written again under another name, gives other bytes. Time, "
            "chance, the target's name or what was written before are in the file.",
        )

    def test_another_process_gives_the_same_bytes(self) -> None:
        """Another hash seed, another time zone and another day give the same bytes."""
        document = usual_document()
        demand(
            written_in(HERE, self.exporter, document) == written_in(THERE, self.exporter, document),
            "In another process, with another hash seed, time zone and date, the same document "
            "gives other bytes. Use document.as_of as time stamp, and sort sets.",
        )

    def test_unknown_options_are_ignored(self) -> None:
        """Options that other formats know neither fail nor change anything."""
        demand(
            self.run(usual_document(), options=_UNKNOWN).data == self.run(usual_document()).data,
            "Options that the exporter does not know change the file.",
        )

    def test_long_fields_are_only_iterated(self) -> None:
        """Blocks and rows that are made anew each time one iterates them give the same bytes."""
        demand(
            self.run(deferred(usual_document())).data == self.run(usual_document()).data,
            "Blocks and rows that can only be iterated give other bytes than tuples.",
        )
