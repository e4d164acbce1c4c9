"""Typst alone with the pages of a report: `prepare FOLDER REPORT`, then `set FOLDER`.

`prepare` leaves in a folder all that Typst reads: the layout, the data and the fonts. `set` is a
process that knows nothing of kommunal_nh and has Typst make the PDF of it.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

STAMP = 1_696_118_400


def prepare(folder: Path, report: Path) -> None:
    """Write what Typst reads.

    Args:
        folder: Where to.

        report: The data folder.
    """
    import kommunal_nh
    import kommunal_nh_pdf
    from kommunal_nh.fonts import font_folder
    from kommunal_nh_pdf.data import document_data
    from kommunal_nh_pdf.pictures import Pictures
    from kommunal_nh_pdf.signs import readable
    from kommunal_nh_pdf.typefaces import Typefaces

    style, pictures = kommunal_nh.HouseStyle(), Pictures()
    typefaces = Typefaces(style)
    document = kommunal_nh.assemble(kommunal_nh.public_view(kommunal_nh.load(report)))
    data = readable(document_data(document, pictures, style), typefaces.has_sign)
    data["date"] = {"year": 2023, "month": 10, "day": 1}
    shutil.copytree(Path(kommunal_nh_pdf.__file__).with_name("layout"), folder)
    shutil.copytree(font_folder(), folder / "fonts")
    pictures.write(folder)
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def set_pages(folder: Path) -> None:
    """Make the PDF.

    Args:
        folder: What `prepare` left.
    """
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder / "fonts")],
    )
    told = {"data": (folder / "data.json").read_text("utf-8")}
    compiler = typst.Compiler(str(folder / "report.typ"), str(folder), fonts, sys_inputs=told)
    out = str(folder / "alone.pdf")
    compiler.compile(output=out, pdf_standards=["ua-1", "a-2a"], timestamp=STAMP)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["prepare", folder, report]:
            prepare(Path(folder), Path(report))
        case ["set", folder]:
            set_pages(Path(folder))
