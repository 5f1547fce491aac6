"""Standard output, kept for what we write to it while a stranger's code runs."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

_OUT, _ERR = 1, 2


@contextmanager
def kept_clean() -> Iterator[None]:
    """
    Let nothing reach standard output meanwhile, and have both streams work afterwards.

    What is written past Python, by C libraries and other processes, goes to standard
    error. What was closed is open again. Only a process that is ours alone may do this:
    its threads share the descriptors.
    """
    with ExitStack() as stack:
        stack.callback(_reopen)
        for each in (_OUT, _ERR):
            stack.enter_context(_kept(each))
        _flush()
        with suppress(OSError):  # one of them was never open
            os.dup2(_ERR, _OUT)
        stack.callback(_flush)
        yield


@contextmanager
def _kept(number: int) -> Iterator[None]:
    """Have the descriptor *number* afterwards stand for what it stands for now."""
    try:
        kept = os.dup(number)
    except OSError:
        yield
        return
    try:
        yield
    finally:
        os.dup2(kept, number)
        os.close(kept)


def _flush() -> None:
    """Send what was printed so far to where it belongs, as far as that can be done."""
    for stream in (sys.__stdout__, sys.__stderr__):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()  # type: ignore[union-attr]  # suppressed


def _reopen() -> None:
    """Give a stream to each name whose stream was closed."""
    for name, number in (("stdout", _OUT), ("stderr", _ERR)):
        stream = getattr(sys, name)
        if stream is not None and stream.closed:
            again = open(  # noqa: SIM115 - a descriptor, which stays open
                number, "w", encoding="utf-8", errors=stream.errors, closefd=False
            )
            setattr(sys, name, again)
