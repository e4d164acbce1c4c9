"""Number patterns by example: what they print and read, and which ones are refused."""

from __future__ import annotations

import pytest

from kommunal_nh.patterns import Number, Pattern, problem_of

EXAMPLES = [
    ("{thema}", Number(theme=1), "1"),
    ("{thema}.{ziel}", Number(theme=1, goal=(2,)), "1.2"),
    ("{thema}.{ziel}", Number(theme=1, goal=(2, 1)), "1.2.1"),
    ("{thema}.{ziel}.{status}", Number(theme=1, goal=(2,), status=3), "1.2.3"),
    ("{thema}.{ziel}.{status}.{projekt}", Number(1, "", (2,), 3, 14), "1.2.3.14"),
    ("{thema}.{ziel}.{projekt}", Number(theme=1, project=4), "1.4"),
    ("{thema:kuerzel}{projekt}", Number(code="Ü", project=3), "Ü3"),
    ("{thema:kuerzel}.{ziel}.{projekt}", Number(code="KL", goal=(1, 2), project=3), "KL.1.2.3"),
    ("{thema:A}", Number(theme=28), "AB"),
    ("{thema:A}{ziel}", Number(theme=2, goal=(1,)), "B1"),
    ("{projekt:a})", Number(project=1), "a)"),
    ("{projekt:a})", Number(project=27), "aa)"),
    ("({projekt:A})", Number(project=702), "(ZZ)"),
    ("Nr. {projekt}", Number(project=7), "Nr. 7"),
    ("{ziel}.{projekt}", Number(goal=(3,), project=1), "3.1"),
]


@pytest.mark.parametrize(("pattern", "number", "text"), EXAMPLES)
def test_patterns_print_and_read(pattern: str, number: Number, text: str) -> None:
    """A pattern prints the parts of a number and reads the same parts again."""
    assert Pattern(pattern).format(number) == text
    assert Pattern(pattern).parse(text) == number


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{thema}.{ziel}", "1."),
        ("{thema}.{ziel}", "eins"),
        ("{thema}.{ziel}", "1.2.3."),
        ("{thema}.{ziel}.{status}.{projekt}", "1"),
        ("{projekt:a})", "a"),
        ("{projekt:a})", "1)"),
        ("{thema:kuerzel}{projekt}", "12"),
        ("{thema}", " 1"),
    ],
)
def test_other_texts_are_not_read(pattern: str, text: str) -> None:
    """A text that the pattern can not have printed is refused, with the pattern in the message."""
    with pytest.raises(ValueError, match="keine Nummer nach dem Muster"):
        Pattern(pattern).parse(text)


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("1.2", "keinen Platzhalter"),
        ("{theme}", "keinen Platzhalter|unbekannten Platzhalter"),
        ("{thema}.{massnahme}", "unbekannten Platzhalter"),
        ("{thema", "Platzhalter"),
        ("{thema}.{ziel}}", "unbekannten Platzhalter"),
        ("{ziel}.{thema}", "vom Großen zum Kleinen"),
        ("{thema}.{thema}", "vom Großen zum Kleinen"),
        ("{thema}{ziel}", "Satzzeichen"),
        ("{thema}1{ziel}", "Satzzeichen"),
        ("{thema:A}{projekt:a}", "Satzzeichen"),
        ("{thema}und{ziel}", "Satzzeichen"),
        ("{thema}{ziel:a}{projekt}", "Satzzeichen"),
        ("{thema:kuerzel}{ziel}{projekt:a}", "Satzzeichen"),
    ],
)
def test_patterns_that_can_not_work_are_refused(pattern: str, problem: str) -> None:
    """A pattern that could not be printed or read again is refused with the reason."""
    assert problem_of(pattern)
    with pytest.raises(ValueError, match=problem):
        Pattern(pattern)


def test_only_a_single_letter_pattern_is_local() -> None:
    """Numbers start again below each goal only if the pattern is nothing but letters."""
    assert Pattern("{projekt:a})").is_local
    assert not Pattern("{projekt}").is_local
    assert not Pattern("{thema}.{projekt:a}").is_local


def test_numbers_compare_in_document_order() -> None:
    """What belongs to a theme itself comes before its goals, and before what is in them."""
    theme, own = Number(theme=1), Number(theme=1, project=2)
    goal, inside = Number(theme=1, goal=(1,)), Number(theme=1, goal=(1,), project=1)
    nested, later = Number(theme=1, goal=(1, 1)), Number(theme=1, goal=(2,))
    found = sorted([later, nested, inside, goal, own, theme], key=lambda number: number.order)

    assert found == [theme, own, goal, inside, nested, later]


def test_an_empty_pattern_prints_nothing() -> None:
    """A level without numbers has an empty pattern, which reads what it prints: nothing."""
    assert Pattern("").is_empty
    assert Pattern("").format(Number(theme=1)) == ""
    assert Pattern("").parse("") == Number()
    with pytest.raises(ValueError, match="keine Nummer"):
        Pattern("").parse("1")


@pytest.mark.parametrize(
    ("pattern", "number", "text"),
    [
        ("{thema:kuerzel}-{projekt}", Number(project=3), "3"),
        ("{ziel}.{projekt}", Number(project=3), "3"),
        ("{thema:A}/{projekt}", Number(project=3), "3"),
        ("{thema}.{projekt}", Number(project=3), "3"),
        ("({thema}.{ziel})", Number(theme=1), "(1)"),
    ],
)
def test_a_part_that_is_not_there_is_left_out(pattern: str, number: Number, text: str) -> None:
    """What a thing does not have is not printed, nor the separator that would stand beside it."""
    assert Pattern(pattern).format(number) == text


def test_a_message_shows_placeholders_as_they_are_written() -> None:
    """Who wrote an unknown placeholder reads which ones there are, letter for letter."""
    assert problem_of("{thema}.{massnahme}") == (
        "Das Nummernmuster „{thema}.{massnahme}“ enthält einen unbekannten Platzhalter; "
        "möglich sind {thema}, {ziel}, {status}, {projekt}, auch {thema:kuerzel}, {projekt:a}."
    )


@pytest.mark.parametrize("pattern", ["{thema}.{", "{thema}.}", "{thema}{", "}{thema}"])
def test_a_single_brace_is_no_placeholder(pattern: str) -> None:
    """A brace that belongs to no placeholder is refused, on either side and alone."""
    assert "unbekannten Platzhalter" in problem_of(pattern)
