"""How much chance the laws are tried with: `HYPOTHESIS_PROFILE=nightly make test` tries them 10,000 times."""

import os

import pytest
from hypothesis import HealthCheck, settings

_CALM = [HealthCheck.too_slow, HealthCheck.data_too_large]  # a busy machine is no fault of a test

settings.register_profile(
    "suite", max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=_CALM
)
settings.register_profile("nightly", max_examples=10_000, deadline=None, suppress_health_check=_CALM)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-golden` writes the files of tests/golden anew instead of comparing with them."""
    parser.addoption("--write-golden", action="store_true", help="write the golden exports anew")
