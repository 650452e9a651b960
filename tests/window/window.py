"""The real window, driven and read: keys and clicks by xdotool, and the accessibility tree
as a screen reader gets it."""

import contextlib
import glob
import os
import subprocess
import sys
import tempfile
import time

import checks
from checks import TIMEOUT, wait_for, windows
from tree import Atspi, apps, enable_accessibility, says, those_that_fit

PROGRAM = sys.argv[1]


class Window:
    """A running program and its accessibility tree."""

    def __init__(self, *args, env=None):
        self.process = subprocess.Popen([PROGRAM, *args], stderr=subprocess.PIPE, text=True,
                                        env={**os.environ, **(env or {})})
        self.app = wait_for("the program's accessibility tree", self._find_app)

    def _find_app(self):
        assert self.process.poll() is None, "the program ended: " + self.process.stderr.read()
        return next((app for app in apps() if app.get_process_id() == self.process.pid), None)

    def first(self, fits):
        """The first node for which `fits` holds."""
        return next(those_that_fit(self.app, fits), None)

    def says(self, text):
        return any(True for _ in says(self.app, text))

    def expect(self, text, timeout=TIMEOUT):
        wait_for(f"“{text}”", lambda: self.says(text), timeout)

    def expect_not(self, text):
        wait_for(f"“{text}” to go", lambda: not self.says(text))

    def find(self, start):
        return wait_for(f"a node named “{start}…”", lambda: self.first(
            lambda node: (node.get_name() or "").startswith(start)))

    def focused(self):
        """What has the focus of the keyboard; none while that moves."""
        return self.first(lambda node: node.get_state_set().contains(Atspi.StateType.FOCUSED))

    def selected(self, role):
        """The names of what is selected."""
        selected = those_that_fit(self.app, lambda node: node.get_role_name() == role
                                  and node.get_state_set().contains(Atspi.StateType.SELECTED))
        return [node.get_name() or "" for node in selected]

    def with_text(self, text):
        """The first node with a text, in its name or its contents."""
        return next(says(self.app, text), None)

    def click(self, node):
        """A real click of the mouse, at the middle of what the node says is its place."""
        box = node.get_extents(Atspi.CoordType.WINDOW)
        x, y = box.x + box.width // 2, box.y + box.height // 2
        subprocess.run(["xdotool", "mousemove", "--window", self.id(), str(x), str(y)], check=True)
        self.settle()
        subprocess.run(["xdotool", "click", "1"], check=True)
        self.settle()

    @staticmethod
    def is_inside(node):
        """Whether a node's middle is on the screen."""
        box = node.get_extents(Atspi.CoordType.WINDOW)
        return 60 < box.y + box.height // 2 < 760

    def inside(self, name):
        """The first node of a name that is on the screen."""
        return self.first(lambda node: node.get_name() == name and self.is_inside(node))

    def id(self):
        found = windows("--pid", str(self.process.pid)) or windows("--name", "Readout")
        return found[-1]

    def focus(self):
        """There is no window manager on the virtual screen that would do it."""
        subprocess.run(["xdotool", "windowfocus", "--sync", self.id()], check=True)

    def key(self, keys):
        self.focus()
        subprocess.run(["xdotool", "key", keys], check=True)
        self.settle()

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "40", text], check=True)
        self.settle()

    def settle(self, most=3.0):
        """Waits until the program has done what it was asked for, and not much longer where
        something moves on."""
        end = time.monotonic() + most
        time.sleep(0.1)  # until the screen has told it
        rested = False
        while not rested and time.monotonic() < end:
            before = cpu_seconds(self.process.pid)
            time.sleep(0.1)
            rested = cpu_seconds(self.process.pid) == before and not is_running(self.process.pid)

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stderr.close()


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def cpu_seconds(pid):
    """The processor's time that a program has used."""
    fields = read(f"/proc/{pid}/stat").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def is_running(pid):
    """Whether a thread of a program runs, or would if the processor were free."""
    for path in glob.glob(f"/proc/{pid}/task/*/stat"):
        with contextlib.suppress(OSError):
            if read(path).rsplit(")", 1)[1].split()[0] == "R":
                return True
    return False


@contextlib.contextmanager
def first_start():
    """Has what starts within begin as at a first start: what was open is opened again, and a
    second start joins the first one, in the same folders."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_RUNTIME_DIR=home, XDG_DATA_HOME=home + "/data",
                          XDG_CONFIG_HOME=home + "/config", XDG_STATE_HOME=home + "/state")
        yield


def run(all_checks):
    enable_accessibility()
    return checks.run(all_checks, first_start)
