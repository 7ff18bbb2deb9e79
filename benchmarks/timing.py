"""Times a command as a whole process, in turn with others, and keeps medians.

It depends on the standard library; the operating system's own accounting gives the memory of each
finished process. A new measure is a new field of `Timing`.
"""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

RUNS = 5
MEBIBYTE = 1024


@dataclass(frozen=True, kw_only=True)
class Timing:
    """One run. Units: seconds of wall time, MiB of the largest resident size."""

    seconds: float
    mebibytes: float


@dataclass(frozen=True, kw_only=True)
class Contender:
    """One command, and what is done before each of its runs, outside the clock."""

    name: str
    command: Sequence[str]
    prepare: Callable[[], None] = lambda: None
    runs: int = RUNS


def in_turn(contenders: Sequence[Contender]) -> dict[str, list[Timing]]:
    """Run the contenders one after the other, round by round, so that drift meets all of them."""
    found: dict[str, list[Timing]] = {contender.name: [] for contender in contenders}
    for number in range(max(contender.runs for contender in contenders)):
        for contender in contenders:
            if number < contender.runs:
                contender.prepare()
                found[contender.name].append(_run(contender))
    return found


def median(timings: Sequence[Timing]) -> Timing:
    """The median of each measure."""
    return Timing(
        seconds=statistics.median(timing.seconds for timing in timings),
        mebibytes=statistics.median(timing.mebibytes for timing in timings),
    )


def _run(contender: Contender) -> Timing:
    began = time.perf_counter()
    process = subprocess.Popen(contender.command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{contender.name} ended with {process.returncode}")
    return Timing(seconds=seconds, mebibytes=usage.ru_maxrss / MEBIBYTE)
