"""Pieces that are known to be nasty to one reader or another."""

from __future__ import annotations

from mutations import PIECES as YAML_AND_MARKDOWN

PIECES = (
    *YAML_AND_MARKDOWN,
    *(b"../nachbar/geheim.md", b"/etc/passwd", b"nachbar", b"con", b"aux.md", b"NUL", b"..", b"/"),
    *(b"0", b"-1", b"1e999", b"9" * 5000, b"NaN", b"0.0000001", b"\xd9\xa1", b"true", b"[]", b"{}"),
    *(b'""', b"{x}", b"{titel}", b"%n", b"</w:p>", b"<w:p/>", b"</w:tbl>", b"<w:sdt>", b"<!--"),
    *(b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", b"&e;", b"&#0;", b"&#xFFFF;"),
    *(
        b"http://intruder.example/",
        b"TargetMode='External'",
        b"<script>",
        b"<table>",
        b"<td colspan=9>",
    ),
    *(
        b"rId1",
        b"w:val=''",
        b"xmlns:w=''",
        b"<![CDATA[",
        b"\xe2\x80\xae",
        b"\xe2\x80\x8b",
        b"* " * 99,
    ),
    *(b"=1+1", b"`" * 99, b"#eval", b"> " * 99, b"|" * 99, b"\\", b"$", b"\n\n", b"2024-99-99"),
)
