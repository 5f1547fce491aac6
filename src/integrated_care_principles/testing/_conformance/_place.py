"""Where a format stands, for a fresh process to import it from."""

import sys

from attrs import frozen

from integrated_care_principles.testing._conformance._attempt import AnyFormat


@frozen(kw_only=True)
class Place:
    """
    Where a format can be imported from.

    Attributes:
        module: Name of the module that it stands in.

        file: Of that module; empty: it has none.

        name: Of the format in the module.
    """

    module: str
    file: str
    name: str


def place_of(format: AnyFormat) -> Place | None:
    """Return where *format* stands under a name of its own, if it does."""
    home = format.function.__module__
    package = home.partition(".")[0]
    for module in (home, *sorted(sys.modules)):
        if module.partition(".")[0] == package:
            for name, value in vars(sys.modules[module]).items():
                if value is format:
                    file = getattr(sys.modules[module], "__file__", None)
                    return Place(module=module, file=file or "", name=name)
    return None
