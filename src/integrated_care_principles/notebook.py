"""Small tables of HTML in which notebooks show values (``_repr_html_``)."""

from collections.abc import Iterable, Sequence

Cells = Sequence[object]


def table(caption: str, columns: Sequence[str], rows: Iterable[Cells]) -> str:
    """
    Return a table; whatever texts say, they are no mark-up.

    Args:
        caption: What stands over it.
        columns: Their names.
        rows: The first cell of each is its heading.
    """
    head = "".join(f'<th scope="col">{_text(each)}</th>' for each in columns)
    body = "".join(f"<tr>{_row(each)}</tr>" for each in rows)
    return (
        f"<table><caption>{_text(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(cells: Cells) -> str:
    first, *others = map(_text, cells)
    rest = "".join(f"<td>{each}</td>" for each in others)
    return f'<th scope="row">{first}</th>{rest}'


def _text(value: object) -> str:
    from html import escape  # a start does not pay for what only notebooks show

    # Set apart, a text that turns the direction of writing turns nothing else.
    return f"<bdi>{escape(f'{value}')}</bdi>"
