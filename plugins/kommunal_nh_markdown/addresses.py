"""Addresses in running text, and links.

Readers of GitHub's dialect make links of bare addresses and then do not honour the escapes in
them, so an address is written as an explicit link with the same words.
"""

from __future__ import annotations

import re

from kommunal_nh_markdown.escaping import escaped

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL = rf"[A-Za-z0-9][A-Za-z0-9.+_-]*@(?:{_LABEL}\.)+[A-Za-z]{{2,63}}"
_WEB = r"https?://[A-Za-z0-9][\w.~/?#=&+,;:%!()@-]*"
_ADDRESS = re.compile(rf"(?<!\w)(?P<web>{_WEB})|(?<![\w.+@-])(?P<mail>{_MAIL})(?![\w@-])")
_SENTENCE_END = "?!.,:;&"

_SHORT_WEB = re.compile(r"https?://(?!.*xn--)[A-Za-z0-9][A-Za-z0-9_.~/?#=+,;:!()@-]*")
"""Addresses that every reader shows as they stand in `<…>`; readers decode the others."""

_SHORT_MAIL = re.compile(_MAIL)
_UNSAFE = re.compile(r"[\x00-\x20\"<>\\`|\x7f-\x9f\u2028\u2029\ufeff\s]|[\ud800-\udfff]")
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
_PLAIN_ADDRESS = re.compile(r"[\w./-]*#?[\w.-]*", re.ASCII)


def with_addresses(text: str) -> str:
    """Clean text as Markdown in which addresses can be followed.

    Args:
        text: Clean text.

    Returns:
        Markdown that reads as exactly this text.
    """
    if "://" not in text and "@" not in text:
        return escaped(text)
    pieces = []
    position = 0
    for found in _ADDRESS.finditer(text):
        address = found["mail"] or _without_sentence_end(found["web"])
        pieces += [escaped(text[position : found.start()]), _explicit(address)]
        position = found.start() + len(address)
    # Brackets of the text are escaped, so that this one begins a link; it must not be a picture.
    return "".join([*pieces, escaped(text[position:])]).replace("![", "\\![")


def _without_sentence_end(url: str) -> str:
    url = url.rstrip(_SENTENCE_END)
    return url.rstrip(")" + _SENTENCE_END) if "(" not in url else url


def _explicit(address: str) -> str:
    url = address if "://" in address else f"mailto:{address}"
    return short_link(url, address) or link(escaped(address), url)


def short_link(url: str, words: str) -> str:
    """A link that shows its own address.

    Args:
        url: The address.

        words: Clean text that is shown.

    Returns:
        Markdown such as `<https://…>`, or nothing if the link can not be written like this.
    """
    if words == url and _SHORT_WEB.fullmatch(url):
        return f"<{url}>"
    if url == f"mailto:{words}" and _SHORT_MAIL.fullmatch(words):
        return f"<{words}>"
    return ""


def link(words: str, url: str) -> str:
    """A link with words.

    Args:
        words: Markdown that is shown; it contains no link.

        url: The address.

    Returns:
        Markdown of the link.
    """
    target = _ENTITY.sub("&amp;", _UNSAFE.sub(_percent, url))
    return f"[{words}](<{target}>)"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def reference(words: str, address: str) -> str:
    """A link to another place of the same document.

    Args:
        words: Markdown that is shown; it contains no link.

        address: Its address, such as `#klima-allianz`.

    Returns:
        Markdown of the link.
    """
    if _PLAIN_ADDRESS.fullmatch(address):
        return f"[{words}]({address})"
    return link(words, address)
