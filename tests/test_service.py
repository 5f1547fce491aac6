"""The example of a web service answers over a socket as the how-to says."""

import json
import runpy
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from integrated_care_principles import load_catalogue

ROOT = Path(__file__).parents[1]
EXAMPLE = (ROOT / "examples/strathenlow-2025-26.json").read_bytes()
TAG = f'"{load_catalogue().content_hash}"'


class Answer(NamedTuple):
    """What the service answered."""

    status: int
    headers: dict[str, str]
    plain: Any


class Quiet(WSGIRequestHandler):
    """A handler that does not log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Serve the example, and give the port."""
    application = runpy.run_path(f"{ROOT / 'examples/service/service.py'}")[
        "application"
    ]
    with make_server("127.0.0.1", 0, application, handler_class=Quiet) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def ask(
    port: int,
    path: str,
    body: bytes | None = None,
    headers: dict[str, str] | None = None,
) -> Answer:
    """Ask the service for a *path*, or send it a *body*."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    method = "GET" if body is None else "POST"
    connection.request(method, path, body=body, headers=headers or {})
    response = connection.getresponse()
    data = response.read()
    connection.close()
    return Answer(
        response.status,
        {name.lower(): value for name, value in response.getheaders()},
        json.loads(data) if data else None,
    )


def test_what_is_asked(port: int) -> None:
    """Questions, principles and what words find come as JSON."""
    question = ask(port, "/questions/Q8.2")
    principle = ask(port, "/principles/7/")
    found = ask(port, "/search?q=carer+rights")

    assert (200, "application/json") == (
        question.status,
        question.headers["content-type"],
    )
    assert {"Q8.2", "Q8.1"} == {question.plain["id"], question.plain["follows"]}
    assert [f"Q3.{each}" for each in range(1, 6)] == principle.plain["questions"]
    assert "dementia-charter-of-rights" == found.plain["hits"][0]["id"]
    assert "dignity" == ask(port, "/search?q=digntiy").plain["did_you_mean"]


def test_what_has_not_changed_is_not_sent_again(port: int) -> None:
    """The tag is the hash of the catalogue, and whoever has it gets an empty answer."""
    first = ask(port, "/principles/7")
    again = ask(port, "/principles/7", headers={"If-None-Match": TAG})

    assert TAG == first.headers["etag"]
    assert (304, None) == (again.status, again.plain)


def test_an_assessment_is_checked_and_scored(port: int) -> None:
    """What is missing, and how complete it is by which policy on which day."""
    checked = ask(port, "/check", EXAMPLE)
    scored = ask(port, "/score?policy=assured&on=2026-11-21", EXAMPLE)
    usual = ask(port, "/score", EXAMPLE)

    assert {"question": "Q8.3", "code": "unanswered"} in checked.plain["gaps"]
    assert ("assured", "2026-11-21", "29 of 47 (61 %)") == (
        scored.plain["policy"],
        scored.plain["on"],
        scored.plain["overall"],
    )
    assert ("2026-03-31", "35 of 47 (74 %)") == (
        usual.plain["on"],
        usual.plain["overall"],
    )
    assert 66 == usual.plain["principles"]["12"]
    assert "etag" not in usual.headers


def test_everything_that_is_wrong_with_an_assessment(port: int) -> None:
    """All problems with their paths, as a problem document."""
    raw = json.loads(EXAMPLE)
    raw["responses"][3]["rating"] = "splendid"
    raw["period"]["end"] = "2026-02-30"
    refused = ask(port, "/score", json.dumps(raw).encode())

    assert (422, "application/problem+json") == (
        refused.status,
        refused.headers["content-type"],
    )
    assert {"responses[3].rating", "period.end"} == {
        each["path"] for each in refused.plain["problems"]
    }
    assert "etag" not in refused.headers


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/", 404, "there is nothing here"),
        ("/questions/Q88.2", 404, "no question 'Q88.2'; did you mean 'Q8.2'?"),
        ("/principles/13", 404, "no principle 13"),
        ("/principles/seven", 404, "no principle 0"),
        ("/check", 404, "there is nothing here"),
    ],
)
def test_what_is_not_there(port: int, path: str, status: int, says: str) -> None:
    """It is said what there is not, and what was perhaps meant."""
    refused = ask(port, path)

    assert status == refused.status == refused.plain["status"]
    assert says in refused.plain["title"]


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/score?policy=assurd", {}, 400),
        ("/score?on=2026-02-30", {}, 400),
        ("/score", {"Content-Length": "1000001"}, 413),
        ("/score", {"Content-Length": "x"}, 413),
    ],
)
def test_what_is_refused(
    port: int, path: str, headers: dict[str, str], status: int
) -> None:
    """A policy or a day that there is not, and a body that is too large."""
    assert status == ask(port, path, EXAMPLE, headers).status
