"""Options of a report format: declared as a class, given as text on the command line."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import TypeVar

from attrs import (
    NOTHING,
    AttrsInstance,
    field,
    fields,
    frozen,
    has,
    resolve_types,
)

from integrated_care_principles.exceptions import (
    FormatError,
    OptionError,
    OptionsError,
    UnknownOptionError,
)
from integrated_care_principles.reporting._values import Kind, kind_of
from integrated_care_principles.text import shown

ValueT = TypeVar("ValueT")
AttrsT = TypeVar("AttrsT", bound=AttrsInstance)
Given = Mapping[str, str | tuple[str, ...]]
ReadFile = Callable[[str], bytes]


def option(default: ValueT, *, help: str, from_file: bool = False) -> ValueT:
    """
    Declare an option as a field of an options class.

    Args:
        default: What it is where it is not given.
        help: What it does, in one sentence.
        from_file: Whether ``@PATH`` stands for the content of a file, which the host
            reads; only for ``str``, which is UTF-8 there, and ``bytes``. ``@@`` at the
            start stands for one ``@``.
    """
    return field(default=default, metadata={"help": help, "from_file": from_file})


@frozen(kw_only=True)
class Option:
    """
    One option of a format, as it is listed.

    Attributes:
        default: What it is where it is not given.

        takes: What can be given, in words.

        many: Whether it can be given again, for a tuple of all that was given.

        from_file: Whether ``@PATH`` stands for the content of a file.
    """

    name: str
    help: str
    default: object
    takes: str
    many: bool
    from_file: bool
    kind: Kind = field(repr=False, eq=False)

    @property
    def default_text(self) -> str:
        """The default as one would give it; empty: nothing stands for it."""
        match self.default:
            case None | () | b"" | "":
                return ""
            case tuple(items):
                return ", ".join(map(_given_as, items))
        return _given_as(self.default)


def options_of(cls: type[object] | None) -> tuple[Option, ...]:
    """
    Return the options that a class declares, in its order; ``None`` has none.

    Raises:
        TypeError: If one has no default, no help, or a type that cannot be given as
            text.
    """
    if cls is None:
        return ()
    if not has(cls):
        msg = (
            f"{cls.__name__} is not an attrs class; write @frozen(kw_only=True) over it"
        )
        raise TypeError(msg)
    return tuple(_options(cls))


def _options(cls: type[AttrsInstance]) -> Iterator[Option]:
    for each in fields(resolve_types(cls)):
        place = f"{cls.__name__}.{each.name}"
        if each.default is NOTHING or not each.metadata.get("help"):
            msg = f"{place} has no default or no help; use option()"
            raise TypeError(msg)
        kind = kind_of(each.type)
        if not kind.holds(each.default):
            msg = f"{place} is by default {each.default!r}, which is not {each.type}"
            raise TypeError(msg)
        from_file = each.metadata.get("from_file", False)
        if from_file and kind.plain is None:
            msg = f"{place} cannot be the content of a file; use str or bytes"
            raise TypeError(msg)
        yield Option(
            name=each.name,
            help=each.metadata["help"],
            default=each.default,
            takes=f"{kind.words}, or @PATH" if from_file else kind.words,
            many=kind.many,
            from_file=from_file,
            kind=kind,
        )


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
        raise OptionError(option.name, text, option.takes) from None


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


def _given_as(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Enum():
            return str(value.value)
        case bytes():
            return f"{len(value)} bytes"
        case str():
            return shown(value)
    return str(value)
