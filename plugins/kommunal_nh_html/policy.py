"""What the browser may load: nothing but what is inside the page."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256


def policy(style: str, *scripts: str) -> str:
    """The content security policy of a page.

    Args:
        style: Its one style sheet, exactly as it stands between the tags.

        *scripts: Its scripts, exactly as they stand between the tags.

    Returns:
        The policy; a style, script or picture from anywhere else is refused by the browser.
    """
    allowed = " ".join(f"'{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; "
        f"script-src {allowed}; base-uri 'none'; form-action 'none'"
    )


def site_policy() -> str:
    """The content security policy of the pages of a site.

    Returns:
        The policy; nothing but files of the site is loaded.
    """
    return (
        "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
        "base-uri 'none'; form-action 'self'"
    )


def _digest(source: str) -> str:
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"
