"""What Sphinx does not do by itself for this documentation.

    navigation    the order of the pages, and the first page as index.html
    languages     German pages say that they are German
    repository    links to files outside docs/ lead to the repository
    reference     pages that are made from the code, see `pages`

Pages stay good to read on a plain Git host, so nothing of this stands in them. What makes pages
needs no Sphinx, so that the tests of it need none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect everything with Sphinx.

    Args:
        app: The running Sphinx.

    Returns:
        What Sphinx wants to know of an extension.
    """
    from kommunal_nh_site import languages, navigation, reference, repository

    for part in (navigation, languages, repository, reference):
        part.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
