"""Wrong in where texts stand in pages and pictures, or in what these fetch and run."""

from collections.abc import Callable, Iterator

from integrated_care_principles.reporting import (
    Bundle,
    Document,
    Report,
    report_format,
    safe,
)

from .making import ALL, MUTANTS, mutant, tally

HEAD = "<!doctype html><html lang=en><title>x</title>"
SVG = '<svg xmlns="http://www.w3.org/2000/svg">'

# What stands around the subject of each assessment, however well it is escaped.
PLACES = {
    "in_a_comment": f"{HEAD}<!-- {{}} --><p>x",
    "in_a_script_of_data": f'{HEAD}<script type="application/json">"{{}}"</script>',
    "in_a_style": f"{HEAD}<style>/* {{}} */</style><p>x",
    "in_a_style_attribute": f'{HEAD}<p style="--what: {{}}">x',
    "in_a_page_within": f'{HEAD}<div title="x" srcdoc="{{}}">x</div>',
    "beside_quotes": f"{HEAD}<p title={{}}>x",
}
DRAWN = {
    "in_a_remark": f"{SVG}<!-- {{}} --></svg>",
    "in_an_instruction": f"{SVG}<?what {{}}?></svg>",
    "in_a_drawn_style": f"{SVG}<style>{{}}</style></svg>",
    "in_a_drawn_style_attribute": f'{SVG}<g style="{{}}"/></svg>',
}


def words(report: Report) -> str:
    """Return subjects of which nothing but letters and digits is left."""
    kept = (filter(str.isalnum, each.subject) for each in report.assessments)
    return "".join(map("".join, kept))


def placing(form: str) -> Callable[[Report], str]:
    """Return a function that puts harmless letters of a text into a place."""

    def lay_out(report: Report) -> str:
        """Puts a text where no escaping helps."""
        return form.format(words(report))

    return lay_out


for media_type, places in (("text/html", PLACES), ("image/svg+xml", DRAWN)):
    for name, form in places.items():
        function = placing(form)
        function.__name__ = function.__qualname__ = name
        globals()[name] = mutant("safe-places", media_type)(function)


FETCHING = {
    "runs_a_script": f"{HEAD}<script>1</script><p>x",
    "runs_a_module": f'{HEAD}<script type="module">1</script><p>x',
    "fetches_a_script": f'{HEAD}<script src="https://example.org/x.js"></script>',
    "fetches_a_sheet": f'{HEAD}<link rel="stylesheet" href="https://example.org/x.css">',
    "fetches_a_sheet_beside": f'{HEAD}<link rel="stylesheet" href="x.css">',
    "fetches_a_picture": f'{HEAD}<img alt="" src="https://example.org/x.png">',
    "fetches_a_set": f'{HEAD}<img alt="" srcset="https://example.org/x.png 2x">',
    "fetches_a_film": f'{HEAD}<video poster="https://example.org/x.png"></video>',
    "fetches_a_page": f'{HEAD}<iframe src="https://example.org/"></iframe>',
    "fetches_a_page_as_data": f'{HEAD}<iframe src="data:text/html,x"></iframe>',
    "fetches_an_object": f'{HEAD}<object data="https://example.org/x"></object>',
    "fetches_a_font": f"{HEAD}<style>a {{ src: url(https://example.org/x) }}</style>",
    "fetches_styles": f"{HEAD}<style>@import 'https://example.org/x.css';</style>",
    "fetches_a_ground": f'{HEAD}<p style="background: url(//example.org/x)">x',
    "goes_elsewhere": f'{HEAD}<meta http-equiv="refresh" content="0; url=x"><p>x',
}
DRAWN_FETCHING = {
    "runs_a_drawn_script": f"{SVG}<script>1</script></svg>",
    "fetches_a_drawn_picture": f'{SVG}<image href="https://example.org/x"/></svg>',
    "fetches_a_drawn_shape": f'{SVG}<use href="other.svg#x"/></svg>',
    "fetches_drawn_styles": f"{SVG}<style>@import 'x.css';</style></svg>",
}


def always(form: str) -> Callable[[Report], str]:
    """Return a function that gives the same for every report."""

    def lay_out(_: Report) -> str:
        """Fetches or runs something."""
        return form

    return lay_out


for media_type, forms in (("text/html", FETCHING), ("image/svg+xml", DRAWN_FETCHING)):
    for name, form in forms.items():
        function = always(form)
        function.__name__ = function.__qualname__ = name
        globals()[name] = mutant("self-contained", media_type)(function)


@report_format(media_type="application/zip", suffix=".zip", leaves_out=ALL)
def fetches_what_is_not_beside(report: Report) -> Bundle:
    """Forgets a picture."""
    page = f'{HEAD}<img alt="" src="../other/dot.gif">'
    return Bundle(
        (Document("pages/a.html", page), Document("dot.gif", tally(report).encode()))
    )


MUTANTS.append(("self-contained", fetches_what_is_not_beside))


@mutant("attribution", "text/html")
def quotes_in_silence(report: Report) -> str:
    """Quotes every question, and says not whose words they are."""
    asked = (safe.html(each.text) for each in report.catalogue.questions)
    return HEAD + "".join(f"<p dir=auto>{each}" for each in asked)


@mutant("attribution", "text/markdown")
def quotes_a_page(report: Report) -> str:
    """Quotes what the page says of a principle."""
    said = (each.narrative or "" for each in report.catalogue.principles)
    return "".join(f"{safe.markdown(each)}\n" for each in said)


def percents(report: Report) -> Iterator[tuple[int, str]]:
    """Yield how long a bar is, and what stands beside it: nothing where nothing is."""
    for each in report.assessments:
        percent = each.completeness.percent
        yield percent or 0, "" if percent is None else f"{percent} %"


@mutant("nothing-expected", "text/html")
def bars_alone(report: Report) -> str:
    """Draws an empty bar, and says nothing, where nothing is expected."""
    form = '<p><meter max="100" value="{}"></meter>{}'
    return HEAD + "".join(form.format(*each) for each in percents(report))


@mutant("nothing-expected", "text/html")
def styled_bars_alone(report: Report) -> str:
    """Draws it with a style."""
    form = '<p style="color: red; width: {}%">{}'
    return HEAD + "".join(form.format(*each) for each in percents(report))


@mutant("nothing-expected", "image/svg+xml")
def drawn_bars_alone(report: Report) -> str:
    """Draws it in a picture."""
    form = '<rect width="{}"/><text>{}</text>'
    return f"{SVG}{''.join(form.format(*each) for each in percents(report))}</svg>"
