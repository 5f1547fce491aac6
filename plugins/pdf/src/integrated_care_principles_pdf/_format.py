"""The format and its options."""

from attrs import frozen

from integrated_care_principles.paper import PartName, paper
from integrated_care_principles.reporting import (
    OptionError,
    Report,
    option,
    report_format,
    safe,
)
from integrated_care_principles_pdf._data import data_of
from integrated_care_principles_pdf._fonts import OURS, families, loaded
from integrated_care_principles_pdf._typesetting import typeset


@frozen(kw_only=True)
class PdfOptions:
    """
    What the format ``pdf`` is asked for.

    Attributes:
        parts: None: every part that the report has.

        fonts: The bytes of fonts, such as the regular and the bold one of a family.
    """

    parts: tuple[PartName, ...] = option(
        (),
        help="Which parts, such as self-evaluation and action-plan, the two appendices of "
        "a committee paper; by default every part that there is.",
    )
    fonts: tuple[bytes, ...] = option(
        (),
        help="Fonts of your own (.ttf, .otf): of a house style, or with the letters of "
        "other scripts. What they lack is set in Libertinus Serif.",
        from_file=True,
    )

    def __attrs_post_init__(self) -> None:
        for each in self.fonts:
            with loaded((each,)) as found:
                if not families(found):
                    raise _no_font(each)


@report_format(media_type="application/pdf", suffix=".pdf", options=PdfOptions)
def pdf(report: Report, options: PdfOptions) -> bytes:
    """A tagged PDF for a committee: PDF/UA-1, with bookmarks, on paper of A4."""
    whole = paper(report, options.parts)
    day = report.day
    data = {
        **data_of(whole),
        "attribution": safe.plain(report.attribution),
        "day": {"year": day.year, "month": day.month, "day": day.day},
    }
    with loaded(options.fonts) as fonts:
        return typeset({**data, "fonts": [*families(fonts), OURS]}, fonts)


def _no_font(data: bytes) -> OptionError:
    expected = "a font (.ttf or .otf), on the command line as @board.ttf"
    return OptionError("fonts", f"{len(data)} bytes that are none", expected)
