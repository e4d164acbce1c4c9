"""The public names of a package, grouped by the modules that they live in, and the hooks."""

from __future__ import annotations

import sys
from collections import defaultdict
from enum import Enum
from types import FunctionType, ModuleType
from typing import Any

import attrs

import kommunal_nh
from kommunal_nh import document, hookspecs
from kommunal_nh_site.docstrings import sentence
from kommunal_nh_site.markdown import code, page

HOMES = {
    "Block": "kommunal_nh.document.blocks",
    "Inline": "kommunal_nh.document.inlines",
    "Options": "kommunal_nh.exporters",
    "hookimpl": "kommunal_nh.hookspecs",
}
"""Where names live that are neither class nor function and so do not know it."""
MANY, SHORT = 30, 24
"""From how many fields on, and up to how many letters of a default, a signature can be read."""


def python_api() -> str:
    """Everything that `kommunal_nh` exports.

    Returns:
        A section for each module or sub-package, with directives of autodoc.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for name in kommunal_nh.__all__:
        groups[_home(kommunal_nh, name).split(".")[1]].append(name)
    return page(*(_group(kommunal_nh, *group) for group in sorted(groups.items())))


def document_tree() -> str:
    """Everything that `kommunal_nh.document` exports.

    Returns:
        A section for each module.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for name in document.__all__:
        groups[_home(document, name).split(".")[2]].append(name)
    return page(*(_group(document, *group) for group in groups.items()))


def hooks() -> str:
    """The hooks.

    Returns:
        A directive of autodoc for each.
    """
    names = [name for name in vars(hookspecs) if name.startswith("kommunal_nh_")]
    return page(*(_directive(hookspecs, name) for name in names))


def _group(package: ModuleType, name: str, members: list[str]) -> str:
    module = sys.modules[f"{package.__name__}.{name}"]
    return page(
        f"## {code(name)}", sentence(module), *(_directive(package, each) for each in members)
    )


def _home(package: ModuleType, name: str) -> str:
    value = getattr(package, name)
    return value.__module__ if isinstance(value, type | FunctionType) else HOMES[name]


def _directive(package: ModuleType, name: str) -> str:
    value, path, options = getattr(package, name), f"{package.__name__}.{name}", [":members:"]
    if isinstance(value, type):
        sentence(value)
        kind = "exception" if issubclass(value, BaseException) else "class"
        options += [":undoc-members:"] * issubclass(value, Enum)
        options += [":show-inheritance:"] * (kind == "exception")
    elif isinstance(value, FunctionType):
        sentence(value)
        kind, options = "function", []
    else:
        kind, path, options = "data", f"{HOMES[name]}.{name}", [":no-value:"]
    if package is kommunal_nh and name in document.__all__:
        options += [":no-index:"]
    return "\n".join(["```{eval-rst}", f".. auto{kind}:: {path}", *_indented(options), "```"])


def _indented(options: list[str]) -> list[str]:
    return [f"   {option}" for option in options]


def signature_of(thing: Any) -> str:
    """The arguments of an attrs class.

    Args:
        thing: Anything that is documented.

    Returns:
        Its arguments with those defaults that are short, or nothing for other things.
    """
    if not (isinstance(thing, type) and attrs.has(thing)):
        return ""
    fields = [field for field in attrs.fields(thing) if field.init]
    return f"({', '.join(map(_argument, fields)) if len(fields) <= MANY else '…'})"


def _argument(field: attrs.Attribute[Any]) -> str:
    if field.default is attrs.NOTHING:
        return field.name
    value = repr(field.default)
    return f"{field.name}={value if len(value) <= SHORT else '…'}"
