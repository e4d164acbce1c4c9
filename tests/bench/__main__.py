"""Makes `python -m tests.bench` the same as `python tests/bench/bench.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench import main

main(sys.argv[1:])
