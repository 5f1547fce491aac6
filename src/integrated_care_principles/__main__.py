"""The command ``icp``, also as ``python -m integrated_care_principles``."""

import sys


def main() -> int:
    """Run the command line that this process was given, and return its exit code."""
    if sys.argv[1:] == ["--version"]:  # scripts ask often, and should not wait
        from integrated_care_principles.version import __version__

        sys.stdout.write(f"icp {__version__}\n")
        return 0
    from integrated_care_principles.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
