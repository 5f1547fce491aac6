"""A format that is being worked on: installed so that its folder is what is imported."""

from pathlib import Path

import pytest

from tests.sites import FORMAT

from .conftest import run

pytestmark = pytest.mark.slow

PROJECTS = {
    "hatchling": """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[tool.hatch.build.targets.wheel]
packages = ["src/editable_toys"]
""",
    "setuptools": """
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"
""",
}
PROJECT = """
[project]
name = "editable-toys"
version = "1.0"
[project.entry-points."integrated_care_principles.report_formats"]
editable = "editable_toys:editable"
"""


@pytest.mark.parametrize("backend", PROJECTS)
def test_an_editable_install(scripts: Path, tmp_path: Path, backend: str) -> None:
    """It is listed once, is fine, and what is changed in its folder is what runs."""
    module = tmp_path / "src" / "editable_toys" / "__init__.py"
    module.parent.mkdir(parents=True)
    module.write_text(FORMAT.format(name="editable"), encoding="utf-8")
    project = f"{PROJECTS[backend]}{PROJECT}"
    (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
    run(scripts / "pip", "install", "--quiet", "--no-deps", "--editable", tmp_path)
    try:
        listed = run(scripts / "icp", "formats").splitlines()
        tried = run(scripts / "icp", "plugins", "--timeout", "60", "--strict")
        module.write_text(
            FORMAT.format(name="editable").replace("Say the title", "Say it anew"),
            encoding="utf-8",
        )
        shown = run(scripts / "icp", "formats", "show", "editable")
    finally:
        run(scripts / "pip", "uninstall", "--quiet", "--yes", "editable-toys")

    assert 1 == listed.count("editable         editable-toys 1.0")
    assert "editable         fine             editable-toys 1.0" in tried.splitlines()
    assert "editable: Say it anew." in shown
    assert "From: editable-toys 1.0" in shown
