"""Names of a package that are imported when they are first touched (PEP 562)."""

TYPE_CHECKING = False  # importing typing alone would double the cost of a start
if TYPE_CHECKING:
    from collections.abc import Callable

    _GetAttr = Callable[[str], object]


def importer(package: str, modules: "dict[str, tuple[str, ...]]") -> "_GetAttr":
    """
    Return the ``__getattr__`` of a *package*.

    It imports nothing itself, not even for its types: every start pays for it.

    Args:
        package: Its ``__name__``.
        modules: Below the package, or by their whole names, each with the names that it
            gives.
    """
    homes = {name: home for home, names in modules.items() for name in names}

    def getattr_(name: str) -> object:
        if name not in homes:
            msg = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(msg)
        import sys

        home = homes[name]
        if not home.startswith("integrated_care_principles."):
            home = f"{package}.{home}"
        __import__(home)
        value = getattr(sys.modules[home], name)
        setattr(sys.modules[package], name, value)
        return value

    return getattr_
