"""Every check is a session; ``make test`` runs those tagged ``test``, in this order."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import nox

CI = os.environ.get("CI") == "true"
PYTHONS = ("3.11", "3.12", "3.13")
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"
PLUGINS = ("table", "csv", "html", "markdown", "json", "docx", "pdf")
DISTRIBUTIONS = (".", *(f"./plugins/{each}" for each in PLUGINS))

nox.needs_version = ">=2025.5"
nox.options.error_on_missing_interpreters = CI
nox.options.error_on_external_run = True

TESTING = (
    "build",
    "coverage[toml]",
    "fonttools",
    "hatchling",
    "hypothesis",
    "jsonschema",
    "jsonschema-rs",
    "markdown-it-py",
    "pypdf",
    "pytest",
    "pytest-cov",
    "pytest-xdist",
    "sybil",
    "xlsxwriter",
)
BROWSER = ("axe-playwright-python", "playwright")
TYPING = (
    "mypy",
    "pillow",
    "pycountry",
    "pyright[nodejs]",
    "types-jsonschema",
    "types-tabulate",
)
FORMATTING = ("import-linter", "ruff", "zizmor")
DOCS = ("furo", "myst-parser", "sphinx")


def _let_pyenv_offer_all_its_pythons() -> None:
    """Where pyenv is, its shims refuse to run what PYENV_VERSION does not name."""
    if shutil.which("pyenv") and "PYENV_VERSION" not in os.environ:
        command = ["pyenv", "versions", "--bare"]
        found = subprocess.run(command, capture_output=True, text=True, check=True)
        versions = [each.strip() for each in found.stdout.splitlines()]
        os.environ["PYENV_VERSION"] = ":".join(reversed(versions))


_let_pyenv_offer_all_its_pythons()


@contextmanager
def _new_plugin(session: nox.Session) -> Iterator[Path]:
    """Start a plugin, where no settings of ours reach it, and stand in its folder."""
    with TemporaryDirectory() as name:
        folder = Path(name, "icp-report-board-pack")
        command = ("plugins", "new", "board-pack", "-o", f"{folder}")
        session.run("icp", *command, silent=True)
        with session.chdir(folder):
            yield folder


@nox.session(tags=["test"], python=False)
def debian(session: nox.Session) -> None:
    """In CI, install what tests need and only Debian has."""
    packages = {
        "chromium": "chromium",
        "pandoc": "pandoc",
        "localc": "libreoffice-calc",
        "lowriter": "libreoffice-writer",
    }
    wanted = [name for each, name in packages.items() if not shutil.which(each)]
    if CI and wanted:
        session.run("apt-get", "update", "--quiet", external=True)
        session.run(
            "apt-get",
            "install",
            "--quiet",
            "--yes",
            "--no-install-recommends",
            *wanted,
            external=True,
        )
    elif wanted:
        session.log(f"not here, so its tests are skipped: {', '.join(wanted)}")


@nox.session(tags=["test"])
def lint(session: nox.Session) -> None:
    """Style, and that each floor imports only floors below it; also of a new plugin."""
    session.install(*FORMATTING, *DISTRIBUTIONS[:1])
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports", "--no-cache")
    with _new_plugin(session):
        session.run("ruff", "check", "--isolated", ".")
        session.run("ruff", "format", "--isolated", "--check", ".")
        session.run("zizmor", "--offline", "--persona=pedantic", "--quiet", ".")


@nox.session(tags=["test"])
def types(session: nox.Session) -> None:
    """Types: mypy strict, pyright, that everything public has one; also of a new plugin."""
    session.install(*TYPING, *TESTING, *BROWSER, *DISTRIBUTIONS, "nox")
    sources = [
        f"plugins/{each}/{part}" for each in PLUGINS for part in ("src", "tests")
    ]
    ours = ("src", "tests", "tools", "benchmarks", "examples", *sources)
    session.run("mypy", *ours, "noxfile.py")
    session.run("pyright", *ours)
    package = "integrated_care_principles"
    session.run("pyright", "--verifytypes", package, "--ignoreexternal")
    with _new_plugin(session) as folder:
        path = {"MYPYPATH": f"{folder / 'src'}"}
        session.run("mypy", "--strict", "src", "tests", env=path)
        session.run("pyright")


@nox.session(tags=["test"])
def docs(session: nox.Session) -> None:
    """The pages of the docs, warnings as errors."""
    session.install(*DOCS, *DISTRIBUTIONS)
    session.run("sphinx-build", "-n", "-W", "-q", "docs", "docs/_build/html")


@nox.session(tags=["test"], python=[each for each in PYTHONS if each != HERE])
def others(session: nox.Session) -> None:
    """Unit and property tests on the other Pythons."""
    session.install(*TESTING, *DISTRIBUTIONS)
    session.run(
        "pytest",
        "-n",
        "2",
        "--dist",
        "loadfile",
        "-q",
        "-m",
        "not browser and not slow",
    )


@nox.session(tags=["test"])
def tests(session: nox.Session) -> None:
    """Every test on this Python, with wheels, browser and the coverage of it all."""
    session.install(*TESTING, *BROWSER, *DISTRIBUTIONS)
    bar = ["--cov-fail-under=100"] if CI else []
    session.run(
        "pytest", "-n", "2", "--dist", "loadfile", "--cov", "--cov-report=term", *bar
    )


@nox.session(tags=["thorough"])
def laws(session: nox.Session) -> None:
    """The property tests with many more examples, and ten thousand assessments."""
    session.install(*TESTING, *DISTRIBUTIONS)
    env = {"HYPOTHESIS_PROFILE": "thorough"}
    run = ("pytest", "-n", "2", "--dist", "loadfile", "-q")
    session.run(*run, "-m", "not browser and not slow", env=env)
    session.run(*run, "tests/scoring/test_by_brute_force.py", env=env)


@nox.session(tags=["thorough"])
def mutants(session: nox.Session) -> None:
    """Mutants of what counts: one that survives is a test that is missing."""
    session.install("mutmut", *TESTING, *DISTRIBUTIONS)
    session.run("mutmut", "run", silent=True)
    session.run("mutmut", "results")


@nox.session(tags=["thorough"])
def package(session: nox.Session) -> None:
    """Data Packages of catalogue and reports, in the eyes of a library that is not ours."""
    session.install("frictionless", *DISTRIBUTIONS)
    with TemporaryDirectory() as name:
        folder = Path(name, "scotland")
        session.run("icp", "catalogue", "--export", "csv", "-o", f"{folder}")
        session.run("frictionless", "validate", f"{folder / 'datapackage.json'}")
        for each in ("assessors", "localities"):
            files = map(str, sorted(Path("examples", each).glob("*.json")))
            folder = Path(name, each)
            session.run("icp", "report", *files, "-f", "csv-package", "-o", f"{folder}")
            session.run("frictionless", "validate", f"{folder / 'datapackage.json'}")


@nox.session(tags=["thorough"])
def pdfs(session: nox.Session) -> None:
    """PDF files, and Word files that LibreOffice made PDF of, in the eyes of two checkers."""
    session.install("outloud", "pdfua", *DISTRIBUTIONS)
    with TemporaryDirectory() as name:
        for each in ("strathenlow-2025-26.json", "assessors", "localities"):
            path = Path("examples", each)
            files = sorted(path.glob("*.json")) if path.is_dir() else [path]
            for suffix in ("pdf", "docx"):
                out = f"{Path(name, path.stem + '-' + suffix)}.{suffix}"
                session.run("icp", "report", *map(str, files), "-o", out)
        session.run("icp", "catalogue", "-f", "pdf", "-o", f"{Path(name, 'none.pdf')}")
        export = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
        documents = map(str, sorted(Path(name).glob("*.docx")))
        options = ("--headless", "--convert-to", export, "--outdir", name)
        session.run("soffice", *options, *documents, external=True)
        made = [str(each) for each in sorted(Path(name).glob("*.pdf"))]
        session.run("pdfua", "check", "--min-severity", "error", *made)
        session.run("outloud", "--quiet", *made)


@nox.session(tags=["thorough"], python=PYTHONS)
def alike(session: nox.Session) -> None:
    """The same bytes on each Python, of every format: text, Word, and PDF too."""
    session.install(*DISTRIBUTIONS)
    made = session.cache_dir / "alike" / str(session.python)
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    for name in ("strathenlow-2025-26.json", "assessors", "localities"):
        path = Path("examples", name)
        files = sorted(path.glob("*.json")) if path.is_dir() else [path]
        command = ("icp", "report", *map(str, files))
        for suffix in ("txt", "csv", "html", "md", "json", "docx", "pdf"):
            session.run(*command, "-o", f"{made / path.stem}.{suffix}")
        session.run(*command, "-f", "csv-package", "-o", f"{made / path.stem}.zip")
    for other in made.parent.iterdir():
        for path in sorted(made.iterdir()):
            if path.read_bytes() != (other / path.name).read_bytes():
                session.error(f"{path.name} is another on {other.name}")


@nox.session(tags=["thorough"])
def pages(session: nox.Session) -> None:
    """Pages in every look, in the eyes of axe-core and of the Nu checker."""
    session.install(*BROWSER, *TESTING, *DISTRIBUTIONS)
    with TemporaryDirectory() as name:
        folder = ("--prefix", name, "--silent")
        session.run("npm", "install", *folder, "vnu-jar", external=True)
        (checker,) = Path(name).rglob("vnu.jar")
        session.run("python", "tools/check_pages.py", f"{checker}")


@nox.session(tags=["thorough"])
def fuzz(session: nox.Session) -> None:
    """Ten minutes of bytes that a fuzzer thinks of, guided by coverage."""
    session.install("atheris", *DISTRIBUTIONS[:1])
    session.run("python", "tools/fuzz_assessments.py", *session.posargs)


@nox.session(tags=["thorough"])
def kills(session: nox.Session) -> None:
    """Saves that are killed at every system call, and on a disk that is full."""
    session.install(*DISTRIBUTIONS[:1])
    session.run("python", "tools/kill_saves.py")


@nox.session(tags=["thorough"])
@nox.parametrize(
    "name", ("startup", "discovery", "lookup", "search", "reports", "peers")
)
def benchmarks(session: nox.Session, name: str) -> None:
    """How long things take, as ratios of what one would use instead."""
    session.install("pycountry", "weasyprint", *DISTRIBUTIONS)
    session.run("python", f"benchmarks/{name}.py")
