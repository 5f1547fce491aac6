"""From a name to a format, and what is said where that is not possible."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrated_care_principles.catalogue import load_catalogue
from integrated_care_principles.exceptions import (
    AmbiguousFormatError,
    DuplicateFormatError,
    FormatNameError,
    FormatUnavailableError,
    PluginLoadError,
    UnknownFormatError,
)
from integrated_care_principles.reporting import (
    Report,
    ReportFormat,
    find_format,
    list_formats,
    load_format,
    make_report,
    register,
    report_format,
)
from tests.sites import FORMAT, GROUP, install, on_path

MODULE = "".join(FORMAT.format(name=each) for each in ("toy", "html"))


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two distributions of strangers, before ours on the path."""
    monkeypatch.delenv("ICP_PLUGINS", raising=False)
    folder = tmp_path / "site"
    entries = (
        "toy = found_toys:toy",
        "game = found_toys:toy",
        "html = found_toys:html",
        "both = found_toys:toy",
        "twice = found_toys:toy",
        "twice = found_toys:html",
        "a:b = found_toys:toy",
        "thing = found_toys:Report",
    )
    install(folder, "toys", *entries, modules={"found_toys": MODULE})
    install(folder, "more-toys", "both = found_toys:toy")
    with on_path(folder):
        yield folder


@report_format(media_type="text/plain", suffix=".txt")
def tally(report: Report) -> str:
    """Say the title."""
    return report.title


def origin(name: str) -> str:
    """Return the distribution that gives the format called *name*."""
    return find_format(name).plugin.distribution


def test_a_bare_name() -> None:
    """A name that one distribution gives is enough."""
    assert "toys" == origin("toy")
    assert load_format("toy") is load_format("game")


def test_a_qualified_name() -> None:
    """A name with its distribution always means that one."""
    assert "toys" == origin("both@toys")
    assert "more-toys" == origin("both@more-toys")
    assert "more-toys" == origin("both@More_Toys")
    assert "toys" == origin("html@toys")
    assert "toys" == origin("a:b@toys")


def test_a_reserved_name_is_ours() -> None:
    """Nobody takes the place of a first-party format, wherever it is on the path."""
    assert "integrated-care-principles-html" == origin("html")


def test_two_distributions_with_one_name() -> None:
    """No silent winner: the error names the spellings that work."""
    with pytest.raises(AmbiguousFormatError) as caught:
        load_format("both")

    assert ("both@more-toys", "both@toys") == caught.value.spellings


@pytest.mark.parametrize("name", ["twice", "twice@toys"])
def test_one_distribution_that_gives_a_name_twice(name: str) -> None:
    """No silent winner within a distribution either."""
    with pytest.raises(DuplicateFormatError) as caught:
        load_format(name)

    assert ("twice", "toys") == (caught.value.name, caught.value.distribution)
    assert 2 == len(caught.value.places)
    for each in caught.value.places:  # what the error says to say works
        assert load_format(each).summary


def test_an_unknown_name() -> None:
    """A name that nobody gives gets the nearest that somebody does."""
    with register("tally", tally), pytest.raises(UnknownFormatError) as caught:
        load_format("tallly")

    assert "did you mean 'tally'" in str(caught.value)
    assert "html@toys" in caught.value.known


def test_what_is_no_format() -> None:
    """An object of another type is refused by its type."""
    with pytest.raises(PluginLoadError) as caught:
        load_format("thing")

    assert "not-a-format" == caught.value.code
    assert "it is no report format but of type type" == caught.value.reason


def test_what_lies_about_its_type(tmp_path: Path) -> None:
    """An object that claims to be a format, or fails when asked, is none."""
    text = (
        "from integrated_care_principles.reporting import ReportFormat\n"
        "class Liar:\n    __class__ = ReportFormat\n"
        "class Trap:\n    @property\n    def __class__(self): raise SystemExit\n"
        "liar, trap = Liar(), Trap()\n"
    )
    install(
        tmp_path / "liars",
        "liars",
        "liar = lying_toys:liar",
        "trap = lying_toys:trap",
        modules={"lying_toys": text},
    )
    with on_path(tmp_path / "liars"):
        for name in ("liar", "trap"):
            with pytest.raises(PluginLoadError, match=f"but of type {name.title()}"):
                load_format(name)


@pytest.mark.parametrize(
    ("allowed", "name", "message"),
    [
        (
            "more-toys",
            "toy",
            "'toy' of toys 1.0 cannot be used: ICP_PLUGINS does not name toys; add it",
        ),
        ("", "both@toys", "add it there, or unset ICP_PLUGINS"),
    ],
)
def test_what_a_site_disables(
    monkeypatch: pytest.MonkeyPatch, allowed: str, name: str, message: str
) -> None:
    """A format that is installed and disabled is no unknown one."""
    monkeypatch.setenv("ICP_PLUGINS", allowed)
    with pytest.raises(FormatUnavailableError) as caught:
        load_format(name)

    assert message in str(caught.value)
    assert "found_toys" not in sys.modules
    assert "integrated-care-principles-html" == origin("html")


def test_what_a_newer_interface_wants(tmp_path: Path) -> None:
    """A format of a newer interface asks for a newer host."""
    install(tmp_path / "new", "newer", "new = x:y", group=f"{GROUP}_2")
    with on_path(tmp_path / "new"), pytest.raises(FormatUnavailableError) as caught:
        load_format("new")

    assert (
        f"it is made for a newer interface, {GROUP}_2",
        "upgrade integrated-care-principles",
    ) == (caught.value.reason, caught.value.remedy)


def test_what_only_a_shadowed_copy_has(tmp_path: Path, site: Path) -> None:
    """A format that the copy in front lacks is named with the copy that has it."""
    install(tmp_path / "old", "toys", "gone = x:y", version="0.1")
    with (
        on_path(site, tmp_path / "old"),
        pytest.raises(FormatUnavailableError) as caught,
    ):
        load_format("gone")

    assert "toys 1.0 comes before it on the path" == caught.value.reason


def test_what_is_not_packaged_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A format is found by where it is, in the current folder too, which comes last."""
    (tmp_path / "board_pack.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with on_path():
        found = find_format("board_pack:toy")
        again = find_format("board_pack:toy")
        path = list(sys.path)
        del sys.modules["board_pack"]

    assert str(tmp_path) == path[-1]
    assert 1 == path.count(str(tmp_path))
    assert found.format is again.format
    assert ("board_pack:toy", "") == (found.plugin.name, found.plugin.distribution)


def test_what_is_nowhere() -> None:
    """A place without a module is said to be so, without a distribution."""
    with pytest.raises(PluginLoadError) as caught:
        load_format("nobody.has:this")

    assert (
        "'nobody.has:this' cannot be loaded: there is no module 'nobody.has'; "
        "mend it, or its name"
    ) == str(caught.value)


def test_a_site_that_names_plugins_runs_no_other_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With an allow-list, a place is no way around it."""
    monkeypatch.setenv("ICP_PLUGINS", "paint")
    with pytest.raises(FormatUnavailableError, match="names no distribution that"):
        load_format("found_toys:toy")

    assert "found_toys" not in sys.modules


def test_a_place_in_a_module_of_what_the_site_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With an allow-list, whatever stands in a module that it lets run may be had."""
    monkeypatch.setenv("ICP_PLUGINS", "more-toys")
    found = find_format("found_toys:html")

    assert ("found_toys:html", "more-toys") == (
        found.plugin.name,
        found.plugin.distribution,
    )


def test_registered_until_it_is_undone() -> None:
    """A registered format has its name until then, and its place as a value."""
    with register("tally", tally) as registration:
        report = make_report(load_catalogue())
        assert tally is load_format("tally")
        assert report.title == find_format("tally").render(report)
        assert f"{__name__}:tally" == find_format("tally").plugin.value
        assert "tally" == registration.name
    with pytest.raises(UnknownFormatError):
        load_format("tally")
    register("tally", tally).undo()
    registration.undo()
    with pytest.raises(UnknownFormatError):
        load_format("tally")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("html", "reserved for integrated-care-principles-html; use another"),
        ("form", "reserved for integrated-care-principles-form; use another"),
        ("toy", "toys offers one; that is toy@toys"),
        ("", "use a word without @ and :"),
        ("a\nb", "use a word without @ and :"),
        ("a@b", "use a word without @ and :"),
        ("a:b", "use a word without @ and :"),
        ("mine", "another one is; undo that first"),
    ],
)
def test_names_that_cannot_be_registered(name: str, reason: str) -> None:
    """A name is free, or it is refused with the reason."""
    with register("mine", tally), pytest.raises(FormatNameError) as caught:
        register(name, tally)

    assert reason in str(caught.value)


def test_a_frozen_application_registers_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is installed, ours take their own names, and only theirs."""
    html = load_format("html")
    monkeypatch.setattr(sys, "meta_path", [])
    with register("html", html):
        assert html is load_format("html")
    with pytest.raises(FormatNameError):
        register("csv", html)


def test_only_formats_can_be_registered() -> None:
    """A function without its decorator is refused at once."""
    with pytest.raises(TypeError, match="no report format but of type function"):
        register("tally", tally.function)  # type: ignore[arg-type]  # that is refused


def test_a_registered_object_without_a_module() -> None:
    """Any callable makes a format, and has a place of some kind."""

    class Callable:
        """Lays out when it is called."""

        def __call__(self, report: Report) -> str:
            """Say the title."""
            return report.title

    made: ReportFormat[None, str] = report_format(
        media_type="text/plain", suffix=".txt"
    )(Callable())
    with register("called", made):
        found = find_format("called")
        report = make_report(load_catalogue())

        assert found.plugin.value.endswith(":Callable")
        assert report.title == found.render(report)


def test_the_list_marks_what_can_be_seen(tmp_path: Path, site: Path) -> None:
    """Each installed format stands there with a name that works, and what is odd."""
    install(tmp_path / "old", "toys", "toy = x:y", version="0.1")
    install(tmp_path / "old", "newer", "new = x:y", group=f"{GROUP}_2")
    with on_path(site, tmp_path / "old"):
        listed = list_formats()
    theirs = [each for each in listed if "integrated" not in each.plugin.distribution]

    assert [
        ("a:b@toys", ("alias",)),
        ("both@more-toys", ("ambiguous",)),
        ("both@toys", ("ambiguous", "alias")),
        ("game", ("alias",)),
        ("html@toys", ("reserved",)),
        ("new@newer", ("newer interface",)),
        ("thing", ()),
        ("toy@toys", ("shadowed",)),
        ("toy", ()),
        ("twice@toys", ("duplicate", "alias")),
        ("twice@toys", ("duplicate", "alias")),
    ] == [(each.name, each.marks) for each in theirs]
    assert {"the name is that of both@toys too", ""} <= {each.note for each in theirs}
    assert "found_toys" not in sys.modules
