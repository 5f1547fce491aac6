"""What everything in a project is called, by the name of its format."""

from attrs import frozen


@frozen
class Names:
    """
    The names in a project.

    That of the distribution does not begin as those of our own do: nobody shall take a
    stranger's package for one of ours. It begins as what one types to use it.

    Attributes:
        format: What follows ``icp report -f``.
    """

    format: str

    @property
    def distribution(self) -> str:
        """What follows ``pip install``."""
        return f"icp-report-{self.format}"

    @property
    def package(self) -> str:
        """What follows ``import``."""
        return self.distribution.replace("-", "_")

    @property
    def module(self) -> str:
        """What its test is called after."""
        return self.format.replace("-", "_")

    @property
    def function(self) -> str:
        """The function that lays out. No keyword, and no name of Python's own."""
        return f"{self.module}_format"

    @property
    def stem(self) -> str:
        """What its classes begin or end with."""
        return "".join(each.capitalize() for each in self.format.split("-"))
