"""Hypothesis profiles; modules beside this one (`edits`, `trees`) can be imported."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings

sys.path.insert(0, str(Path(__file__).parent))

settings.register_profile("tests", max_examples=50, deadline=None)
settings.register_profile(
    "fast", max_examples=10, deadline=None, phases=set(Phase) - {Phase.shrink}
)
# The same examples for the same code: a change is not held up by what it did not do.
settings.register_profile(
    "ci",
    max_examples=100,
    deadline=None,
    print_blob=True,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no mistake of the code
)
settings.register_profile("nightly", max_examples=1_000, deadline=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "tests")
