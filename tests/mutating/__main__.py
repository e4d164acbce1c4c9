"""Changes one module after the other in small ways, and prints which changes no test notices.

    .ci/mutants                     all targets
    .ci/mutants numbering merging   these

A change that makes no difference is explained in `explained.py`. Ends with 1 if there are others,
or an explanation that is not needed any more. Functions with decorators other than `staticmethod`
and `classmethod` (properties, caches) and constants of modules are not changed: mutmut leaves them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.mutating.explained import EXPLAINED
from tests.mutating.targets import TARGETS
from tests.mutating.workshop import Mutant, mutants, prepared, run

_PLACE = Path(__file__).parents[2] / "build" / "mutants"
_NOTICED = {"killed", "timeout"}  # a test that does not end notices, too


def main(names: Sequence[str]) -> int:
    """Try the changes of some targets.

    Args:
        names: Names of targets; none for all.

    Returns:
        0 if all changes were noticed or are explained, otherwise 1.
    """
    if unknown := set(names) - TARGETS.keys():
        print(f"No target: {', '.join(sorted(unknown))}. There are: {', '.join(TARGETS)}")
        return 2
    print(f"{'Module':<20}{'Changes':>8}{'Killed':>8}{'Explained':>10}{'Survived':>9}", flush=True)
    return max(_tried(name) for name in names or TARGETS)


def _tried(name: str) -> int:
    place = _PLACE / name
    prepared(TARGETS[name], place)
    run(place)
    found = list(mutants(place))
    left = [mutant for mutant in found if mutant.result not in _NOTICED]
    survivors = [mutant for mutant in left if (name, mutant.changed) not in EXPLAINED]
    explained = len(left) - len(survivors)
    killed = len(found) - len(left)
    print(f"{name:<20}{len(found):>8}{killed:>8}{explained:>10}{len(survivors):>9}", flush=True)
    _print_survivors(survivors)
    changed = {mutant.changed for mutant in left}
    stale = [line for target, line in EXPLAINED if target == name and line not in changed]
    for line in stale:
        print(f"  explained, but there is no such survivor: {line}")
    return 1 if survivors or stale or not found else 0


def _print_survivors(survivors: Sequence[Mutant]) -> None:
    for result, count in Counter(mutant.result for mutant in survivors).items():
        print(f"  {count} {result}")
    for mutant in survivors:
        before, after = mutant.line.replace("\n", "\n    "), mutant.changed.replace("\n", "\n    ")
        print(f"  {mutant.name}\n  - {before}\n  + {after}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
