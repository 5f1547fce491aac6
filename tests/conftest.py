"""How hard Hypothesis tries: ``HYPOTHESIS_PROFILE=thorough`` for what takes longer."""

import os

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=100)
settings.register_profile("thorough", deadline=None, max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_configure(config: pytest.Config) -> None:
    """Let a property that fails say so, also where what it was given is long."""
    config.addinivalue_line("filterwarnings", "ignore:Generating overly large repr")
