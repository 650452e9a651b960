"""The real window, driven and read: keys and clicks by xdotool, and the accessibility tree
as a screen reader gets it."""

import os
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PROGRAM = sys.argv[1]
TIMEOUT = 30.0


def enable_accessibility():
    """Tells the session that assistive tools are running; programs then publish
    their trees."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                      value, None, Gio.DBusCallFlags.NONE, 10000)


def walk(node):
    """The node and all below it."""
    stack = [node]
    while stack:
        node = stack.pop()
        try:
            yield node
            children = (node.get_child_at_index(i) for i in range(node.get_child_count()))
            stack.extend(child for child in children if child)
        except (GLib.Error, AttributeError):
            continue  # it went away while we looked


def wait_for(what, find, timeout=TIMEOUT):
    """What `find` returns as soon as it returns something."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited {timeout:.0f} s for {what}")


class Window:
    """A running program and its accessibility tree."""

    def __init__(self, *args, env=None):
        self.process = subprocess.Popen([PROGRAM, *args], stderr=subprocess.PIPE, text=True,
                                        env={**os.environ, **(env or {})})
        self.app = wait_for("the program's accessibility tree", self._find_app)

    def _find_app(self):
        assert self.process.poll() is None, "the program ended: " + self.process.stderr.read()
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app and app.get_process_id() == self.process.pid:
                return app
        return None

    def nodes(self):
        return list(walk(self.app))

    def names(self):
        names = []
        for node in self.nodes():
            try:
                names.append(node.get_name() or "")
                if "Text" in node.get_interfaces():
                    names.append(Atspi.Text.get_text(node, 0, -1) or "")
            except GLib.Error:
                continue
        return names

    def says(self, text):
        return any(text in name for name in self.names())

    def expect(self, text, timeout=TIMEOUT):
        wait_for(f"“{text}”", lambda: self.says(text), timeout)

    def expect_not(self, text):
        wait_for(f"“{text}” to go", lambda: not self.says(text))

    def find(self, start, role=None):
        def look():
            for node in self.nodes():
                try:
                    fits = (node.get_name() or "").startswith(start)
                    if fits and (role is None or node.get_role_name() == role):
                        return node
                except GLib.Error:
                    continue
            return None
        return wait_for(f"a node named “{start}…”", look)

    def focused(self):
        """What has the focus of the keyboard; none while that moves."""
        for node in self.nodes():
            try:
                if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                    return node
            except GLib.Error:
                continue
        return None

    def selected(self, role):
        """The names of what is selected."""
        names = []
        for node in self.nodes():
            try:
                states = node.get_state_set()
                if node.get_role_name() == role and states.contains(Atspi.StateType.SELECTED):
                    names.append(node.get_name() or "")
            except GLib.Error:
                continue
        return names

    def with_text(self, text):
        """The first node with a text, in its name or its contents."""
        for node in self.nodes():
            try:
                own = Atspi.Text.get_text(node, 0, -1) if "Text" in node.get_interfaces() else ""
                if text in (node.get_name() or "") or text in (own or ""):
                    return node
            except GLib.Error:
                continue
        return None

    def click(self, node):
        """A real click of the mouse, at the middle of what the node says is its place."""
        box = node.get_extents(Atspi.CoordType.WINDOW)
        x, y = box.x + box.width // 2, box.y + box.height // 2
        self.mouse("mousemove", "--window", self.id(), str(x), str(y))
        time.sleep(0.3)
        self.mouse("click", "1")
        time.sleep(0.3)

    @staticmethod
    def is_inside(node):
        """Whether a node's middle is on the screen."""
        box = node.get_extents(Atspi.CoordType.WINDOW)
        return 60 < box.y + box.height // 2 < 760

    def inside(self, name):
        """The first node of a name that is on the screen."""
        nodes = [node for node in self.nodes() if node.get_name() == name]
        return next((node for node in nodes if self.is_inside(node)), None)

    def id(self):
        out = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                             capture_output=True, text=True, check=False).stdout.split()
        if not out:
            out = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Readout"],
                                 capture_output=True, text=True, check=True).stdout.split()
        return out[-1]

    @staticmethod
    def mouse(*args):
        subprocess.run(["xdotool", *args], check=True)

    def focus(self):
        """There is no window manager on the virtual screen that would do it."""
        subprocess.run(["xdotool", "windowfocus", self.id()], check=True)
        time.sleep(0.3)

    def key(self, keys):
        self.focus()
        subprocess.run(["xdotool", "key", keys], check=True)
        time.sleep(0.4)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "40", text], check=True)
        time.sleep(0.4)

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def windows_called(name):
    out = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", name],
                         capture_output=True, text=True, check=False)
    return out.stdout.split()


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def live_in(home):
    """Has what starts from now on begin as at a first start: what was open is opened again,
    and a second start joins the first one, in the same folders."""
    os.environ.update(HOME=home, XDG_RUNTIME_DIR=home, XDG_DATA_HOME=home + "/data",
                      XDG_CONFIG_HOME=home + "/config", XDG_STATE_HOME=home + "/state")


def run(checks):
    """Runs checks one by one; prints `N passed, N failed`, and tells whether one failed."""
    enable_accessibility()
    failed = 0
    for check in checks:
        name = check.__name__.replace("_", " ")
        try:
            with tempfile.TemporaryDirectory() as home:
                live_in(home)
                check()
            print(f"ok      {name}", flush=True)
        except Exception:  # noqa: BLE001 - a failed check must not hide the others
            failed += 1
            print(f"FAILED  {name}", flush=True)
            traceback.print_exc(file=sys.stdout)
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0
