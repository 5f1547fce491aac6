"""Which options a format is tried with."""

from attrs import frozen

from integrated_care_principles.reporting import OptionError, option
from integrated_care_principles.testing._conformance._option_values import (
    given_options,
)


@frozen(kw_only=True)
class Odd:
    """Options of which one refuses most."""

    number: int = option(7, help="A number.")
    name: str = option("x", help="A name.")

    def __attrs_post_init__(self) -> None:
        if not 0 < self.number < 1000:
            raise OptionError("number", str(self.number), "more")  # noqa: EM101


def test_what_options_are_tried() -> None:
    """One at a time, in short, and none that the class refuses."""
    found = list(given_options(Odd))

    assert [Odd(number=1), Odd(name="")] == [each.made for each in found[:2]]
    assert ["number=1", "name=''"] == [each.text for each in found[:2]]
    assert found[-1].text.startswith("name='word word ")
    assert found[-1].text.endswith("… (10002 characters)")
    assert 4 == len(found)
