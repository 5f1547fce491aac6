"""The formats that README and docs show, as a reader would put them into a module."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from integrated_care_principles.reporting import ReportFormat
from integrated_care_principles.testing import check_format
from tests.console import FOLLOWED
from tests.sites import on_path

ROOT = Path(__file__).parents[3]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sources() -> Iterator[tuple[str, str]]:
    """Yield a page, and the block of it that makes a format."""
    for path in (ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))):
        page = path.relative_to(ROOT).as_posix()
        for each in BLOCK.findall(path.read_text(encoding="utf-8")):
            if "@report_format(" in each and page not in FOLLOWED:
                yield page, each


@pytest.mark.parametrize(("page", "source"), [*sources()], ids=lambda each: each[:40])
def test_a_documented_format(page: str, source: str, tmp_path: Path) -> None:
    """A format that a page shows breaks no rule."""
    name = re.sub(r"\W", "_", page)
    (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
    with on_path(tmp_path):
        values = vars(import_module(name)).values()
        (shown,) = (each for each in values if isinstance(each, ReportFormat))
        broken = check_format(shown)

    assert "" == "\n\n".join(map(str, broken))
