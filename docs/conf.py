"""How the pages are built."""

import sys
from pathlib import Path

from integrated_care_principles import __version__

sys.path.append(str(Path(__file__).parents[1] / "tools"))
from principle_pages import write_pages

# One a principle, made of the catalogue that is documented.
write_pages(Path(__file__).parent / "principles")

project = "integrated-care-principles"
release = __version__
extensions = ["myst_parser"]
html_theme = "furo"
myst_heading_anchors = 3
exclude_patterns = ["_build"]
