"""
A small web service: what is asked, and what an assessment amounts to.

``python examples/service/service.py [PORT]`` answers on this machine, by default on port
8000. It needs nothing but the library: any WSGI server runs `application` as it stands.

    GET  /questions/Q8.2      GET  /principles/7      GET  /search?q=carer+rights
    POST /check               POST /score?policy=assured&on=2026-03-31
"""

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from http import HTTPStatus
from urllib.parse import parse_qs
from wsgiref.simple_server import make_server
from wsgiref.types import StartResponse, WSGIEnvironment

from integrated_care_principles import (
    Assessment,
    AssessmentFileError,
    IntegratedCareError,
    decode_assessment,
    load_catalogue,
    score,
    search,
)
from integrated_care_principles.scoring import POLICIES

CATALOGUE = load_catalogue()  # once; every thread may use it
LARGEST = 1_000_000  # bytes; an assessment of 51 long answers has a tenth of it

Plain = dict[str, object]


class RefusedError(Exception):
    """What was asked cannot be answered; the status and what to say of it."""

    def __init__(self, status: HTTPStatus, title: str, problems: object = ()) -> None:
        super().__init__(title)
        self.status = status
        self.body = {"title": title, "status": status.value, "problems": problems}


def question(id: str, _: WSGIEnvironment) -> Plain:
    """Answer with a question, quoted, and the one that it leans on."""
    found = CATALOGUE.question(id)
    return {"id": found.id, "text": found.text, "follows": found.follows}


def principle(number: str, _: WSGIEnvironment) -> Plain:
    """Answer with a principle and the ids of its questions."""
    found = CATALOGUE.principle(int(number) if number.isdecimal() else 0)
    asked = CATALOGUE.questions_of(principle=found.number)
    return {
        "number": found.number,
        "title": found.title,
        "questions": [each.id for each in asked],
    }


def find(_: str, environ: WSGIEnvironment) -> Plain:
    """Answer with what the words find, the best first."""
    found = search(CATALOGUE, typed(environ, "q"))
    hits = [
        {"kind": each.kind.value, "id": each.id, "title": each.title}
        for each in found.hits
    ]
    return {"did_you_mean": found.did_you_mean, "hits": hits}


def check(_: str, environ: WSGIEnvironment) -> Plain:
    """Answer that an assessment is well-formed, with what is missing in it."""
    gaps = score(sent(environ), CATALOGUE).gaps
    return {"gaps": [{"question": each.question, "code": each.code} for each in gaps]}


def count(_: str, environ: WSGIEnvironment) -> Plain:
    """Answer with how complete an assessment is."""
    assessment = sent(environ)
    name, day = typed(environ, "policy") or "answered", typed(environ, "on")
    if name not in POLICIES:
        raise RefusedError(HTTPStatus.BAD_REQUEST, f"no policy {name!r}")
    try:
        on = date.fromisoformat(day) if day else None
    except ValueError:
        raise RefusedError(HTTPStatus.BAD_REQUEST, f"{day!r} is not a day") from None
    card = score(assessment, CATALOGUE, POLICIES[name], on=on)
    return {
        "policy": card.policy.name,
        "on": f"{card.day}",
        "overall": f"{card.overall}",
        "principles": {
            number: each.percent for number, each in card.principles.items()
        },
    }


ROUTES: dict[tuple[str, str], Callable[[str, WSGIEnvironment], Plain]] = {
    ("GET", "questions"): question,
    ("GET", "principles"): principle,
    ("GET", "search"): find,
    ("POST", "check"): check,
    ("POST", "score"): count,
}


def typed(environ: WSGIEnvironment, name: str) -> str:
    """Return what the query says of a *name*, or nothing."""
    values: dict[str, list[str]] = parse_qs(environ.get("QUERY_STRING", ""))
    return values.get(name, [""])[0]


def sent(environ: WSGIEnvironment) -> Assessment:
    """Return the assessment that was sent, or refuse it with all that is wrong."""
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > LARGEST:
        raise RefusedError(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"at most {LARGEST} bytes"
        )
    data = environ["wsgi.input"].read(int(length))
    try:
        return decode_assessment(data, CATALOGUE, source="the body")
    except AssessmentFileError as error:
        problems = [
            {"path": each.path, "code": each.code, "says": f"{each}"}
            for each in error.problems
        ]
        title = "the body is no assessment"
        raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, title, problems) from error


def answered(environ: WSGIEnvironment) -> Plain:
    """Return the answer to what was asked."""
    _, room, rest = f"{environ['PATH_INFO']}//".split("/", 2)
    route = ROUTES.get((environ["REQUEST_METHOD"], room))
    if route is None:
        raise RefusedError(HTTPStatus.NOT_FOUND, "there is nothing here")
    try:
        return route(rest.rstrip("/"), environ)
    except (IntegratedCareError, LookupError) as error:  # an id that there is not
        raise RefusedError(HTTPStatus.NOT_FOUND, f"{error}") from error


def application(
    environ: WSGIEnvironment, start_response: StartResponse
) -> Iterable[bytes]:
    """Answer a request."""
    # What comes of the catalogue stays the same for as long as the catalogue does.
    tag = f'"{CATALOGUE.content_hash}"' if environ["REQUEST_METHOD"] == "GET" else ""
    status, kind = HTTPStatus.OK, "application/json"
    try:
        body = answered(environ)
    except RefusedError as error:
        status, kind, body, tag = (
            error.status,
            "application/problem+json",
            error.body,
            "",
        )
    data = json.dumps(body, ensure_ascii=False).encode()
    if tag and environ.get("HTTP_IF_NONE_MATCH") == tag:
        status, data = HTTPStatus.NOT_MODIFIED, b""
    headers = [("Content-Type", kind), ("Content-Length", f"{len(data)}")]
    headers += [("ETag", tag)] if tag else []
    start_response(f"{status.value} {status.phrase}", headers)
    return [data]


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    with make_server("127.0.0.1", port, application) as server:
        server.serve_forever()
