"""Sphinx turns these pages and the code's docstrings into a site: `sphinx-build -W docs OUT`."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).with_name("_ext")))

project = html_title = "kommunal_nh"
author = "The kommunal_nh developers"
release = version = version_of("kommunal-nh")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "kommunal_nh_site"]
root_doc = "README"
source_suffix = {".md": "markdown"}
exclude_patterns = ["_ext"]
german_pages = ["handbuch/*", "regeln", "tutorial/ihre-kommune-in-15-minuten"]
navigation = {
    "Handbuch": [
        "handbuch/README",
        "handbuch/ordner-und-dateien",
        "handbuch/projekte-pflegen",
        "handbuch/texte",
        "handbuch/pruefen-und-bauen",
        "handbuch/ausgaben",
        "handbuch/*",
        "regeln",
    ],
    "Tutorial": ["tutorial/*"],
    "How to": ["how-to/*"],
    "Reference": ["reference/*"],
    "Generated from code": ["generated/*"],
    "Explanation": ["explanation/*", "reliability", "SECURITY"],
    "Gallery": ["gallery/README"],
}

myst_heading_anchors = 4  # the same anchors that Git hosts make
default_role = "literal"  # docstrings mark code with single backticks, as Markdown does
napoleon_use_ivar = True
add_module_names = False
toc_object_entries_show_parents = "hide"
maximum_signature_line_length = 80
python_use_unqualified_type_names = True

html_theme = "furo"
html_static_path = ["_static"]
html_favicon = "_static/icon.svg"
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_copy_source = False
html_show_copyright = False
