"""Changes that no test can notice, because the module does the same with them."""

from __future__ import annotations

_SAME_BRANCH = "one pattern always takes the same branch, and scopes are only compared"
_ONLY_TYPES = "cast says something to mypy, and does nothing"
_NOT_STRICT = "None and nothing, too, mean that the rows may differ in length"
_HOW_CAREFUL = "care finds all that does not fit instead of the first; the message is the same"

EXPLAINED = {
    ("numbering", "can_have_projects = None"): "only asked whether it is true",
    ("numbering", 'above.theme if "thema" in places else 1,'): _SAME_BRANCH,
    ("numbering", 'place if "status" in places else 1,'): _SAME_BRANCH,
    ("patterns", 'rest = _PLACEHOLDER.sub("XXXX", text)'): "only braces and digits are looked for",
    (
        "patterns",
        "neighbours = list(zip(pieces, pieces[1:], befores, strict=None))",
    ): _NOT_STRICT,
    ("patterns", "neighbours = list(zip(pieces, pieces[1:], befores, ))"): _NOT_STRICT,
    **{
        ("merging", f"merged[key] = merge(cast({kind}, old), value) if both else value"): (
            _ONLY_TYPES
        )
        for kind in ("None", '"XXMappingXX"', '"mapping"', '"MAPPING"')
    },
    (
        "advancing",
        "commit({**frozen_files(folder, edition, replace=None), **plan.changes})",
    ): "only asked whether it is true",
    (
        "agenda",
        "yield from untouched(report, [one.projects() for one in shelf(folder)[-3:]])",
    ): "of the editions, only the last two are looked at; reading fewer saves time",
    (
        "edition-rules",
        "return Finding(rule, str(problem), file=frozen.name, line=1)",
    ): "both rules are errors, which a finding is where nothing else is said",
    (
        "freezing",
        'if old["ausgabe"] == content_of(text, None)["ausgabe"]:',
    ): "the name is for messages, and what has just been written is in order",
    ("frozen", "read = converter(extra, careful=None)"): _HOW_CAREFUL,
    ("frozen", "read = converter(extra, careful=True)"): _HOW_CAREFUL,
    (
        "frozen",
        "installed = modules() if (report.modules) or True else {}",
    ): "where a report has none, no module is looked up; the question saves time",
    ("shelf", 'return bytes_of(path).decode("UTF-8")'): "the same encoding",
    (
        "docx-xml",
        'return text.replace(">", "&gt;") if (">" in text) or True else text',
    ): "where nothing is to be replaced, replacing changes nothing; the question saves time",
    (
        "html-escaping",
        'harmless = character.isascii() and (character.isalnum() or character in "XX .,-/XX")',
    ): "the letter X is harmless already",
}
"""The line as the change makes it, by target; and why nothing is different."""
