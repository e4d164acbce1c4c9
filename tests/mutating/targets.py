"""Which modules are changed on purpose, and the tests that are about each of them."""

from __future__ import annotations

from typing import NamedTuple


class Target(NamedTuple):
    """A module, and what has to notice every change of it.

    Attributes:
        source: Path of the module, or a pattern for several, below `src` or `plugins`.
        tests: Files with tests, below `tests`.
    """

    source: str
    tests: tuple[str, ...]


TARGETS = {
    "numbering": Target(
        "kommunal_nh/numbering.py", ("test_numbering.py", "properties/test_numbering.py")
    ),
    "patterns": Target(
        "kommunal_nh/patterns.py",
        ("test_patterns.py", "test_numbering.py", "properties/test_numbering.py"),
    ),
    "docx-xml": Target("kommunal_nh_docx/xml.py", ("plugins/test_docx_text.py",)),
    "html-escaping": Target(
        "kommunal_nh_html/escaping.py",
        ("plugins/test_html_escaping.py",),
    ),
    "markdown-escaping": Target(
        "kommunal_nh_markdown/escaping.py", ("plugins/test_markdown_texts.py",)
    ),
    "pdf-signs": Target("kommunal_nh_pdf/signs.py", ("plugins/test_pdf_signs.py",)),
    "merging": Target("kommunal_nh/loading/merging.py", ("test_merging.py",)),
    "advancing": Target("kommunal_nh/editions/advancing.py", ("editions/test_advancing.py",)),
    "freezing": Target("kommunal_nh/editions/freezing.py", ("editions/test_freezing.py",)),
    "frozen": Target("kommunal_nh/editions/frozen.py", ("editions/test_frozen.py",)),
    "making": Target("kommunal_nh/editions/making.py", ("editions/test_making.py",)),
    "agenda": Target("kommunal_nh/editions/agenda.py", ("editions/test_advancing.py",)),
    "shelf": Target("kommunal_nh/editions/shelf.py", ("editions/test_shelf.py",)),
    "soundness": Target(
        "kommunal_nh/editions/soundness.py",
        ("editions/test_soundness.py", "properties/test_hostile_editions.py"),
    ),
    "edition-rules": Target("kommunal_nh/editions/rules.py", ("editions/test_rules.py",)),
}
