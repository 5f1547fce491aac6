"""The command ``icp``, also as ``python -m integrated_care_principles``."""

import sys


def main() -> int:
    """Run the command line that this process was given, and return its exit code."""
    try:
        if sys.argv[1:] == ["--version"]:  # scripts ask often, and should not wait
            return _tell_version()
        from integrated_care_principles.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # before there was anybody to answer
        sys.stderr.write("icp: interrupted\n")
        return 130


def _tell_version() -> int:
    from integrated_care_principles.version import __version__

    try:
        print(f"icp {__version__}", flush=True)  # noqa: T201 - even without click
    except OSError as error:
        sys.stderr.write(f"icp: <stdout>: {error.strerror}\n")
        return 2
    return 0 if sys.stdout else 2


if __name__ == "__main__":
    sys.exit(main())
