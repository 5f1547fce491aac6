"""A report in which every value of a kind is another one, and all numbers are kept."""

from collections.abc import Callable
from typing import TypeGuard

from attrs import Attribute, AttrsInstance, fields, has

from integrated_care_principles.catalogue import CatalogueRef
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.reporting import Report

# What names other things, or is the host's own: no text that anybody writes.
_OF_THE_HOST = (CatalogueRef, Problem)


def is_attrs(value: object) -> TypeGuard[AttrsInstance]:
    """Return whether *value* is one of ours, with fields."""
    return has(type(value))


Change = Callable[[AttrsInstance, "Attribute[object]", object], object]


def changed(report: Report, change: Change) -> Report:
    """
    Return a copy of *report* with each field of each value in it replaced.

    Nothing is scored anew: the numbers stay what they were.

    Args:
        change: Gives the new value of a field, from its holder (whose own fields have
            not been changed yet), the field and the old value.
    """
    done: dict[int, tuple[object, object]] = {}

    def walk(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(map(walk, value))
        if not is_attrs(value):
            return value
        if id(value) not in done:
            done[id(value)] = (value, evolved(value))
        return done[id(value)][1]

    def evolved(value: AttrsInstance) -> object:
        news = {
            each.name: walk(change(value, each, getattr(value, each.name)))
            for each in fields(type(value))
        }
        return type(value)(**news)

    new = walk(report)
    assert isinstance(new, Report)  # noqa: S101 - for the reader, and for mypy
    return new


def is_free_text(holder: object, attribute: "Attribute[object]") -> bool:
    """Return whether a field holds text that somebody writes: no id, no word of ours."""
    if isinstance(holder, _OF_THE_HOST):
        return False
    texts = (str, str | None, tuple[str, ...])
    return attribute.type in texts and attribute.metadata.get("code") != "malformed-id"


def reworded(report: Report, word: Callable[[str], str]) -> Report:
    """Return a copy of *report* where each text that says something says another."""

    def change(
        holder: AttrsInstance, attribute: "Attribute[object]", old: object
    ) -> object:
        if not is_free_text(holder, attribute):
            return old
        if isinstance(old, tuple):
            return tuple(word(each) for each in old)
        return word(old) if isinstance(old, str) and old else old

    return changed(report, change)
