"""
Look for bytes that reading an assessment does not answer with words.

``python tools/fuzz_assessments.py [SECONDS]`` lets a fuzzer that is guided by coverage
change the examples for so long, ten minutes by default. Whatever it finds: an assessment is
the same in both ways of reading, comes back to the byte, and is scored; anything else is
refused with sentences. It takes ``atheris``.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris  # pyright: ignore[reportMissingImports]  # where one fuzzes

instrumented = atheris.instrument_imports  # pyright: ignore[reportAttributeAccessIssue]
with instrumented(include=["integrated_care_principles"]):
    from integrated_care_principles import (
        Assessment,
        AssessmentFileError,
        encode_assessment,
        load_catalogue,
        score,
    )
    from integrated_care_principles.files._fast import read_fast
    from integrated_care_principles.files._formats import decoded
    from integrated_care_principles.files._full import read_fully

ROOT = Path(__file__).parents[1]
SEEDS = (*ROOT.glob("examples/*.json"), *ROOT.glob("tests/files/golden/*.json"))
CATALOGUE = load_catalogue()


def fully(data: bytes) -> Assessment | None:
    """Return the assessment that *data* holds, or hold that it is refused with words."""
    try:
        return decoded(
            data,
            lambda raw: read_fully(raw, CATALOGUE),
            newest=1,
            error=AssessmentFileError,
            source="-",
        )
    except AssessmentFileError as error:
        if not error.problems or not str(error).encode():
            raise
        return None


def try_one(data: bytes) -> None:
    """Hold that *data* is an assessment, the same in both ways, or refused with words."""
    found = fully(data)
    if read_fast(data, CATALOGUE, newest=1) != found:
        msg = "the two ways differ"
        raise RuntimeError(msg)
    if found is not None:
        written = encode_assessment(found, CATALOGUE)
        if encode_assessment(fully(written) or found, CATALOGUE) != written:
            msg = "it does not come back"
            raise RuntimeError(msg)
        score(found, CATALOGUE)


def main() -> None:
    """Fuzz for the time that was asked for."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else "600"
    with TemporaryDirectory() as name:
        folder = Path(name)
        for each in SEEDS:
            folder.joinpath(each.name).write_bytes(each.read_bytes())
        words = folder.joinpath("words.dict")
        words.write_text(dictionary(), encoding="utf-8")
        options = [f"-max_total_time={seconds}", f"-dict={words}", "-max_len=8192"]
        atheris.Setup([sys.argv[0], *options, f"{folder}"], try_one)
        atheris.Fuzz()


def dictionary() -> str:
    """Return the words of the files, in the form in which the fuzzer takes them."""
    keys = (
        "format subject period start end catalogue id edition fingerprint scale title levels "
        "low responses question status text reason partner until rating evidence kind url "
        "dated expires note publishable actions what owner due done contributors updated "
        "annotations key value scope Q1.1 Q6.2 G6 draft answered unknown deferred "
        "not_applicable partner_led data document msg-2019 exemplary 2026-03-31"
    )
    return "".join(f'"\\"{each}\\""\n' for each in keys.split())


if __name__ == "__main__":
    main()
