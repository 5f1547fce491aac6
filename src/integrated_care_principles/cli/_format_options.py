"""Options of report formats as a person types and reads them."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from integrated_care_principles.exceptions import FormatError, UnknownOptionError
from integrated_care_principles.reporting import FoundFormat, Option, raise_all, safe

Given = Mapping[str, tuple[str, ...]]


def given(texts: Sequence[str]) -> Given:
    """
    Return the values of each option that was typed, by its name.

    Raises:
        click.BadParameter: If one is not of the form NAME=VALUE.
    """
    found: dict[str, tuple[str, ...]] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            msg = f"{text!r} is not of the form NAME=VALUE"
            raise click.BadParameter(msg, param_hint="-O")
        found[name] = (*found.get(name, ()), value)
    return found


def read_for(formats: Sequence[FoundFormat], typed: Given) -> list[object]:
    """
    Return the options of each format; what was typed goes to each that has it.

    Raises:
        FormatError: With everything that is wrong in any of them.
    """
    known = [tuple(option.name for option in each.options) for each in formats]
    every = tuple(dict.fromkeys(name for names in known for name in names))
    errors: list[FormatError] = [
        UnknownOptionError(name, every) for name in typed if name not in every
    ]
    read = []
    for format, names in zip(formats, known, strict=True):
        mine = {name: texts for name, texts in typed.items() if name in names}
        try:
            read.append(format.read_options(mine, read_file=_content))
        except FormatError as error:
            errors.append(error)
    raise_all(errors)
    return read


def described(format: FoundFormat) -> Iterator[tuple[str, str]]:
    """Yield each option of a *format* as it is typed, with what it does."""
    for each in format.options:
        yield f"-O {each.name}=...", _explained(each)


def _explained(option: Option) -> str:
    takes = f"{option.takes}, again for more" if option.many else option.takes
    default = f"; by default {text}" if (text := option.default_text) else ""
    return safe.line(f"{option.help} [{takes}{default}]")


def _content(path: str) -> bytes:
    return Path(path).read_bytes()
