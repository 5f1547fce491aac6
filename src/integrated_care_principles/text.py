"""What every floor does with text: find the nearest word, refuse what may not stand in it."""

import re
from collections.abc import Iterable

# Unicode category Cc but for newline and tab, and lone surrogates.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# What turns the direction of writing, and so can make a line read as another.
TURNS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def forbidden_characters(text: str) -> tuple[str, ...]:
    """
    Return the characters of *text* that no text of ours may hold.

    Those are the control characters but newline and tab, and lone surrogates.

    Returns:
        Each once, as a code point such as ``U+0000``, in order of appearance.
    """
    found = dict.fromkeys(_FORBIDDEN.findall(text))
    return tuple(f"U+{ord(each):04X}" for each in found)


def on_one_line(text: str) -> str:
    """Return *text* with one space for all white space, and nothing that turns it."""
    return " ".join(TURNS.sub("", text).split())


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of *known* that *word* most likely meant, if any is near."""
    from difflib import get_close_matches  # only what went wrong pays for it
    from os.path import commonprefix

    folded = {each.casefold(): each for each in known}
    near = get_close_matches(word.casefold(), folded, n=8)
    # Of several that are near, people mean the one that begins as they began.
    near.sort(key=lambda each: -len(commonprefix((word.casefold(), each))))  # noqa: RUF071
    return folded[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that offers the nearest of *known*, or nothing."""
    near = nearest(word, known)
    return "" if near is None else f"; did you mean {near!r}?"


def canonical_json(value: object) -> str:
    """
    Return *value* as JSON, to the byte as JavaScript's ``JSON.stringify(value, null, 2)``.

    Args:
        value: Of dicts, lists, whole numbers, booleans, ``None`` and strings without
            lone surrogates only.
    """
    from json import dumps

    return dumps(value, indent=2, ensure_ascii=False, allow_nan=False)


def shown(value: object, *, width: int = 60) -> str:
    """Return *value* in one short line, as JSON where it can be written so."""
    from json import dumps

    try:
        line = dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        line = repr(value)
    line = printable(line)
    return line if len(line) <= width else f"{line[: width - 1]}…"


def printable(text: str) -> str:
    """Return *text* with an escape for whatever breaks, moves or turns a line, or is half."""
    return "".join(
        each if each.isprintable() else f"\\u{ord(each):04x}" for each in text
    )


def gist(error: BaseException) -> str:
    """Return in one line what *error*, which may be a stranger's, is and says."""
    try:
        said = str(error)
    except Exception:  # noqa: BLE001 - what a stranger's error does to say it
        said = ""
    first = next(filter(str.strip, said.splitlines()), "")
    line = f"{type(error).__name__}: {' '.join(first.split())}"
    return printable(line.removesuffix(": "))
