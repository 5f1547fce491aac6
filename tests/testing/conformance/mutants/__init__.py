"""Formats that are wrong, each in one way, by the module of checks that finds them."""

from . import (
    bundles,
    contents,
    loads,
    numbers,
    options,
    pages,
    surroundings,
    texts,
    traces,
    values,
)
from .making import MUTANTS

__all__ = [
    "MUTANTS",
    "bundles",
    "contents",
    "loads",
    "numbers",
    "options",
    "pages",
    "surroundings",
    "texts",
    "traces",
    "values",
]
