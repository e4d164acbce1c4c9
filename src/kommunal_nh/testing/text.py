"""Texts as authors write them, in Markdown and without."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from kommunal_nh.testing.word import words

_INLINE_MARKUP = (
    "**wichtig**", "*betont*", "_auch betont_", "***beides***", "`Code * <b>`", "Bürger*innen",
    "Schüler*innen", "Kolleg**innen", "<https://example.org/a_b?c=1&d=2>",
    "[Seite](https://example.org/x 'Titel')", "[**fett** verlinkt](http://example.org)",
    "[Post](mailto:amt@example.org)", "[Ruf](tel:+490000)", "\\*kein Stern\\*", "\\<b>",
    "&auml;&lt;", "Zeile  \nneue Zeile", "Zeile\\\nneue Zeile", "weicher\nUmbruch", "3 * 4",
    "a | b", "~50~",
)  # fmt: skip
_BLOCK_MARKUP = (
    "- eins\n- zwei\n  - drei\n\n    lang",
    "3. drei\n4. **vier**\n\n   dazu",
    "> Zitat\n> geht weiter\n>\n> - so",
    "| Jahr | CO₂ |\n| --- | ---: |\n| 2023 | **5** \\| 6 |\n| 2024 | |",
    "## Zwischentitel",
    "Titel\n===",
    "    Code\n\n    mehr",
    "```\nCode **roh**\n```",
    "---",
    "* Stern\n* Bürger*innen",
)
_REFERENCES = (
    "[](#{})",
    "[Projekt {{nummer}}](#{})",
    "[{{titel}}](#{})",
    "[*{{kurztitel}}*, {{nummer}}](#{})",
    "([siehe **{{nummer}}**](#{}))",
)


def plain_texts() -> st.SearchStrategy[str]:
    """Prose without markup: paragraphs of words, some of them with line breaks.

    Returns:
        A strategy for texts that may be empty.
    """
    line = st.lists(words(), min_size=1, max_size=5).map(" ".join)
    return st.lists(st.tuples(line, st.sampled_from(("\n", "\n\n", "\n \n\n"))), max_size=4).map(
        lambda lines: "".join(text + end for text, end in lines).strip()
    )


def texts(targets: Sequence[str] = ()) -> st.SearchStrategy[str]:
    """Markdown as authors write it: prose, emphasis, lists, tables, links and references.

    Args:
        targets: Ids that references may point to; without them there are no references.

    Returns:
        A strategy for texts that may be empty and in which nothing is forbidden.
    """
    inline = [words(), st.sampled_from(_INLINE_MARKUP)]
    if targets:
        pairs = st.tuples(st.sampled_from(_REFERENCES), st.sampled_from(targets))
        inline.append(pairs.map(lambda pair: pair[0].format(pair[1])))
    paragraph = st.lists(st.one_of(inline), min_size=1, max_size=5).map(" ".join)
    blocks = st.one_of(paragraph, paragraph, st.sampled_from(_BLOCK_MARKUP))
    return st.lists(blocks, max_size=3).map("\n\n".join)
