"""From a report to the text of the page."""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from integrated_care_principles.reporting import QuestionView, Report, safe, wording
from integrated_care_principles.scoring import is_overdue


def page(report: Report, own_style: str) -> str:
    """
    Return the *report* as one page.

    Args:
        own_style: Of whoever publishes it, after ours; empty: there is none.
    """
    style = _file("style.css")
    return _template().render(
        report=report,
        catalogue=report.catalogue,
        names=wording.group_names(report.catalogue),
        companions=wording.companions(report.catalogue),
        wordings=wording.wordings(report.catalogue),
        # Of this package, and of whoever publishes; nothing of a report comes near it.
        style=Markup(style),  # noqa: S704
        own_style=Markup(own_style),  # noqa: S704
        policy=_policy(style, own_style),
    )


def _policy(*styles: str) -> str:
    """Return the content security policy of a page that has these *styles* and no more."""
    hashes = " ".join(map(_hashed, filter(None, styles)))
    return (
        f"default-src 'none'; style-src {hashes}; base-uri 'none'; form-action 'none'"
    )


def _hashed(style: str) -> str:
    digest = sha256(style.encode("utf-8")).digest()
    return f"'sha256-{b64encode(digest).decode('ascii')}'"


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        finalize=_escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        counted=wording.counted,
        gained=wording.gained,
        listed=wording.listed,
        words=wording.words,
        written_day=wording.written_day,
    )
    environment.globals.update(
        by_id=_by_id, is_overdue=is_overdue, line=safe.line, link=safe.link
    )
    return environment.from_string(_file("report.html.jinja"))


def _by_id(questions: Iterable[QuestionView]) -> dict[str, QuestionView]:
    return {each.id: each for each in questions}


def _escaped(value: object) -> object:
    """Return a text with what may not stand in a page escaped, or taken out."""
    # Mark-up is what our own macros gave: what came in is escaped in it already.
    if isinstance(value, str) and not isinstance(value, Markup):
        return Markup(safe.html(value))  # noqa: S704
    return value


@cache
def _file(name: str) -> str:
    return (
        files("integrated_care_principles_html")
        .joinpath(name)
        .read_text(encoding="utf-8")
    )
