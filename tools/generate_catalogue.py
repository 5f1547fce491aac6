"""Write the module that is shipped from the catalogue that people write."""

import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import NewType, get_args

from attrs import AttrsInstance, fields, has

from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.files._structure import UnreadableError, make_converter

DATA = Path(__file__).parents[1] / "src/integrated_care_principles/catalogue"
WRITTEN = DATA / "data/scotland.toml"
SHIPPED = DATA / "_scotland.py"

HEADER = '''"""Generated from data/scotland.toml by ``make catalogue``; change that file."""

from datetime import date

from integrated_care_principles.catalogue._catalogue import Catalogue
from integrated_care_principles.catalogue._model import (
    Asks,
    Group,
    GroupId,
    Outcome,
    OutcomeNumber,
    Principle,
    PrincipleNumber,
    Purpose,
    Question,
    QuestionId,
)
from integrated_care_principles.catalogue._resource import (
    Confidence,
    Listing,
    Resource,
    ResourceId,
    ResourceKind,
    ResourceStatus,
)

SCOTLAND = '''


def module(written: str) -> str:
    """
    Return the source of the module for the catalogue that is *written* as TOML.

    Raises:
        TOMLDecodeError: If it is no TOML.
        UnreadableError: With the path of everything that is wrong in it.
    """
    raw = _plain(tomllib.loads(written))
    return f"{HEADER}{_source(make_converter().structure(raw, Catalogue), '')}\n"


def _plain(value: object) -> object:
    """Return *value* with its days as JSON has them."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _source(value: object, indent: str) -> str:
    inner = f"{indent}    "
    if isinstance(value, Enum):
        return str(f"{type(value).__name__}.{value.name}")
    if isinstance(value, date):
        return f"date({value.year}, {value.month}, {value.day})"
    if has(cls := type(value)):
        lines = "".join(f"{inner}{each},\n" for each in _arguments(value, cls, inner))
        return f"{cls.__name__}(\n{lines}{indent})"
    return repr(value)


def _arguments(value: object, cls: type[AttrsInstance], indent: str) -> Iterator[str]:
    for each in fields(cls):
        argument = getattr(value, each.name)
        if argument != each.default:
            yield f"{each.name}={_argument(argument, each.type, indent)}"


def _argument(value: object, declared: object, indent: str) -> str:
    if isinstance(value, tuple):
        inner = f"{indent}    "
        item = get_args(declared)[0]
        lines = (f"{inner}{_argument(each, item, inner)},\n" for each in value)
        return f"(\n{''.join(lines)}{indent})"
    wrapper = _new_type(declared)
    text = _source(value, indent)
    return f"{wrapper}({text})" if wrapper else text


def _new_type(declared: object) -> str | None:
    """Return the name of the type of ids that *declared* is, or may be."""
    for each in (declared, *get_args(declared)):
        if isinstance(each, NewType):
            return each.__name__
    return None


def main() -> int:
    """Write the module, or say what is wrong in the file that it is made from."""
    try:
        source = module(WRITTEN.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        print(f"{WRITTEN.name}: {error}", file=sys.stderr)
        return 1
    except UnreadableError as error:
        for each in error.problems:
            print(f"{WRITTEN.name}: {each}", file=sys.stderr)
        return 1
    SHIPPED.write_text(source, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
