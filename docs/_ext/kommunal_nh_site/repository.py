"""Links from a page to files and folders outside docs/: on the site they lead to the repository."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

BEFORE_FILES_ARE_COLLECTED = 100


def setup(app: Sphinx) -> None:
    """Connect with Sphinx.

    Args:
        app: The running Sphinx.
    """
    app.connect("doctree-read", _lead_out, priority=BEFORE_FILES_ARE_COLLECTED)


def address_of(target: Path, root: Path) -> str:
    """Where a file or folder of the repository can be read.

    Args:
        target: The file or folder.

        root: The repository.

    Returns:
        Its address below the one that publiccode.yml names.
    """
    public = yaml.safe_load((root / "publiccode.yml").read_text("utf-8"))
    kind = "tree" if target.is_dir() else "blob"
    path = target.relative_to(root).as_posix()
    return f"{public['url'].removesuffix('.git')}/{kind}/HEAD/{path}"


def _lead_out(app: Sphinx, doctree: nodes.document) -> None:
    docs = Path(app.srcdir)
    for link in _unresolved(doctree):
        target, anchor = _target(app, link)
        if target.exists() and not target.is_relative_to(docs):
            address = address_of(target, docs.parent) + anchor
            link.replace_self(nodes.reference("", "", *link.children, refuri=address))


def _unresolved(doctree: nodes.document) -> list[nodes.Element]:
    kinds = (addnodes.download_reference, addnodes.pending_xref)
    found = (link for kind in kinds for link in doctree.findall(kind))
    return [link for link in found if link["reftype"] == "myst"]


def _target(app: Sphinx, link: nodes.Element) -> tuple[Path, str]:
    """MyST takes Markdown for a page, other files for downloads, folders for unknown names."""
    if link["refdomain"] == "doc":
        anchor = link["reftargetid"]
        return Path(app.env.doc2path(link["reftarget"])), f"#{anchor}" if anchor else ""
    path, hash_sign, anchor = link["reftarget"].partition("#")
    here = Path(app.env.doc2path(app.env.current_document.docname)).parent
    return (here / path).resolve(), hash_sign + anchor
