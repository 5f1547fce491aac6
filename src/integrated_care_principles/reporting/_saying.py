"""What a report format says of itself, and what of it says nothing."""

import re
from collections.abc import Iterator

_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*(\s*;\s*[a-z-]+=\S+)*")
# Of what is written as a folder there is none.
_SUFFIX = re.compile(r"(\.[a-z0-9]+)*")
_WORD = re.compile(r"[A-Za-z_]+(\.[a-z_]+)?")


def misstated(
    *, summary: object, media_type: object, suffix: object, leaves_out: object
) -> Iterator[tuple[str, str]]:
    """Yield each field that says nothing, with what it should be."""
    if not (isinstance(summary, str) and summary.strip() and summary.isprintable()):
        yield "summary", "one line of text"
    if not (isinstance(media_type, str) and _MEDIA_TYPE.fullmatch(media_type)):
        yield "media_type", "a type such as text/plain"
    if not (isinstance(suffix, str) and _SUFFIX.fullmatch(suffix)):
        yield "suffix", "a dot and small letters, such as .txt"
    if not (isinstance(leaves_out, tuple) and all(map(_is_word, leaves_out))):
        yield "leaves_out", 'a tuple of words, such as ("scores", "Response.text")'


def _is_word(value: object) -> bool:
    return isinstance(value, str) and _WORD.fullmatch(value) is not None
