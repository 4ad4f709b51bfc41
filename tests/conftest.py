"""How much chance the laws are tried with.

`HYPOTHESIS_PROFILE=nightly .venv/bin/python -m pytest tests/core/test_export_markdown.py` tries each law of a
module, or of the whole suite, 10,000 times, and gives each law two hours for it.
"""

import os
import signal

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

os.environ.setdefault("SIDELIGHT_CONFIG", os.devnull)  # no reader's own settings
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # inherited by what a shell runs behind it
    signal.signal(signal.SIGINT, signal.default_int_handler)

_CALM = [HealthCheck.too_slow, HealthCheck.data_too_large]  # a busy machine is no fault of a test

settings.register_profile(
    "suite", max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=_CALM
)
settings.register_profile("nightly", max_examples=10_000, deadline=None, suppress_health_check=_CALM)
_PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "suite")
settings.load_profile(_PROFILE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each law the time that 10,000 tries take; every other test keeps the limit of the suite."""
    if _PROFILE == "nightly":
        for item in items:
            if is_hypothesis_test(getattr(item, "obj", None)):
                item.add_marker(pytest.mark.timeout(7200))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-golden` writes the files of tests/golden anew instead of comparing with them."""
    parser.addoption("--write-golden", action="store_true", help="write the golden exports anew")
