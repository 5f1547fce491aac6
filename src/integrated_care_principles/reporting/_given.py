"""Options of a report format, given as text: every problem of all of them at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import AttrsInstance

from integrated_care_principles.exceptions import (
    FormatError,
    OptionError,
    OptionsError,
    UnknownOptionError,
)
from integrated_care_principles.reporting._options import (
    Option,
    OptionsClass,
    options_of,
)

AttrsT = TypeVar("AttrsT", bound=OptionsClass)
Given = Mapping[str, str | tuple[str, ...]]
ReadFile = Callable[[str], bytes]


def read_options(
    cls: type[AttrsT], given: Given, *, read_file: ReadFile | None = None
) -> AttrsT:
    """
    Return the options that were *given* as texts by name.

    Args:
        cls: The class of the options; each of its fields is made by `option`.
        given: A text, or the several that a tuple is made of.
        read_file: Gives the content of a path; by default no file is read.

    Raises:
        UnknownOptionError: If there is no option of such a name.
        OptionError: If an option does not take such a value.
        OptionsError: If there are several such problems.
    """
    known = {each.name: each for each in options_of(cls)}
    errors: list[FormatError] = []
    values: dict[str, object] = {}
    for name, texts in given.items():
        try:
            if name not in known:
                raise UnknownOptionError(name, tuple(known))
            several = (texts,) if isinstance(texts, str) else texts
            values[name] = _read(known[name], several, read_file)
        except FormatError as error:
            errors.append(error)
    raise_all((*errors, *_own_rules(cls, values)))
    return cls(**values)


def _own_rules(
    cls: type[AttrsInstance], values: Mapping[str, object]
) -> Iterator[FormatError]:
    """Yield what the class itself refuses of what was given and understood."""
    try:
        cls(**values)
    except OptionError as error:
        if error.name in values:
            yield error


def raise_all(errors: Iterable[FormatError]) -> None:
    """
    Raise all *errors* as one; do nothing where there is none.

    Raises:
        FormatError: The only one.
        OptionsError: If there are several.
    """
    several = tuple({str(each): each for each in errors}.values())
    if len(several) == 1:
        raise several[0]
    if several:
        raise OptionsError(several)


def _read(option: Option, texts: tuple[str, ...], read_file: ReadFile | None) -> object:
    if option.many:
        return tuple(_value(option, each, read_file) for each in texts)
    if len(texts) != 1:
        raise OptionError(option.name, ", ".join(texts), f"{option.takes}, once")
    return _value(option, texts[0], read_file)


def _value(option: Option, text: str, read_file: ReadFile | None) -> object:
    if option.from_file and text.startswith("@@"):
        text = text[1:]
    elif option.from_file and text.startswith("@"):
        return _content(option, text, read_file)
    try:
        return option.kind.read(text)
    except ValueError:
        each = ", given again for each" if option.many and "," in text else ""
        takes, choices = f"{option.takes}{each}", option.kind.choices
        raise OptionError(option.name, text, takes, choices) from None


def _content(option: Option, text: str, read_file: ReadFile | None) -> object:
    """Return what is in the file that stands after the ``@``."""
    if read_file is None:
        raise OptionError(option.name, text, "a text, since no file is read here")
    try:
        content = read_file(text[1:])
        return content if option.kind.plain is bytes else content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise OptionError(option.name, text, "a file of UTF-8 text") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        expected = f"a file that can be read ({why})"
        raise OptionError(option.name, text, expected) from error
