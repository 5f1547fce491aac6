"""Options of a report format: declared as a class, and listed."""

from collections.abc import Iterator
from enum import Enum
from typing import Any, ClassVar, Protocol, TypeVar

from attrs import (
    NOTHING,
    AttrsInstance,
    field,
    fields,
    frozen,
    has,
    resolve_types,
)

from integrated_care_principles.reporting._values import Kind, kind_of
from integrated_care_principles.text import shown

ValueT = TypeVar("ValueT")

MYPY = False
if MYPY:  # pragma: no cover
    OptionsClass = AttrsInstance  # pyright: ignore[reportAssignmentType]
else:

    class OptionsClass(Protocol):
        """What pyright sees in every attrs class, as mypy sees an AttrsInstance."""

        __dataclass_fields__: ClassVar[Any]


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
        kind = _kind(place, each.type)
        if not kind.holds(each.default):
            msg = f"{place} is by default {each.default!r}, which is not {kind.words}"
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


def _kind(place: str, declared: object) -> Kind:
    try:
        return kind_of(declared)
    except TypeError as error:
        msg = f"{place}: {error}"
        raise TypeError(msg) from None


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
