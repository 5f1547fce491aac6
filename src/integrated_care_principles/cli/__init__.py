"""What a person types."""

from integrated_care_principles.cli._run import run

__all__ = ["run"]
