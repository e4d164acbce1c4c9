"""The properties of languages: the words of the frame are the profile's, and nothing else is."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import dear
from foreign import in_cyrillic, in_greek, latin, shown
from kommunal_nh import Labels, Report, assemble, load_labels, load_profile, public_view
from kommunal_nh.document import Document
from kommunal_nh.serial import to_json
from kommunal_nh.testing import profiles, reports
from visible import FORMATS, visible

ENGLISH, GERMAN = load_profile("english"), load_profile("standard")
foreign_reports = reports(profiles().map(in_cyrillic)).map(in_greek).map(public_view)
_WORDS = {"text", "title", "subtitle", "lines", "caption", "label", "definition", "options", "alt"}


@dear
@given(foreign_reports)
def test_no_word_of_a_document_is_the_library_s_own(report: Report) -> None:
    """With data in Greek and a profile in Cyrillic letters no word has a Latin letter."""
    assert latin(shown(assemble(report)), report) == []


@dear
@pytest.mark.parametrize("form", FORMATS)
@given(report=foreign_reports)
def test_no_word_of_a_file_is_the_library_s_own(form: str, report: Report) -> None:
    """The same holds for all that readers see or hear of the files."""
    assert latin(visible(assemble(report), form), report) == []


@given(reports())
def test_another_language_is_the_same_document(report: Report) -> None:
    """Labels in English change words and nothing else: all blocks, anchors and numbers stay."""
    public = public_view(report)
    silent = {
        field.name: text
        for field in attrs.fields(Labels)
        if not (text := getattr(public.profile.labels, field.name)) or not field.default
    }
    labels = attrs.evolve(load_labels("en"), **silent)  # what is not printed stays like that
    english = attrs.evolve(public.profile, labels=labels)

    alike(assemble(public), assemble(attrs.evolve(public, profile=english)))


@dear
@given(reports(st.just(GERMAN)))
def test_the_english_profile_prints_the_data_of_the_standard_one(report: Report) -> None:
    """The profiles `standard` and `english` make the same document of the same data."""
    public = public_view(report)

    alike(assemble(public), assemble(attrs.evolve(public, profile=ENGLISH)))


def alike(one: Document, other: Document) -> None:
    """Both documents differ only in words, and in columns that are as wide as their titles."""
    trees = [json.loads(to_json(each))["document"] for each in (one, other)]
    for tree in trees:
        del tree["labels"], tree["subject"], tree["project_word"], tree["theme_word"]
    _alike(*trees, key="")


def _alike(one: Any, other: Any, key: str) -> None:
    assert type(one) is type(other)
    if isinstance(one, dict):
        assert one.keys() == other.keys()
        for name, value in one.items():
            if name == "spec":  # a drawing has as much room between its words as they need
                continue
            _alike(value, other[name], name)
    elif isinstance(one, list):
        assert len(one) == len(other), (one, other)
        for values in zip(one, other, strict=True):
            _alike(*values, key=key)
    else:
        assert one == other or key == "width" or (key in _WORDS and isinstance(one, str))
