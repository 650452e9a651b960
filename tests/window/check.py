"""Drives the real window: opens, clicks, types, and reads what a screen reader
would read. Prints `N passed, N failed`, and exits with 1 if one failed."""

import os
import subprocess
import sys
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
            stack.extend(node.get_child_at_index(i) for i in range(node.get_child_count()))
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

    def __init__(self, *args):
        self.process = subprocess.Popen([PROGRAM, *args], stderr=subprocess.PIPE, text=True)
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

    def click(self, node):
        """A real click of the mouse, at the middle of what the node says is its place."""
        box = node.get_extents(Atspi.CoordType.WINDOW)
        x, y = box.x + box.width // 2, box.y + box.height // 2
        self.mouse("mousemove", "--window", self.id(), str(x), str(y))
        time.sleep(0.3)
        self.mouse("click", "1")
        time.sleep(0.3)

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


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def opens_the_bundled_dataset():
    window = Window()
    try:
        window.expect("of 254 meetings in view")
        window.expect("US–China meetings")
    finally:
        window.close()


def finds_a_meeting_in_the_palette_and_shows_its_pane():
    window = Window()
    try:
        window.expect("254 of 254 meetings")
        window.key("ctrl+k")
        window.find("Find a meeting or a command")
        window.type("anchorage")
        window.key("Return")
        window.expect("Yang Jiechi")
        window.expect("strong smell of gunpowder")
        window.expect("18–19 March 2021")
    finally:
        window.close()


def a_click_on_a_mark_selects_its_meeting():
    window = Window()
    try:
        window.expect("254 of 254 meetings")
        window.key("ctrl+k")
        window.type("anchorage")
        window.key("Return")
        window.key("z")
        mark = window.find("Anchorage talks, 18–19 March 2021")
        window.key("Escape")
        window.expect_not("strong smell of gunpowder")
        mark = window.find("Anchorage talks, 18–19 March 2021")
        window.click(mark)
        window.expect("strong smell of gunpowder")
    finally:
        window.close()


def opens_a_file_by_argument():
    window = Window("tests/data/good/minimal.json")
    try:
        window.expect("of 1 meeting in view")
    finally:
        window.close()


def says_what_is_wrong_with_a_file_that_cannot_open():
    window = Window("tests/data/bad/truncated.json")
    try:
        window.expect("could not be opened")
        window.expect("line ")
    finally:
        window.close()


def settings_and_recent_files_are_remembered():
    window = Window("tests/data/good/picture.json")
    try:
        window.expect("of 12 meetings in view")
        window.key("4")  # no lanes
        window.expect("in 1 lane")
        window.key("ctrl+q")
        wait_for("the program to end", lambda: window.process.poll() is not None)
        assert window.process.returncode == 0, window.process.returncode
    finally:
        window.close()
    window = Window()
    try:
        window.expect("254 of 254 meetings")
        window.expect("in 1 lane")
        window.click(window.find("File"))
        window.click(window.find("Open recent"))
        window.click(window.find("picture.json"))
        window.expect("of 12 meetings in view")
        window.key("1")
    finally:
        window.close()


def paints_nothing_at_rest():
    window = Window()
    try:
        window.expect("254 of 254 meetings")
        time.sleep(4)
        before = cpu_seconds(window.process.pid)
        time.sleep(10)
        used = cpu_seconds(window.process.pid) - before
        # A frame in software takes some hundredths of a second; 60 a second would take it all.
        assert used < 0.2, f"{used:.2f} s of CPU in 10 s at rest"
    finally:
        window.close()


CHECKS = [
    opens_the_bundled_dataset,
    finds_a_meeting_in_the_palette_and_shows_its_pane,
    a_click_on_a_mark_selects_its_meeting,
    opens_a_file_by_argument,
    says_what_is_wrong_with_a_file_that_cannot_open,
    settings_and_recent_files_are_remembered,
    paints_nothing_at_rest,
]


def main():
    enable_accessibility()
    failed = 0
    for check in CHECKS:
        name = check.__name__.replace("_", " ")
        try:
            check()
            print(f"ok      {name}", flush=True)
        except Exception:  # noqa: BLE001 - a failed check must not hide the others
            failed += 1
            print(f"FAILED  {name}", flush=True)
            traceback.print_exc(file=sys.stdout)
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
