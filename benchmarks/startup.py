"""
How long it takes to start, as ratios of what cannot be avoided.

``python benchmarks/startup.py [ROUNDS]`` makes an environment of its own, runs every
command once a round in shuffled order, and compares the fastest run of each.
"""

import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

from rounds import fastest, measure, process

ROOT = Path(__file__).parents[1]

EMPTY = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "empty-script"
version = "1"
[project.scripts]
empty = "empty_script:main"
"""

PACKAGE = "integrated_care_principles"

# What is measured, what it is compared with, and the goal for the ratio.
GOALS = (
    (f"import {PACKAGE}", "python -c pass", 1.25),
    ("first question", "import attrs", 1.40),
    ("icp --version", "an empty console script", 1.30),
)


def commands(scripts: Path) -> dict[str, list[str]]:
    """Return the command lines to be measured, by what they are called."""
    python = str(scripts / "python")
    first = f"from {PACKAGE} import load_catalogue as c; c().question('Q8.2').text"
    return {
        "python -c pass": [python, "-c", "pass"],
        f"import {PACKAGE}": [python, "-c", f"import {PACKAGE}"],
        "import attrs": [python, "-c", "import attrs"],
        "first question": [python, "-c", first],
        "an empty console script": [str(scripts / "empty")],
        "icp --version": [str(scripts / "icp"), "--version"],
    }


def environment(folder: Path) -> Path:
    """Make an environment with the package and an empty script; return its scripts."""
    empty = folder / "empty"
    (empty / "empty_script").mkdir(parents=True)
    (empty / "pyproject.toml").write_text(EMPTY, encoding="utf-8")
    module = empty / "empty_script" / "__init__.py"
    module.write_text("def main():\n    pass\n", encoding="utf-8")
    venv.create(folder / "venv", with_pip=True)
    scripts = folder / "venv" / "bin"
    install = [str(scripts / "pip"), "install", "--quiet", str(ROOT), str(empty)]
    subprocess.run(install, check=True)
    return scripts


def main() -> None:
    """Measure, and print a row for each goal."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with TemporaryDirectory() as folder:
        lines = commands(environment(Path(folder)))
        times = measure({name: process(line) for name, line in lines.items()}, rounds)
    print(f"Python {sys.version.split()[0]}, fastest of {rounds} runs each\n")
    for name, base, goal in GOALS:
        ratio = fastest(times, name, base)
        print(
            f"{name:<36} {1e3 * min(times[name]):6.1f} ms  {ratio:.2f} x {base} "
            f"(goal {goal:.2f})"
        )


if __name__ == "__main__":
    main()
