"""A report format is found by its name, and nobody takes the name of another's."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from integrated_care_principles import load_catalogue, load_format, make_report
from integrated_care_principles.exceptions import (
    AmbiguousFormatError,
    PluginLoadError,
    UnknownFormatError,
)
from integrated_care_principles.reporting import (
    RESERVED,
    Plugin,
    ReportFormat,
    find_formats,
    goes_by_name,
    qualified_name,
)

GROUP = "integrated_care_principles.report_formats"
OWN = "integrated-care-principles-html"

Install = Callable[..., Path]

SOURCE = '''
from integrated_care_principles.reporting import report_format

@report_format(media_type="text/plain", suffix=".txt")
def layout(report):
    """Say whose it is."""
    return {said!r}
'''


@pytest.fixture
def publish(install: Install) -> Callable[..., None]:
    """Install a distribution that offers report formats; each says whose it is."""

    def add(name: str, *formats: str, site: str = "site") -> None:
        module = f"{name.replace('-', '_').replace('.', '_').lower()}_formats"
        lines = [f"{each} = {module}:layout" for each in formats]
        install(
            name,
            version="1.2",
            entry_points="\n".join((f"[{GROUP}]", *lines)),
            modules={module: SOURCE.format(said=name)},
            site=site,
        )

    return add


Publish = Callable[..., None]


def said_by(name: str) -> object:
    """Return what the format called *name* says."""
    return load_format(name).render(make_report(load_catalogue()))


def test_a_format_is_loaded_by_its_name(publish: Publish) -> None:
    """A name that one distribution offers is enough, and so is the qualified one."""
    publish("tally", "tally", "outline")

    assert isinstance(load_format("tally"), ReportFormat)
    assert "tally" == said_by("tally")
    assert "tally" == said_by("outline@tally")


def test_a_second_name_for_a_format_is_an_alias(publish: Publish) -> None:
    """Two entry points to one object are one format."""
    publish("tally", "tally", "count")

    assert load_format("tally") is load_format("count")


@pytest.mark.parametrize("spelt", [OWN, "Integrated_Care.Principles--HTML"])
def test_a_reserved_name_means_our_own(publish: Publish, spelt: str) -> None:
    """A first-party name is that of the first-party distribution, however it is spelt."""
    publish(spelt, "html")
    publish("another", "html", site="earlier")

    assert spelt == said_by("html")
    assert spelt == said_by(f"html@{OWN}")


def test_a_stranger_with_a_reserved_name_is_reached_by_the_qualified_one(
    publish: Publish,
) -> None:
    """Another distribution's html is never had by asking for html."""
    publish("Another.One", "html")

    with pytest.raises(UnknownFormatError) as caught:
        load_format("html")

    assert ("html", ("html@another-one",), OWN) == caught.value.args
    assert "Another.One" == said_by("html@another-one")


@pytest.mark.parametrize("name", RESERVED)
def test_a_reserved_name_says_what_to_install(publish: Publish, name: str) -> None:
    """Who asks for a first-party format that is not there is told how to get it."""
    publish("tally", "tally")

    with pytest.raises(UnknownFormatError) as caught:
        load_format(name)

    assert (
        f"the report format {name!r} is not installed; "
        f"pip install integrated-care-principles-{name}"
    ) == str(caught.value)


def test_an_unknown_name_says_which_was_meant(publish: Publish) -> None:
    """A misspelt name brings the nearest, and all that are installed, once each."""
    publish("tally", "tally", "outline", "html")
    publish("tally-two", "tally")

    with pytest.raises(UnknownFormatError) as caught:
        load_format("taly")

    assert (
        "no report format 'taly'; did you mean 'tally'? "
        "(installed: html@tally, outline, tally)"
    ) == str(caught.value)
    assert ("taly", ("html@tally", "outline", "tally"), None) == caught.value.args


def test_a_name_at_another_distribution_is_unknown(publish: Publish) -> None:
    """A qualified name means the one distribution, and no other."""
    publish("tally", "tally")

    with pytest.raises(UnknownFormatError, match="no report format 'tally@outline'"):
        load_format("tally@outline")


def test_two_of_one_name_are_ambiguous(publish: Publish) -> None:
    """Neither of two wins silently; the error spells both, and both spellings work."""
    publish("zebra", "tally", site="first")
    publish("Aardvark", "tally", site="second")

    with pytest.raises(AmbiguousFormatError) as caught:
        load_format("tally")

    assert ("tally", ("tally@aardvark", "tally@zebra")) == caught.value.args
    assert ["Aardvark", "zebra"] == [said_by(each) for each in caught.value.spellings]


def test_a_name_cannot_pass_for_a_qualified_one(publish: Publish) -> None:
    """Who calls a format ``html@…`` is not taken for who offers html there."""
    publish("another", f"html@{OWN}", "tally@zebra")

    for name in (f"html@{OWN}", "tally@zebra"):
        with pytest.raises(UnknownFormatError):
            load_format(name)
        assert "another" == said_by(f"{name}@another")


def test_what_is_no_format_is_refused(install: Install) -> None:
    """What was loaded is looked at before it is used."""
    install(
        "tally",
        version="1.2",
        entry_points=f"[{GROUP}]\ntally = numbers_for_tally:number",
        modules={"numbers_for_tally": "number = 7\n"},
    )

    with pytest.raises(PluginLoadError) as caught:
        load_format("tally")

    reason = "it is no report format but of type int"
    assert ("tally", "tally", "1.2", reason) == caught.value.args[:4]


def test_a_broken_format_costs_its_own_name_only(
    publish: Publish, install: Install
) -> None:
    """Only what is asked for is imported; what exits is an error of its own."""
    publish("tally", "tally")
    install(
        "exiting",
        entry_points=f"[{GROUP}]\nexiting = exiting_formats:layout",
        modules={"exiting_formats": "import sys\nsys.exit(0)"},
    )

    assert "tally" == said_by("tally")
    assert ["exiting", "tally"] == [each.name for each in find_formats().plugins]
    assert "exiting_formats" not in sys.modules
    with pytest.raises(PluginLoadError, match=r"calls sys\.exit\(\)"):
        load_format("exiting")


@pytest.mark.parametrize(
    ("name", "distribution", "bare"),
    [
        ("tally", "anything", True),
        ("html", OWN, True),
        ("html", "anything", False),
        ("csv", OWN, False),
        ("tally@zebra", "anything", False),
    ],
)
def test_a_plugin_knows_by_which_name_it_goes(
    name: str, distribution: str, bare: bool
) -> None:
    """A bare name is anybody's but where it is reserved; a qualified one is unique."""
    plugin = Plugin(
        group=GROUP, name=name, value="a:b", distribution=distribution, version="1"
    )

    assert bare == goes_by_name(plugin)
    assert f"{name}@{distribution}" == qualified_name(plugin)


def test_what_is_reserved() -> None:
    """The first-party names, and the suffixes that stand for them."""
    assert {
        "table": ".txt",
        "csv": ".csv",
        "html": ".html",
        "markdown": ".md",
        "json": ".json",
        "docx": ".docx",
        "pdf": ".pdf",
        "xlsx": ".xlsx",
        "form": None,
    } == RESERVED
