"""Zips of libraries made anew: what differs from run to run is gone, and nothing else."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import (
    ZIP_BZIP2,
    ZIP_DEFLATED,
    ZIP_STORED,
    BadZipFile,
    ZipFile,
    ZipInfo,
)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles.reporting import stable_zip

NAMES = st.one_of(
    st.sampled_from(
        (
            "mimetype",
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/document.xml",
        )
    ),
    st.from_regex("[ab/é]{0,4}[abé]", fullmatch=True),
)
MEMBERS = st.dictionaries(NAMES, st.binary(max_size=60), max_size=6)
DATES = st.tuples(
    st.integers(1980, 2107),
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(0, 23),
    st.integers(0, 59),
    st.integers(0, 59),
)


@st.composite
def libraries(draw: st.DrawFn, members: dict[str, bytes]) -> bytes:
    """Draw a zip of *members*, with all else as some library may have it."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.comment = draw(st.binary(max_size=9))
        for name in draw(st.permutations([*members])):
            member = ZipInfo(name, draw(DATES))
            member.compress_type = draw(
                st.sampled_from((ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2))
            )
            member.create_system = draw(st.sampled_from((0, 3)))
            member.external_attr = draw(st.integers(0, 0o777)) << 16
            member.comment = draw(st.binary(max_size=9))
            archive.writestr(member, members[name])
    return file.getvalue()


def plain(*members: tuple[str, bytes]) -> bytes:
    """Return a zip of *members* as it comes, of the moment in which it is made."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


def content(data: bytes) -> dict[str, bytes]:
    """Return what is in the zip *data*."""
    with ZipFile(BytesIO(data)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def names(data: bytes) -> list[str]:
    """Return the names of what is in the zip *data*, in its order."""
    return ZipFile(BytesIO(data)).namelist()


@given(st.data(), MEMBERS)
def test_the_same_members_give_the_same_bytes(
    data: st.DataObject, members: dict[str, bytes]
) -> None:
    """Neither order nor dates, rights, comments or compression can be seen any more."""
    one, other = (data.draw(libraries(members)) for _ in range(2))

    assert stable_zip(one) == stable_zip(other)


@given(st.data(), MEMBERS)
def test_nothing_is_lost(data: st.DataObject, members: dict[str, bytes]) -> None:
    """Every member is there with every byte."""
    assert members == content(stable_zip(data.draw(libraries(members))))


@given(st.data(), MEMBERS)
def test_made_anew_twice(data: st.DataObject, members: dict[str, bytes]) -> None:
    """What is stable already stays as it is."""
    once = stable_zip(data.draw(libraries(members)))

    assert once == stable_zip(once)


@pytest.mark.parametrize(
    "order",
    [
        ("mimetype", "META-INF/container.xml", "content.opf"),
        (
            "[Content_Types].xml",
            "_rels/.rels",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "customXml/item1.xml",
            "docProps/app.xml",
            "docProps/core.xml",
        ),
    ],
)
def test_what_tells_the_kind_comes_first(order: Sequence[str]) -> None:
    """Programs that look at the beginning of a document know it for what it is."""
    shuffled = plain(*((each, b"") for each in sorted(order, reverse=True)))

    assert [*order] == names(stable_zip(shuffled))


def test_epub() -> None:
    """The media type stands in the bytes where readers of EPUB look for it."""
    book = stable_zip(plain(("a", b""), ("mimetype", b"application/epub+zip")))

    assert b"mimetypeapplication/epub+zip" == book[30:58]


def test_replaced() -> None:
    """What a member says of its moment can be replaced; what was not there is put in."""
    made = plain(("docProps/core.xml", b"at 12:01"), ("xl/workbook.xml", b"a"))

    assert {"docProps/core.xml": b"", "xl/workbook.xml": b"a", "b": b"c"} == content(
        stable_zip(made, replacing={"docProps/core.xml": b"", "b": b"c"})
    )


def test_folders() -> None:
    """A folder has no entry of its own."""
    assert ["a/b"] == names(stable_zip(plain(("a/", b""), ("a/b", b""), ("c/", b""))))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice() -> None:
    """Of two members of one name the later stays, as readers have it."""
    twice = stable_zip(plain(("a", b"first"), ("a", b"second")))

    assert (["a"], {"a": b"second"}) == (names(twice), content(twice))


def test_what_is_no_zip() -> None:
    """Of other bytes nothing is guessed."""
    with pytest.raises(BadZipFile):
        stable_zip(b"%PDF-1.7")
