"""Reports as formats are given them."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.reporting import Report, make_report
from integrated_care_principles.testing._assessments import assessments
from integrated_care_principles.testing._catalogues import catalogues
from integrated_care_principles.testing._texts import texts


@st.composite
def reports(draw: DrawFn, *, of: Catalogue | None = None) -> Report:
    """
    Return a strategy for reports of a catalogue and of up to two assessments.

    Args:
        of: The catalogue; ``None``: any.
    """
    catalogue = draw(catalogues()) if of is None else of
    number = draw(st.integers(0, 2))
    return make_report(
        catalogue,
        [draw(assessments(of=catalogue)) for _ in range(number)],
        title=draw(st.none() | texts(blank=False)),
        on=draw(st.none() | st.dates()),
    )
