"""Options of a format, given as text, go through one strict reader."""

from enum import Enum
from typing import Literal, Optional

import pytest
from attrs import define, frozen
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles.exceptions import (
    FormatError,
    OptionError,
    UnknownOptionError,
)
from integrated_care_principles.reporting import option, read_options, report_format


class Paper(Enum):
    """A word of a few, and a number among them."""

    A4 = "a4"
    LETTER = "letter"
    OTHER = 7


@frozen(kw_only=True)
class Options:
    """One option of every type that there is."""

    zero: bool = option(False, help="Also what is empty.")
    width: int = option(80, help="Columns.")
    title: str = option("", help="What stands over it.")
    table: Literal["scores", "responses", 3] = option("scores", help="Which table.")
    paper: Paper = option(Paper.A4, help="What it is printed on.")
    limit: int | None = option(None, help="Rows at most.")
    name: Optional[str] = option(None, help="Whose.")  # noqa: UP045 - the other way
    colour: Literal["red", "blue"] | None = option(None, help="Of bars.")


# The options of authors who write annotations as texts.
@define
class Written:
    """Options whose types are written as texts."""

    zero: "bool" = option(False, help="Also what is empty.")
    paper: "Paper | None" = option(None, help="What it is printed on.")


@define
class Decorated:
    """Others, which only the decorator looks at."""

    paper: "Paper | None" = option(None, help="What it is printed on.")


RIGHT = {
    ("zero", "true"): True,
    ("zero", "false"): False,
    ("width", "007"): 7,
    ("width", "-3"): -3,
    ("width", "+3"): 3,
    ("width", "9" * 18): int("9" * 18),
    ("title", ""): "",
    ("title", "false"): "false",
    ("title", " a=b\n"): " a=b\n",
    ("table", "responses"): "responses",
    ("table", "3"): 3,
    ("paper", "letter"): Paper.LETTER,
    ("paper", "7"): Paper.OTHER,
    ("limit", "0"): 0,
    ("name", "None"): "None",
    ("colour", "blue"): "blue",
}
WRONG = {
    ("zero", ""): "true or false",
    ("zero", "True"): "true or false",
    ("zero", "1"): "true or false",
    ("zero", "yes"): "true or false",
    ("width", ""): "a whole number",
    ("width", "1.0"): "a whole number",
    ("width", "1e3"): "a whole number",
    ("width", " 1"): "a whole number",
    ("width", "1\n"): "a whole number",
    ("width", "1_000"): "a whole number",
    ("width", "\N{ARABIC-INDIC DIGIT THREE}"): "a whole number",
    ("width", "9" * 19): "a whole number",
    ("width", "9" * 9999): "a whole number",
    ("table", "Scores"): "scores or responses or 3",
    ("paper", "A4"): "a4 or letter or 7",
    ("limit", "none"): "a whole number",
    ("colour", "None"): "red or blue",
}


@pytest.mark.parametrize(("told", "value"), RIGHT.items(), ids=map(str, RIGHT))
def test_a_text_is_read_as_the_type_of_its_option(
    told: tuple[str, str], value: object
) -> None:
    """What is given as text becomes a value of the type that was declared."""
    name, text = told
    read = getattr(read_options(Options, {name: text}), name)

    assert value == read
    assert type(value) is type(read)


@pytest.mark.parametrize(
    ("told", "expected"),
    WRONG.items(),
    ids=[f"{name}={text[:20]!r}" for name, text in WRONG],
)
def test_a_text_that_is_no_such_value_is_refused(
    told: tuple[str, str], expected: str
) -> None:
    """Nothing is guessed: the error says the option, what was given, what it takes."""
    with pytest.raises(OptionError) as caught:
        read_options(Options, dict([told]))

    assert (*told, expected) == caught.value.args[:3]


def test_what_is_not_toldis_at_its_default() -> None:
    """Several options at once are read, and the others left alone."""
    assert Options() == read_options(Options, {})
    assert Options(zero=True, limit=5) == read_options(
        Options, {"limit": "5", "zero": "true"}
    )


def test_an_unknown_option_says_which_was_meant() -> None:
    """A misspelt option brings the nearest, and all that there are."""
    with pytest.raises(UnknownOptionError) as caught:
        read_options(Options, {"widht": "80"})

    assert (
        "no option 'widht'; did you mean 'width'? "
        "(options: zero, width, title, table, paper, limit, name, colour)"
    ) == str(caught.value)
    assert isinstance(caught.value, FormatError)


def test_types_may_be_written_as_texts() -> None:
    """Postponed annotations are read like others, here and by the decorator."""
    report_format(media_type="text/plain", suffix=".txt", options=Decorated)

    assert Written(zero=True, paper=Paper.LETTER) == read_options(
        Written, {"zero": "true", "paper": "letter"}
    )
    assert Decorated(paper=Paper.A4) == read_options(Decorated, {"paper": "a4"})


@given(st.integers(-(10**18) + 1, 10**18 - 1))
def test_every_number_is_read_back(number: int) -> None:
    """A whole number of up to eighteen digits is read as it is written."""
    assert Options(width=number) == read_options(Options, {"width": f"{number}"})


@given(st.text())
def test_every_text_is_taken_as_it_is(text: str) -> None:
    """A text is neither stripped nor read as anything else."""
    assert Options(title=text) == read_options(Options, {"title": text})


@frozen(kw_only=True)
class Several:
    """An option that is given again for each of its values."""

    parts: tuple[Literal["summary", "sources"], ...] = option((), help="Which parts.")


def test_values_with_a_comma_between_them_are_told_apart() -> None:
    """Who lists them in one text is told to give the option again."""
    with pytest.raises(OptionError, match="or sources, given again for each, found"):
        read_options(Several, {"parts": "summary,sources"})


def test_the_nearest_of_a_few_texts_is_offered() -> None:
    """Also where the option can be given several times."""
    with pytest.raises(OptionError, match="did you mean 'summary'"):
        read_options(Several, {"parts": "sumary"})
