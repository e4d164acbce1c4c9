"""Which parts of Jinja's language a template may use; everything else is refused before it runs.

There is no way to call anything, to keep a value and make it grow, or to load a file. So what a
template can cost is bounded by its length and by what it loops over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from jinja2.nodes import Node, Template

ALLOWED = frozenset({
    "Add", "And", "Compare", "CondExpr", "Const", "Filter", "For", "Getattr", "Getitem", "If",
    "List", "Name", "Neg", "Not", "Operand", "Or", "Output", "Sub", "Template", "TemplateData",
    "Test", "Tuple", "Keyword",
})  # fmt: skip
FILTERS = frozenset({
    "abs", "capitalize", "count", "d", "default", "first", "int", "join", "last", "length",
    "list", "lower", "map", "max", "min", "reject", "rejectattr", "round", "select", "selectattr",
    "sort", "string", "sum", "title", "trim", "truncate", "unique", "upper",
})  # fmt: skip
TESTS = frozenset({
    "defined", "eq", "equalto", "even", "ge", "gt", "in", "le", "lt", "ne", "none", "number", "odd",
    "string", "undefined", "greaterthan", "lessthan", "==", "!=", ">", ">=", "<", "<=",
})  # fmt: skip
LOOP = frozenset({"first", "index", "last", "length"})
"""What a template may ask of `loop`."""


@attrs.frozen
class Refusal:
    """What a template does and may not do.

    Attributes:
        line: Line in the template, from 1.
        words: What it is, in German.
    """

    line: int
    words: str


def refusals(template: Template) -> Iterator[Refusal]:
    """What is not allowed in a template.

    Args:
        template: The parsed template.

    Yields:
        Each thing with its line, in the order of the template.
    """
    waiting: list[Node] = [template]
    while waiting:
        node = waiting.pop()
        if words := _forbidden(node):
            yield Refusal(_line(node), words)
        waiting += reversed(list(node.iter_child_nodes()))


def _line(node: Node) -> int:
    """The line of a node; a few kinds have none but that of what is in them."""
    inner = (_line(one) for one in node.iter_child_nodes())
    return node.lineno or next(inner, 1)


def _forbidden(node: Any) -> str:
    kind = type(node).__name__
    if kind not in ALLOWED:
        return _KINDS.get(kind, f"„{kind}“ ist in Vorlagentexten nicht erlaubt")
    if kind == "Filter" and node.name not in FILTERS:
        return f"den Filter „{node.name}“ gibt es in Vorlagentexten nicht"
    if kind == "Test" and node.name not in TESTS:
        return f"den Vergleich „{node.name}“ gibt es in Vorlagentexten nicht"
    name = str(node.attr if kind == "Getattr" else node.value if kind == "Const" else "")
    if name.startswith("_") or "__" in name:
        return f"„{name[:40]}“ gehört zum Inneren des Programms"
    if kind == "For" and node.recursive:
        return "Schleifen dürfen sich nicht selbst aufrufen"
    return ""


_KINDS = {
    "Assign": "„set“ ist in Vorlagentexten nicht erlaubt",
    "AssignBlock": "„set“ ist in Vorlagentexten nicht erlaubt",
    "Call": "Aufrufe mit Klammern sind in Vorlagentexten nicht erlaubt",
    "Extends": "andere Dateien können nicht gelesen werden",
    "FromImport": "andere Dateien können nicht gelesen werden",
    "Import": "andere Dateien können nicht gelesen werden",
    "Include": "andere Dateien können nicht gelesen werden",
    "Macro": "„macro“ ist in Vorlagentexten nicht erlaubt",
    "Mul": "Multiplizieren ist in Vorlagentexten nicht erlaubt",
    "Pow": "Potenzieren ist in Vorlagentexten nicht erlaubt",
}
