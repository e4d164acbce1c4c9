"""Words that are printed: none missing where a reader needs them, no unknown placeholder."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from kommunal_nh.fields import keys_of
from kommunal_nh.findings import Finding, suggestion
from kommunal_nh.rules import found

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def wrong_texts(
    texts: Any,
    about: str,
    *,
    may_be_empty: Collection[str] = (),
    also_filled: Mapping[str, Collection[str]] | None = None,
) -> Iterator[Finding]:
    """Look for texts that are empty, and for placeholders that nothing is filled into.

    Args:
        texts: An object of an attrs class whose fields are texts, declared with `kommunal_nh.key`;
            their defaults say which placeholders there are.

        about: What the findings are about; the texts stand below `texte` in it.

        may_be_empty: Keys of texts that can be empty, besides those that usually are.

        also_filled: Placeholders that no default has, but that are filled in, by key.

    Yields:
        Findings of the rules `missing-text` and `unknown-placeholder`.
    """
    for key, field in keys_of(type(texts)).items():
        text, usual = getattr(texts, field.name), str(field.default)
        if usual and not text.strip() and key not in may_be_empty:
            message = f"Der Text {key} ist leer: bitte angeben oder die Zeile löschen."
            yield found("missing-text", message, about, f"texte.{key}")
        if text != usual:
            known = {*_PLACEHOLDER.findall(usual), *(also_filled or {}).get(key, ())}
            yield from _placeholders(key, text, known, about)


def _placeholders(key: str, text: str, known: set[str], about: str) -> Iterator[Finding]:
    for name in dict.fromkeys(_PLACEHOLDER.findall(text)):
        if name not in known:
            near = (
                suggestion(name, sorted(known))
                if known
                else " Hier wird nichts eingesetzt: bitte entfernen."
            )
            message = f"Im Text {key} wird {{{name}}} nicht ersetzt, sondern so gedruckt.{near}"
            yield found("unknown-placeholder", message, about, f"texte.{key}")
