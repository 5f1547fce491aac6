"""From a report to the text of the page."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from integrated_care_principles.reporting import Report, safe, wording


def page(report: Report) -> str:
    """Return the *report* as one page."""
    style = _file("style.css")
    return _template().render(
        report=report,
        catalogue=report.catalogue,
        names=wording.group_names(report.catalogue),
        companions=wording.companions(report.catalogue),
        wordings=wording.wordings(report.catalogue),
        # Of this package only; nothing of a report comes near it.
        style=Markup(style),  # noqa: S704
        policy=_policy(style),
    )


def _policy(style: str) -> str:
    """Return the content security policy of a page that has this *style* and no more."""
    hashed = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{hashed}'; "
        "base-uri 'none'; form-action 'none'"
    )


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
        listed=wording.listed,
        words=wording.words,
        written_day=wording.written_day,
    )
    environment.globals.update(line=safe.line, link=safe.link)
    return environment.from_string(_file("report.html.jinja"))


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
