"""Makes the pictures of the gallery anew: `python docs/gallery [EXAMPLE...]`.

Needs LibreOffice, poppler, Chromium and the Node packages in tests/outside/node.

views.py     what is shown
printed.py   pages of files that are made for paper
screens.py   what a browser shows
sheets.py    many pages on one small picture
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from printed import pages
from screens import screens
from sheets import save, sheet
from views import EXAMPLES, PRINTED, SCREENS, Screen

from kommunal_nh import build

HERE = Path(__file__).parent
EXAMPLE_FOLDERS = HERE.parents[1] / "examples"
HEIGHTS = {"printed": 160, "screens": 340}


def main(examples: list[str]) -> None:
    """Make the pictures of some examples, or of all.

    Args:
        examples: Names of folders in `examples/`.
    """
    for example in examples or EXAMPLES:
        with TemporaryDirectory() as scratch:
            picture_example(example, Path(scratch))


def picture_example(example: str, scratch: Path) -> None:
    """Make the pictures of one example.

    Args:
        example: Name of a folder in `examples/`.

        scratch: A folder for what is needed on the way.
    """
    views = [view for view in SCREENS if example in view.examples]
    formats = dict.fromkeys((*PRINTED, *(view.format for view in views)))
    files = dict(
        zip(formats, build(EXAMPLE_FOLDERS / example, formats, scratch / "files"), strict=True)
    )
    for name in PRINTED:
        _save(example, name, pages(files[name], scratch / name), "printed")
    for name in dict.fromkeys(view.format for view in views):
        own: list[Screen] = [view for view in views if view.format == name]
        _save(example, name, screens(files[name], own, scratch / name), "screens")


def _save(example: str, name: str, pictures: list[Path], kind: str) -> None:
    target = HERE / f"{example}-{name}.png"
    save(sheet(pictures, HEIGHTS[kind]), target)
    print(f"{target.name}: {len(pictures)} pages, {target.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main(sys.argv[1:])
