"""Days that are so many months apart."""

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """
    Return the day that is so many *months* after another.

    Where the month is too short for it that is its last day; beyond the last day that
    Python knows it is that one.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def months_between(earlier: date, later: date) -> int:
    """Return how many whole months lie between two days."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)
