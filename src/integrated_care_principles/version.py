"""The version of this distribution."""

__version__ = "26.1"
