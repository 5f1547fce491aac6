"""How the pages are built."""

from integrated_care_principles import __version__

project = "integrated-care-principles"
release = __version__
extensions = ["myst_parser"]
html_theme = "furo"
myst_heading_anchors = 3
exclude_patterns = ["_build"]
