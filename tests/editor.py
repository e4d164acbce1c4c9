"""YAML as an editor reads it: the core schema of YAML 1.2, in which dates and NO are texts."""

from __future__ import annotations

import json
import re
from typing import Any, ClassVar

import yaml

_TAG = "tag:yaml.org,2002:"
_CORE = {
    "null": (r"|~|null|Null|NULL", ["", "~", "n", "N"]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    "float": (
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
}


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


def _whole(loader: _Loader, node: yaml.ScalarNode) -> int:
    text = loader.construct_scalar(node)
    base = {"0o": 8, "0x": 16}.get(text[:2], 10)
    return int(text[2:] if base != 10 else text, base)


for _name, (_form, _starts) in _CORE.items():
    _Loader.add_implicit_resolver(_TAG + _name, re.compile(f"(?:{_form})\\Z"), _starts)
_Loader.add_constructor(_TAG + "int", _whole)


def read(text: str) -> Any:
    """What an editor hands to a schema: plain values, the keys as text."""
    return _with_text_as_keys(yaml.load(text, Loader=_Loader))


def _with_text_as_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {_key(key): _with_text_as_keys(item) for key, item in value.items()}
    return [_with_text_as_keys(item) for item in value] if isinstance(value, list) else value


def _key(key: Any) -> str:
    return key if isinstance(key, str) else json.dumps(key)


class Plain(str):
    """A scalar that is written as it is, without quotes."""

    __slots__ = ()


def written(value: Any) -> str:
    """Plain values as YAML in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(k)}: {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return str(value) if isinstance(value, Plain) else json.dumps(value, ensure_ascii=False)
