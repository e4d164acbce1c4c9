"""What keeps words from becoming markup in HTML, by example."""

from __future__ import annotations

import pytest

from kommunal_nh_html.escaping import (
    address,
    attribute,
    css_string,
    fragment,
    identifier,
    permitted,
    text,
)


def test_words_are_no_markup() -> None:
    """All signs that begin markup are written as entities, each time that they occur."""
    assert text("<b>A & B</b> \"C\" & 'D'") == "&lt;b&gt;A &amp; B&lt;/b&gt; \"C\" &amp; 'D'"


def test_words_do_not_end_an_attribute() -> None:
    """Quotes are entities, too, where they would end the attribute."""
    assert attribute('x" onload="a&b<c>') == "x&quot; onload=&quot;a&amp;b&lt;c&gt;"


@pytest.mark.parametrize(
    ("anchor", "written"),
    [
        ("klima-allianz", "klima-allianz"),
        ("a b\tc", "a__20__b__9__c"),
        ("a__b", "a__5f5f__b"),
        ("a\x00\U0001f600", "a__0____1f600__"),
        ('a"&<', "a&quot;&amp;&lt;"),
    ],
)
def test_an_id_has_no_white_space(anchor: str, written: str) -> None:
    """Simple anchors stay; what ids can not hold is written as its number between low lines."""
    assert identifier(anchor) == written


@pytest.mark.parametrize(
    ("anchor", "written"),
    [
        ("klima-allianz", "#klima-allianz"),
        ("a b", "#a__20__b"),
        ("größe", "#gr%C3%B6%C3%9Fe"),
        ("a%20b", "#a%2520b"),
        ("-._~:!$&'()*+,;=@/?", "#-._~:!$&amp;'()*+,;=@/?"),
        ('"<#', "#%22%3C%23"),
    ],
)
def test_an_address_inside_the_page_finds_its_id(anchor: str, written: str) -> None:
    """What a fragment can hold stays as it is, everything else is percent-encoded."""
    assert fragment(anchor) == written


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&amp;d#e"),
        ("https://[2001:db8::1]/[x]", "https://[2001:db8::1]/%5Bx%5D"),
        ("HTTPS://[::1]?[", "HTTPS://[::1]?%5B"),
        ("a b%zz%20\x07", "a%20b%25zz%20%07"),
        ("[x]://y", "%5Bx%5D://y"),
        ('x"<>\\^`{|}\u2003', "x%22%3C%3E%5C%5E%60%7B%7C%7D%E2%80%83"),
    ],
)
def test_an_address_has_only_what_urls_can_hold(url: str, written: str) -> None:
    """Everything else is percent-encoded, and square brackets only outside the host."""
    assert address(url) == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Arial, 12.5-x/Y", '"Arial, 12.5-x/Y"'),
        ('a"b\\', '"a\\000022b\\00005c"'),
        ("</style>;\n", '"\\00003c/style\\00003e\\00003b\\00000a"'),
        ("Ü\U0001f600\x00²", '"\\0000dc\\01f600\\00fffd\\0000b2"'),
    ],
)
def test_words_do_not_end_a_string_in_a_style_sheet(words: str, written: str) -> None:
    """Only plain letters, digits and few signs stay; the rest are codes of six digits."""
    assert css_string(words) == written


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        ("a\tb\nc\f ~\xa0ü\U0001f600", "a\tb\nc\f ~\xa0ü\U0001f600"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x00\x0b\x1f\x7f\x9f\ud800\ufdd0\ufdef\ufffe\uffff", "\ufffd" * 10),
        ("\U0001fffd\U0001fffe\U0010ffff\U00010000", "\U0001fffd\ufffd\ufffd\U00010000"),
        ("\ufdcf\ufdf0\ufffd\ue000", "\ufdcf\ufdf0\ufffd\ue000"),
    ],
)
def test_what_html_forbids_is_replaced(markup: str, written: str) -> None:
    """Each forbidden character becomes U+FFFD; ends of lines are line feeds."""
    assert permitted(markup) == written
