"""Templates of the municipality, rendered in a sandbox; what is wrong with them is said by line."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import TracebackType
from typing import Any

import attrs

from kommunal_nh.findings import suggestion
from kommunal_nh_vorlage.facts import Facts
from kommunal_nh_vorlage.grammar import FILTERS, LOOP, TESTS, refusals
from kommunal_nh_vorlage.limits import LONGEST, STEP, STEPS, Counter, TooMuch, counted, joined

_FILE = "<template>"
_OWN = "loop"


@attrs.frozen
class BadTemplate(Exception):
    """A template can not be used.

    Attributes:
        rule: Id of the rule.
        line: Line in the template, from 1.
        words: What is wrong, in German, without a full stop.
    """

    rule: str
    line: int
    words: str


def render(source: str, facts: Facts) -> str:
    """Render a template.

    Args:
        source: The template.

        facts: What it can speak of.

    Returns:
        The text, without spaces at its ends.

    Raises:
        BadTemplate: It can not be used.
    """
    from jinja2 import TemplateSyntaxError

    try:
        template = _compiled(source, facts)
    except TemplateSyntaxError as problem:
        words = f"der Vorlagentext ist nicht gültig ({problem.message})"
        raise BadTemplate("template-syntax", problem.lineno, words) from problem
    except RecursionError as problem:
        raise BadTemplate("template-forbidden", 1, "er ist zu tief verschachtelt") from problem
    return _run(template, facts).strip()


def _compiled(source: str, facts: Facts) -> Any:
    from jinja2 import nodes

    environment = _environment()
    parsed = environment.parse(source)
    for refusal in refusals(parsed):
        raise BadTemplate("template-forbidden", refusal.line, refusal.words)
    _demand_known(parsed, facts)
    return environment.from_string(counted(nodes, parsed))


def _demand_known(parsed: Any, facts: Facts) -> None:
    """Every name is known, also where the template does not come by."""
    from jinja2 import meta, nodes

    unknown = meta.find_undeclared_variables(parsed) - facts.keys() - {_OWN}
    for name in parsed.find_all(nodes.Name):
        if name.name in unknown:
            hint = suggestion(name.name, facts)
            words = f"„{name.name}“ ist keine Angabe, die es gibt.{hint}"
            raise BadTemplate("template-unknown-name", name.lineno, words)


def _run(template: Any, facts: Facts) -> str:
    from jinja2 import UndefinedError
    from jinja2.exceptions import SecurityError

    try:
        return joined(template.generate({**facts, STEP: Counter()}))
    except UndefinedError as problem:
        words = f"eine Angabe gibt es nicht ({problem.message})"
        raise BadTemplate("template-unknown-name", _line(problem), words) from problem
    except SecurityError as problem:
        raise BadTemplate(
            "template-forbidden", _line(problem), "das ist nicht erlaubt"
        ) from problem
    except (TooMuch, RecursionError, MemoryError) as problem:
        words = f"er gibt mehr als {LONGEST} Zeichen oder läuft mehr als {STEPS} Schleifen durch"
        raise BadTemplate("template-too-long", _line(problem), words) from problem
    except (ValueError, TypeError, ArithmeticError, LookupError) as problem:
        words = f"er lässt sich nicht ausfüllen ({problem})"
        raise BadTemplate("template-syntax", _line(problem), words) from problem


def _line(problem: BaseException) -> int:
    """The line of the template in which something went wrong."""
    found, trace = 1, problem.__traceback__
    while isinstance(trace, TracebackType):
        if trace.tb_frame.f_code.co_filename == _FILE:
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def _printable(value: Any) -> Any:
    """Only text and numbers are printed; of anything else the reader would see how it is made."""
    from jinja2 import Undefined
    from jinja2.exceptions import SecurityError

    if isinstance(value, str | int | float | Undefined):
        return value
    raise SecurityError("Listen und ganze Angaben werden nicht ausgegeben, nur was in ihnen steht")


@cache
def _environment() -> Any:
    """An environment without functions, whose values are only mappings, lists, text and numbers."""
    from jinja2 import StrictUndefined
    from jinja2.runtime import LoopContext
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Environment(ImmutableSandboxedEnvironment):
        """Nothing but entries of mappings and lists can be reached."""

        def getattr(self, obj: Any, attribute: str) -> Any:
            if isinstance(obj, LoopContext) and attribute in LOOP:
                return getattr(obj, attribute)
            return self.getitem(obj, attribute)

        def getitem(self, obj: Any, argument: Any) -> Any:
            if isinstance(obj, Mapping) and argument in obj:
                return obj[argument]
            if isinstance(obj, list) and isinstance(argument, int) and -1 <= argument < len(obj):
                return obj[argument]
            return self.undefined(obj=obj, name=argument)

    made = Environment(
        undefined=StrictUndefined, autoescape=False, cache_size=0, finalize=_printable
    )
    made.globals.clear()
    made.filters = {name: one for name, one in made.filters.items() if name in FILTERS}
    made.tests = {name: one for name, one in made.tests.items() if name in TESTS}
    return made
