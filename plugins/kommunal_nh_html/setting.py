"""What depends on the page that blocks are written on."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable

import attrs

from kommunal_nh.document import Figure
from kommunal_nh_html.escaping import fragment


def carried(figure: Figure) -> str:
    """The address of a picture that is carried inside the page.

    Args:
        figure: The picture.

    Returns:
        A data address.
    """
    return f"data:{figure.media_type};base64,{b64encode(figure.data).decode()}"


@attrs.frozen(eq=False, repr=False)
class Setting:
    """What differs between one page for all and a page for each part.

    Attributes:
        address: The address of an anchor, as the value of an attribute; nothing if it leads
            nowhere.
        picture: The address of a picture.
        above: How many headings stand above those of level 1.
        logo: The logo for the head of the page, if there is one.
    """

    address: Callable[[str], str] = fragment
    picture: Callable[[Figure], str] = carried
    above: int = 1
    logo: Figure | None = None


ONE_PAGE = Setting()
"""The whole document on one page."""
