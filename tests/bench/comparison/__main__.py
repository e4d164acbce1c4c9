"""Compares Word files of one report: `python tests/bench/comparison [EXAMPLE] [-o FOLDER]`.

contestants.py   the same report by kommunal_nh, pandoc, docxtpl and python-docx
../peers         what docxtpl and python-docx are given, and how they are used
facts.py         what can be counted in a Word file

Needs LibreOffice, poppler and the extras `checks` and `docs`. Prints the facts as a table, and
leaves in the folder the files, their PDF, and pictures of their pages side by side.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "peers"))

from contestants import CONTESTANTS
from facts import facts
from PIL import Image, ImageOps

ROOT = Path(__file__).parents[3]
_TAGGED = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
_SIZE = (330, 467)


def main(example: str, out: Path) -> None:
    """Make the files, count, and picture them.

    Args:
        example: Name of a folder in `examples/`.

        out: Folder for what is made.
    """
    out.mkdir(parents=True, exist_ok=True)
    table: dict[str, dict[str, str]] = {}
    for name, write in CONTESTANTS.items():
        target = out / f"{name}.docx"
        started = sum(os.times()[:4])
        write(ROOT / "examples" / example, target)
        spent = sum(os.times()[:4]) - started
        table[name] = {**facts(target, _as_pdf(target)), "CPU seconds": f"{spent:.1f}"}
        _picture(target)
    _print(table)
    for place in range(1, max(len(_pages(out / f"{name}.docx")) for name in CONTESTANTS) + 1):
        _side_by_side(out, place)


def _as_pdf(word: Path) -> Path:
    profile = f"-env:UserInstallation={(word.parent / 'profile').as_uri()}"
    order = ("--convert-to", _TAGGED, "--outdir", str(word.parent), str(word))
    _run("soffice", "--headless", profile, *order)
    return word.with_suffix(".pdf")


def _picture(word: Path) -> None:
    _run("pdftoppm", "-r", "50", "-png", str(word.with_suffix(".pdf")), str(word.with_suffix("")))


def _pages(word: Path) -> list[Path]:
    return sorted(word.parent.glob(f"{word.stem}-[0-9]*.png"))


def _side_by_side(out: Path, place: int) -> None:
    result = Image.new("RGB", (_SIZE[0] * len(CONTESTANTS), _SIZE[1]), "#9aa0a6")
    for column, name in enumerate(CONTESTANTS):
        for page in _pages(out / f"{name}.docx")[place - 1 : place]:
            with Image.open(page) as opened:
                result.paste(ImageOps.contain(opened, _SIZE), (column * _SIZE[0], 0))
    result.save(out / f"side-by-side-{place:03}.png")


def _print(table: dict[str, dict[str, str]]) -> None:
    names = [*table]
    rows = [["", *names], ["---"] * (len(names) + 1)]
    rows += [[fact, *(table[name][fact] for name in names)] for fact in table[names[0]]]
    for row in rows:
        sys.stdout.write(f"| {' | '.join(row)} |\n")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=300)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python tests/bench/comparison", description=__doc__)
    parser.add_argument("example", nargs="?", default="kreis_soest")
    parser.add_argument("-o", "--out", type=Path, default=Path("build/comparison"))
    options = parser.parse_args()
    main(options.example, options.out)
