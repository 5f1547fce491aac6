"""One thing that is wrong with what we were given, and the errors that carry such things."""

from attrs import evolve, frozen

from integrated_care_principles.text import printable

# What each code says. {found} and {expected} are the problem's own.
_SENTENCES = {
    # how the file is written
    "not-utf-8": "byte {found} is not UTF-8; save the file as UTF-8",
    "not-json": "not JSON: {found}; look here, or the file may be cut off",
    "empty": "the file is empty",
    "repeated-key": "the key {found} stands here a second time; keep one of them",
    "lone-surrogate": "{found} is half a character (a lone surrogate); "
    "write the whole character",
    "number-too-large": "the number {found} does not fit into 64 bits",
    "nesting-too-deep": "lists and objects are nested more than {expected} deep",
    # its shape
    "wrong-type": "expected {expected}, found {found}",
    "null": "null says nothing; leave the key out",
    "missing-key": "{expected} is missing",
    "unknown-key": "{found} is not a key that is known here",
    "unknown-word": "{found} is not one of {expected}",
    "newer-format": "format {found} is newer than {expected}, the newest this version "
    "reads; upgrade integrated-care-principles",
    # the rules of a value
    "forbidden-character": "{found} may not stand in a text; take it out",
    "blank": "may not be blank",
    "malformed-id": "{found} is not of the form {expected}",
    "end-before-start": "the end, {found}, lies before the start, {expected}",
    "no-day-after": "no day that can be written comes long enough after {found}",
    "repeated": "{found} stands here a second time; keep one of them",
    "too-few-levels": "a scale has at least two levels",
    "rating-without-scale": "rated {found}, but the assessment names no scale",
    "unknown-rating": "{found} is not a level of the scale; it has {expected}",
    "unknown-principle": "the catalogue has no principle {found}",
    "unknown-target": "{found} is no target of this crosswalk; it has {expected}",
    "no-single-source": "{found}: name a principle or a question, and not both",
    "unknown-resource": "the catalogue names no resource {found}",
    "not-before": "no question {found} stands before this one in its group",
    # what the catalogue knows
    "not-a-criterion": "{found} is nothing that a policy can ask for; it can be {expected}",
    "more-than-expected": "{found} are complete, of only {expected} that are expected",
    "negative": "{found} is less than nothing",
    "taken-name": "the name {found} is that of a policy of ours; choose another",
    "not-positive": "{found} is less than one",
    "other-catalogue": "made for the catalogue {found}, not for {expected}",
    "unknown-question": "the catalogue has no question {found}",
    "unknown-group": "the catalogue has no group {found}; it has {expected}",
    # what is to be taken together
    "nothing-given": "there is no assessment",
    "assessed-apart": "one assesses {found}, another {expected}",
    # findings: nothing that stops a score
    "wording-differs": "the wording of edition {found} differs from that of {expected}, "
    "which scores it",
    "response-out-of-scope": "{found} has a response, but is out of scope and counts "
    "nowhere",
    "high-without-evidence": "rated {found}, but no evidence is named",
    "stands-alone": "{found} is compared with nothing: nothing else here differs from it "
    "in the {expected} only",
    "not-a-reporting-year": "{found} is no reporting year, which is from 1 April to 31 "
    "March",
    "periods-overlap": "{found} begins before {expected} ends",
    "resource-stale": "the resource {found} is out of date; in its place: {expected}",
    "resource-moved": "the resource {found} has moved; now: {expected}",
    "resource-unverified": "what has become of the resource {found} was not found out; "
    "possibly now: {expected}",
}


@frozen
class Problem:
    """
    One thing that is wrong, where it is, and what would be right.

    Attributes:
        path: Where in the data, such as ``responses[3].rating``; empty: the whole.

        code: A stable name of what is wrong, such as ``unknown-rating``.

        found: What stands there, in one short line.

        expected: What should stand there.

        nearest: The valid word that was most likely meant.

        line: Line in the file, from 1, where it is known.

        column: Column in characters, from 1, where the line is known.
    """

    path: str
    code: str
    found: str = ""
    expected: str = ""
    nearest: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        said = self.code
        if self.code in _SENTENCES:
            sentence = _SENTENCES[self.code]
            found, expected = printable(self.found), printable(self.expected)
            said = sentence.format(found=found, expected=expected)
        hint = "" if self.nearest is None else f"; did you mean {self.nearest!r}?"
        return f"{self._place}{said}{hint}"

    @property
    def _place(self) -> str:
        line = "" if self.line is None else f"line {self.line}, column {self.column}"
        place = ", ".join(filter(None, (line, self.path)))
        return f"{place}: " if place else ""

    def under(self, prefix: str) -> "Problem":
        """Return a copy whose path starts at *prefix*, the holder of what is wrong."""
        dot = "." if self.path and not self.path.startswith("[") else ""
        return evolve(self, path=f"{prefix}{dot}{self.path}")


class IntegratedCareError(Exception):
    """Anything that this library raises on its own account."""


@frozen
class MalformedError(IntegratedCareError, ValueError):
    """
    A value cannot be built because what it was given is malformed.

    Attributes:
        kind: Name of the class that was to be built.

        problems: All that is wrong with it.
    """

    kind: str
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return "\n".join((f"malformed {self.kind}:", *map(str, self.problems)))


@frozen
class OtherCatalogueError(IntegratedCareError, ValueError):
    """
    An assessment was made for another catalogue than the one it is held against.

    Attributes:
        found: Id of the catalogue that the assessment names.

        expected: Id of the catalogue at hand.
    """

    found: str
    expected: str

    def __str__(self) -> str:
        return (
            f"the assessment is for the catalogue {self.found!r}, not {self.expected!r}"
        )


@frozen
class OtherScaleError(IntegratedCareError, ValueError):
    """
    Assessments are to be taken together that rate on different scales.

    Attributes:
        found: Id of the scale of one.

        expected: Id of the scale of another.
    """

    found: str
    expected: str

    def __str__(self) -> str:
        return (
            f"one is rated on the scale {self.found!r} and one on {self.expected!r}; "
            "ratings are never converted"
        )
