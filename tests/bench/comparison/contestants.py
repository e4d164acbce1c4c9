"""The same report as a Word file, made in the four ways that a municipality could choose."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import by_hand_alone
import pypandoc
import template_alone
from lines import document_of, values_of

from kommunal_nh import build


def ours(folder: Path, target: Path) -> None:
    """Write it with kommunal_nh.

    Args:
        folder: A data folder.

        target: The Word file.
    """
    build(folder, "docx", target)


def pandoc(folder: Path, target: Path) -> None:
    """Write it with pandoc, from the Markdown that kommunal_nh exports.

    Args:
        folder: A data folder.

        target: The Word file.
    """
    (source,) = build(folder, "markdown", target.with_suffix(".md"))
    program = pypandoc.get_pandoc_path()
    order = ("-f", "gfm", "--toc", "--toc-depth=4", "-M", "lang=de-DE", "-o", str(target))
    subprocess.run([program, *order, str(source)], check=True)


def python_docx(folder: Path, target: Path) -> None:
    """Write it as the tutorials of python-docx do, with its own template.

    Args:
        folder: A data folder.

        target: The Word file.
    """
    by_hand_alone.write(values_of(document_of(folder)), target)


def with_docxtpl(folder: Path, target: Path) -> None:
    """Write it by filling a Word file with docxtpl.

    Args:
        folder: A data folder.

        target: The Word file.
    """
    template = target.with_suffix(".template.docx")
    template_alone.make(template)
    template_alone.fill(template, values_of(document_of(folder)), target)


CONTESTANTS: Mapping[str, Callable[[Path, Path], None]] = {
    "kommunal_nh": ours,
    "pandoc": pandoc,
    "docxtpl": with_docxtpl,
    "python-docx": python_docx,
}
"""The ways, by name."""
