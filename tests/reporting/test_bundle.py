"""Bundles: names that are safe everywhere, and content that can be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles.reporting import Bundle, Document, safe


def bundle(*names: str) -> Bundle:
    """Return a bundle of documents with these *names*."""
    return Bundle(tuple(Document(each, "") for each in names))


def test_a_bundle_holds_its_documents() -> None:
    """Documents stay in their order, text and bytes alike."""
    documents = (Document("b/scores.csv", "a"), Document("a.bin", b"\xff"))

    assert documents == Bundle(documents).documents


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("", "_"),
        ("/etc/passwd", "etc/passwd"),
        ("../up", "up"),
        ("a/../b", "a/b"),
        ("a/./b", "a/b"),
        ("a//b", "a/b"),
        ("a/", "a"),
        (".hidden", "hidden"),
        ("a\\b", "a-b"),
        ("c:x", "c-x"),
        ("nul.txt", "_nul.txt"),
        ("a\nb", "a b"),
        ("a.", "a"),
        ("\u202ea", "a"),
        ("x" * 300, "x" * 199),
    ],
)
def test_names_that_are_not_safe(name: str, better: str) -> None:
    """A name that means something else on some system is refused, with a better one."""
    with pytest.raises(ValueError, match="is no safe name in a bundle") as caught:
        bundle(name)

    assert str(caught.value).endswith(f"; {better!r} would be")


@pytest.mark.parametrize(
    "names",
    [
        ("a.csv", "a.csv"),
        ("a.csv", "A.CSV"),
        ("a", "a/b"),
        ("a/b", "A"),
        ("\u00e9", "e\u0301"),
        ("x/a", "x/a"),
    ],
)
def test_names_that_are_the_same_somewhere(names: tuple[str, str]) -> None:
    """Two documents never take the same place, not even where case is nothing."""
    with pytest.raises(ValueError, match="beside another of that name"):
        bundle(*names)


@pytest.mark.parametrize(
    ("documents", "message"),
    [
        ((), "made of a tuple of one or more Documents"),
        ([Document("a", "")], "made of a tuple of one or more Documents"),
        ((("a", "b"),), "tuple is not a Document"),
        ((Document(3, ""),), "Document is not a Document with a text as its name"),  # type: ignore[arg-type]  # refused
        ((Document("a", None),), "'a' is NoneType, neither text nor bytes"),  # type: ignore[arg-type]  # refused
    ],
)
def test_what_is_no_document(documents: object, message: str) -> None:
    """What cannot be written is refused when the bundle is made."""
    with pytest.raises(ValueError, match=message):
        Bundle(documents)  # type: ignore[arg-type]  # that is what is refused


def test_every_problem_at_once() -> None:
    """All names that are wrong are named together."""
    with pytest.raises(ValueError, match=r"'\.\./a'.*'b/'"):
        bundle("../a", "fine", "b/")


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_made_safe(parts: list[str]) -> None:
    """What `safe.file_name` makes of any text can stand in a bundle."""
    name = "/".join(map(safe.file_name, parts))

    assert name == bundle(name).documents[0].name
