"""Write the modules that are shipped from the catalogue and the law that people write."""

import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import NewType, get_args

from attrs import AttrsInstance, fields, frozen, has

from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.catalogue._crosswalk import Crosswalk
from integrated_care_principles.catalogue._law import Law
from integrated_care_principles.files._structure import UnreadableError, make_converter

DATA = Path(__file__).parents[1] / "src/integrated_care_principles/catalogue"

CATALOGUE = '''"""Generated from data/scotland.toml by ``make catalogue``; change that file."""

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
LAW = '''"""Generated from data/law.toml by ``make catalogue``; change that file."""

from datetime import date

from integrated_care_principles.catalogue._law import (
    Law,
    LawKind,
    Provision,
    Role,
    TurnsOn,
)
from integrated_care_principles.catalogue._resource import Confidence

LAW = '''


OUTCOMES = '''"""Generated from data/outcomes.toml by ``make catalogue``; change that file."""

from integrated_care_principles.catalogue._crosswalk import (
    Crosswalk,
    Link,
    Relation,
    Target,
)
from integrated_care_principles.catalogue._model import PrincipleNumber, QuestionId
from integrated_care_principles.catalogue._resource import Confidence

OUTCOMES = '''


@frozen
class Source:
    """
    A file that people write, and the module that is made from it.

    Attributes:
        written: Name of the file.

        shipped: Name of the module.

        header: What the module begins with, up to the value.

        cls: Of the value.
    """

    written: str
    shipped: str
    header: str
    cls: type[AttrsInstance]


SOURCES = (
    Source("scotland.toml", "_scotland.py", CATALOGUE, Catalogue),
    Source("law.toml", "_scotland_law.py", LAW, Law),
    Source("outcomes.toml", "_scotland_outcomes.py", OUTCOMES, Crosswalk),
)


def module(source: Source, written: str) -> str:
    """
    Return the text of the module that is made from what is *written* as TOML.

    Raises:
        TOMLDecodeError: If it is no TOML.
        UnreadableError: With the path of everything that is wrong in it.
    """
    raw = _plain(tomllib.loads(written))
    value = make_converter().structure(raw, source.cls)
    return f"{source.header}{_source(value, '')}\n"


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
    """Write the modules, or say what is wrong in the files that they are made from."""
    made: dict[Path, str] = {}
    faults: list[str] = []
    for each in SOURCES:
        written = (DATA / "data" / each.written).read_text(encoding="utf-8")
        try:
            made[DATA / each.shipped] = module(each, written)
        except tomllib.TOMLDecodeError as error:
            faults.append(f"{each.written}: {error}")
        except UnreadableError as error:
            faults += (f"{each.written}: {problem}" for problem in error.problems)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        return 1
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
