"""Errors: each has its sentence, carries its data, and crosses process borders whole."""

import pickle
from copy import copy, deepcopy

import pytest
from attrs import fields, has
from attrs.exceptions import FrozenInstanceError

from integrated_care_principles import exceptions
from integrated_care_principles.exceptions import (
    AlreadyExistsError,
    AmbiguousFormatError,
    AssessedApartError,
    AssessmentFileError,
    CatalogueFileError,
    ChangedSinceReadError,
    ConsensusUnfitError,
    CrosswalkFileError,
    DataFileError,
    DuplicateFormatError,
    FolderInUseError,
    FormatError,
    FormatNameError,
    FormatRunError,
    FormatUnavailableError,
    IntegratedCareError,
    MalformedError,
    OptionError,
    OptionsError,
    OtherCatalogueError,
    OtherScaleError,
    PluginLoadError,
    PolicyFileError,
    Problem,
    SearchUnavailableError,
    UnknownFormatError,
    UnknownGroupError,
    UnknownIdError,
    UnknownNumberError,
    UnknownOptionError,
    UnknownOutcomeError,
    UnknownPrincipleError,
    UnknownQuestionError,
    UnknownResourceError,
    UnknownTargetError,
)

PROBLEMS = (
    Problem("responses[3].rating", "malformed-id", "Good!", "small-letters"),
    Problem("", "null", line=2, column=5),
)

# What each error is given, and what it says.
SENTENCES = {
    AlreadyExistsError("north.json"): (
        "north.json exists already; choose another name, or remove it first"
    ),
    AmbiguousFormatError("html", ("html@a", "html@b")): (
        "several distributions offer the report format 'html'; "
        "say which: html@a or html@b"
    ),
    AssessmentFileError("north.json", PROBLEMS): (
        "north.json: responses[3].rating: Good! is not of the form small-letters\n"
        "north.json: line 2, column 5: null says nothing; leave the key out"
    ),
    AssessmentFileError("a\x1b[2J\nb", PROBLEMS[1:]): (
        r"a\u001b[2J\u000ab: line 2, column 5: null says nothing; leave the key out"
    ),
    ChangedSinceReadError("north.json"): (
        "north.json has changed since it was read; read it again before you save"
    ),
    FolderInUseError("out", "north.json"): (
        "out holds north.json, which would be lost; "
        "choose another folder, or remove that first"
    ),
    CatalogueFileError("scotland.json", PROBLEMS[1:]): (
        "scotland.json: line 2, column 5: null says nothing; leave the key out"
    ),
    CrosswalkFileError("plan.json", PROBLEMS[:1]): (
        "plan.json: responses[3].rating: Good! is not of the form small-letters"
    ),
    AssessedApartError((Problem("locality", "assessed-apart", "Glen", "Shore"),)): (
        "these can be compared, but not agreed on:\n"
        "locality: one assesses Glen, another Shore"
    ),
    ConsensusUnfitError("delphi-published", 4, 6): (
        "the rule 'delphi-published' was published for a scale of 6 levels, this one has "
        "4; 'delphi-adapted' is for any scale"
    ),
    OtherScaleError("msg-2019", "care-inspectorate"): (
        "one is rated on the scale 'msg-2019' and one on 'care-inspectorate'; ratings "
        "are never converted"
    ),
    PolicyFileError("board.json", PROBLEMS[1:]): (
        "board.json: line 2, column 5: null says nothing; leave the key out"
    ),
    DataFileError("plan.json", PROBLEMS[1:]): (
        "plan.json: line 2, column 5: null says nothing; leave the key out"
    ),
    DuplicateFormatError("toy", "toys", ("a:b", "c:d")): (
        "toys offers several report formats under the name 'toy'; say which: a:b or c:d"
    ),
    FormatError("anything"): "anything",
    FormatNameError("html", "it is taken"): (
        "no report format can be registered as 'html': it is taken"
    ),
    FormatUnavailableError("toy", "toys", "1.0", "it is old", "buy a new one"): (
        "the report format 'toy' of toys 1.0 cannot be used: it is old; buy a new one"
    ),
    FormatUnavailableError("a:b", "", "", "it is old", "buy a new one"): (
        "the report format 'a:b' cannot be used: it is old; buy a new one"
    ),
    FormatRunError("html", "ValueError: no"): (
        "the report format 'html' failed: ValueError: no; "
        "upgrade it, use another, or tell its authors"
    ),
    FormatRunError("html", "ValueError: no", "a-b", "1.2"): (
        "the report format 'html' of a-b 1.2 failed: ValueError: no; "
        "upgrade a-b, use another, or tell its authors"
    ),
    IntegratedCareError("anything"): "anything",
    MalformedError("Response", PROBLEMS): (
        "malformed Response:\n"
        "responses[3].rating: Good! is not of the form small-letters\n"
        "line 2, column 5: null says nothing; leave the key out"
    ),
    OptionError("bom", "yes", "true or false"): (
        "option bom: expected true or false, found 'yes'"
    ),
    OptionsError((FormatError("one"), FormatError("two"))): "one\ntwo",
    OtherCatalogueError("wales", "scotland"): (
        "the assessment is for the catalogue 'wales', not 'scotland'"
    ),
    PluginLoadError("html", "a-b", "1.2", "it is broken"): (
        "'html' of a-b 1.2 cannot be loaded: it is broken; "
        "upgrade or uninstall a-b, or tell its authors"
    ),
    PluginLoadError("a.b:c", "", "", "it is broken", "exits"): (
        "'a.b:c' cannot be loaded: it is broken; mend it, or its name"
    ),
    SearchUnavailableError("no such module: fts5"): (
        "this Python has no SQLite with full-text search (FTS5), which a search needs "
        "(no such module: fts5); use a Python that has it, as those of python.org and of Debian do"
    ),
    UnknownFormatError("htm", ("csv", "html")): (
        "no report format 'htm'; did you mean 'html'? (installed: csv, html)"
    ),
    UnknownFormatError("pdf", ()): "no report format 'pdf' (installed: none)",
    UnknownFormatError("html", ("htm",), "icp-html"): (
        "the report format 'html' is not installed; pip install icp-html"
    ),
    UnknownGroupError("G111", ("G1", "G11")): "no group 'G111'; did you mean 'G11'?",
    UnknownGroupError("G4", ("G1", "G11")): "no group 'G4'; there are G1, G11",
    UnknownIdError("a", ()): "no id 'a'",
    UnknownIdError("a", tuple("bcdefghijklm")): (
        "no id 'a'; there are b, c, d, e, f, g, h, i, j, k, l, m"
    ),
    UnknownIdError("a", tuple("bcdefghijklmn")): "no id 'a'",
    UnknownNumberError(4, (1, 2, 3)): "no number 4; there are 1 to 3",
    UnknownNumberError(4, ()): "no number 4",
    UnknownOptionError("bon", ("bom", "table")): (
        "no option 'bon'; did you mean 'bom'? (options: bom, table)"
    ),
    UnknownOptionError("x", ("bom", "table")): "no option 'x' (options: bom, table)",
    UnknownOptionError("bom", ()): "no option 'bom' (options: none)",
    UnknownOutcomeError(10, (1, 9)): "no outcome 10; there are 1 to 9",
    UnknownPrincipleError(13, (1, 12)): "no principle 13; there are 1 to 12",
    UnknownQuestionError("Q8.22", ("Q8.1", "Q8.2")): (
        "no question 'Q8.22'; did you mean 'Q8.2'?"
    ),
    UnknownResourceError("acts", ("act",)): "no resource 'acts'; did you mean 'act'?",
    UnknownTargetError("A4", ("A1",)): "no target 'A4'; there are A1",
}

# What other errors of Python they are, so that who does not know us can catch them.
BUILT_IN = {
    AlreadyExistsError: OSError,
    AssessmentFileError: ValueError,
    ChangedSinceReadError: OSError,
    CatalogueFileError: ValueError,
    CrosswalkFileError: ValueError,
    DataFileError: ValueError,
    FolderInUseError: OSError,
    FormatNameError: ValueError,
    MalformedError: ValueError,
    OptionError: ValueError,
    OptionsError: ValueError,
    OtherCatalogueError: ValueError,
    UnknownFormatError: LookupError,
    UnknownGroupError: LookupError,
    UnknownIdError: LookupError,
    UnknownNumberError: LookupError,
    UnknownOptionError: LookupError,
    UnknownOutcomeError: LookupError,
    UnknownPrincipleError: LookupError,
    UnknownQuestionError: LookupError,
    UnknownResourceError: LookupError,
}

each_error = pytest.mark.parametrize(
    "error", SENTENCES, ids=[type(each).__name__ for each in SENTENCES]
)
each_error_with_data = pytest.mark.parametrize(
    "error",
    [each for each in SENTENCES if has(type(each))],
    ids=lambda error: type(error).__name__,
)


def data_of(error: IntegratedCareError) -> dict[str, object]:
    """Return the fields of *error*, if it has any."""
    cls = type(error)
    names = [each.name for each in fields(cls)] if has(cls) else []
    return {name: getattr(error, name) for name in names}


def test_every_error_is_tried_here() -> None:
    """No public error is without a sentence in this module."""
    tried = {type(each).__name__ for each in SENTENCES}

    assert set(exceptions.__all__) - {"Problem"} == tried


def test_the_room_gives_what_it_says_it_gives() -> None:
    """Each public name can be had from the room, and others cannot."""
    found = [getattr(exceptions, each).__name__ for each in exceptions.__all__]

    assert exceptions.__all__ == found
    assert exceptions.__all__ == sorted(exceptions.__all__)
    assert not hasattr(exceptions, "UnknownError")


@each_error
def test_an_error_says_its_sentence(error: IntegratedCareError) -> None:
    """An error says what is wrong, and what to do or what was meant."""
    assert SENTENCES[error] == str(error)


@each_error_with_data
def test_an_error_carries_its_data(error: IntegratedCareError) -> None:
    """The fields of an error are its arguments, in order."""
    assert error.args == tuple(data_of(error).values())
    assert error.args != ()


@each_error
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_error_pickles(error: IntegratedCareError, protocol: int) -> None:
    """A pickled error comes back with its class, its sentence and its data."""
    back = pickle.loads(pickle.dumps(error, protocol))  # noqa: S301 - our own

    assert type(error) is type(back)
    assert str(error) == str(back)
    assert repr(data_of(error)) == repr(data_of(back))


@each_error
@pytest.mark.parametrize("again", [copy, deepcopy])
def test_an_error_copies(
    error: IntegratedCareError, again: type[IntegratedCareError]
) -> None:
    """A copy of an error says and carries the same."""
    assert str(error) == str(again(error))
    assert repr(data_of(error)) == repr(data_of(again(error)))


@each_error
def test_an_error_can_be_raised_and_chained(error: IntegratedCareError) -> None:
    """Every error is caught as one of ours, and keeps its cause and notes."""
    cause = ValueError("why")
    with pytest.raises(IntegratedCareError) as caught:
        raise error from cause
    error.add_note("more")

    assert error is caught.value
    assert cause is caught.value.__cause__
    assert error.__notes__.pop() == "more"


@each_error_with_data
def test_an_error_is_frozen(error: IntegratedCareError) -> None:
    """Nobody changes what an error carries."""
    name = next(iter(data_of(error)))

    with pytest.raises(FrozenInstanceError):
        setattr(error, name, None)


@pytest.mark.parametrize(
    ("error", "base"), BUILT_IN.items(), ids=lambda each: each.__name__
)
def test_an_error_is_one_of_pythons_too(
    error: type[IntegratedCareError], base: type[Exception]
) -> None:
    """Who does not know our errors catches Python's."""
    assert issubclass(error, base)
    assert issubclass(error, IntegratedCareError)


@pytest.mark.parametrize(
    "error",
    [
        AmbiguousFormatError,
        FormatNameError,
        FormatRunError,
        FormatUnavailableError,
        OptionError,
        OptionsError,
        UnknownFormatError,
        UnknownOptionError,
    ],
)
def test_errors_of_formats_are_caught_together(error: type[Exception]) -> None:
    """Whatever a format does not do is a FormatError."""
    assert issubclass(error, FormatError)


def test_every_error_is_positional() -> None:
    """No error has a field by keyword only: it would not pickle."""
    with_data = [cls for cls in map(type, SENTENCES) if has(cls)]

    assert [] == [
        f"{cls.__name__}.{each.name}"
        for cls in with_data
        for each in fields(cls)
        if each.kw_only
    ]
