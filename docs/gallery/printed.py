"""Pages of files that are made for paper."""

from __future__ import annotations

import subprocess
from pathlib import Path

_DOTS_PER_INCH = 40


def pages(file: Path, scratch: Path) -> list[Path]:
    """Picture the pages of a file.

    Args:
        file: A PDF, or something that LibreOffice can make one of.

        scratch: A folder for the pictures.

    Returns:
        One picture for each page.
    """
    scratch.mkdir()
    pdf = file if file.suffix == ".pdf" else _as_pdf(file, scratch)
    run("pdftoppm", "-r", str(_DOTS_PER_INCH), "-png", str(pdf), str(scratch / "page"))
    return sorted(scratch.glob("page*.png"))


def _as_pdf(file: Path, scratch: Path) -> Path:
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    order = ("--convert-to", "pdf", "--outdir", str(scratch), str(file))
    run("soffice", "--headless", profile, *order)
    return scratch / f"{file.stem}.pdf"


def run(*command: str) -> None:
    """Run a program that has to succeed.

    Args:
        command: The program and what it is told.
    """
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
