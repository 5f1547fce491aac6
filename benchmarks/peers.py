"""
How long a whole process takes until it has its first item, beside catalogues of others.

``python benchmarks/peers.py [ROUNDS]`` makes an environment of its own with ours,
``pycountry`` and ``compliance-trestle``. Trestle gets the 51 questions as a catalogue of
OSCAL, with the same ids and texts: fifty controls are what it was measured with.
"""

import json
import sys
import venv
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory
from uuid import UUID, uuid5

from rounds import Times, fastest, measure, process

from integrated_care_principles import load_catalogue

ROOT = Path(__file__).parents[1]
GOAL = 8.0

PASS = "pass"
OURS = """
from integrated_care_principles import load_catalogue
print(next(iter(load_catalogue().questions)).text)
"""
COUNTRIES = """
import pycountry
print(pycountry.countries.get(alpha_2="GB").name)
"""
TRESTLE = """
import sys
from pathlib import Path
from trestle.oscal.catalog import Catalog
catalogue = Catalog.oscal_read(Path(sys.argv[1]))
print(catalogue.groups[0].controls[0].title)
"""
NAMES = {
    "python -c pass": PASS,
    "integrated-care-principles": OURS,
    "pycountry": COUNTRIES,
    "compliance-trestle": TRESTLE,
}


def oscal() -> dict[str, object]:
    """Return the questions as a catalogue of OSCAL."""
    catalogue = load_catalogue()
    groups = [
        {
            "id": each.id.lower(),
            "title": each.id,
            "controls": [
                {
                    "id": one.id.lower(),
                    "title": one.id,
                    "parts": [
                        {
                            "id": f"{one.id.lower()}_smt",
                            "name": "statement",
                            "prose": one.text,
                        }
                    ],
                }
                for one in each.questions
            ],
        }
        for each in catalogue.groups
        if each.questions
    ]
    metadata = {
        "title": catalogue.title,
        "last-modified": f"{catalogue.checked}T00:00:00+00:00",
        "version": catalogue.edition,
        "oscal-version": "1.1.3",
    }
    uuid = f"{uuid5(UUID(int=0), catalogue.content_hash)}"
    return {"catalog": {"uuid": uuid, "metadata": metadata, "groups": groups}}


def environment(folder: Path) -> Path:
    """Make an environment with all three, and return its Python."""
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    install = [f"{python}", "-m", "pip", "install", "--quiet", f"{ROOT}"]
    run([*install, "pycountry", "compliance-trestle"], check=True)
    return python


def measured(folder: Path, rounds: int) -> Times:
    """Return the times of a whole process of each."""
    python = environment(folder)
    file = folder / "catalog.json"
    file.write_text(json.dumps(oscal()), encoding="utf-8")
    return measure(
        {
            name: process([f"{python}", "-c", code, f"{file}"])
            for name, code in NAMES.items()
        },
        rounds,
    )


def main() -> None:
    """Measure, and print a line for each."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with TemporaryDirectory() as name:
        times = measured(Path(name), rounds)
    print(f"Python {sys.version.split()[0]}, fastest of {rounds} processes each\n")
    for each in NAMES:
        ratio = fastest(times, each, "python -c pass")
        print(
            f"{each:<28} {1e3 * min(times[each]):6.1f} ms  {ratio:5.1f} x python -c pass"
        )
    trestle = fastest(times, "compliance-trestle", "integrated-care-principles")
    print(
        f"\ncompliance-trestle takes {trestle:.1f} x as long as ours (goal {GOAL:.0f})"
    )


if __name__ == "__main__":
    main()
