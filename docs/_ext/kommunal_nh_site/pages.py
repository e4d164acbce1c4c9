"""Which pages are made from the code, and by what."""

from __future__ import annotations

from collections.abc import Callable

from kommunal_nh_site.api import document_tree, hooks, python_api
from kommunal_nh_site.commands import commands
from kommunal_nh_site.findings import findings
from kommunal_nh_site.keys import data_folder, profile

PAGES: dict[str, Callable[[], str]] = {
    "generated/command-line": commands,
    "generated/data-folder-keys": data_folder,
    "generated/document-tree": document_tree,
    "generated/findings": findings,
    "generated/hooks": hooks,
    "generated/profile-keys": profile,
    "generated/python-api": python_api,
}
"""Each stands as a page with a heading and a note below docs/; its content is added on the site."""
