"""What all checks of the real program need: to wait for things, to find windows, and to be
run one by one."""

import contextlib
import subprocess
import sys
import time
import traceback

TIMEOUT = 30.0


def wait_for(what, find, timeout=TIMEOUT):
    """What `find` returns as soon as it returns something."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited {timeout:.0f} s for {what}")


def windows(*search):
    """The ids of the windows that can be seen and that a search of xdotool fits."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", *search],
                           capture_output=True, text=True, check=False)
    return found.stdout.split()


def run(checks, within=contextlib.nullcontext):
    """Runs checks one by one, each within such a context; prints a line for each and
    `N passed, N failed`, and gives the code to exit with."""
    failed = 0
    for check in checks:
        name = check.__name__.replace("_", " ")
        try:
            with within():
                check()
            print(f"ok      {name}", flush=True)
        except Exception:  # noqa: BLE001 - a failed check must not hide the others
            failed += 1
            print(f"FAILED  {name}", flush=True)
            traceback.print_exc(file=sys.stdout)
    print(f"{len(checks) - failed} passed, {failed} failed", flush=True)
    return 1 if failed else 0
