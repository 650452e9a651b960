"""Drives the real window: opens, clicks, types, and reads what a screen reader
would read. Prints `N passed, N failed`, and exits with 1 if one failed."""

import os
import shutil
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


def searches_and_brings_the_quote_into_view():
    window = Window()
    try:
        window.expect("254 of 254 meetings")
        window.key("ctrl+f")
        window.type("tough and direct")
        window.expect("1 meeting matches")
        window.key("Return")
        window.expect("1 of 254 meetings match")
        # The pane glides there.
        start = "“we expected to have tough and direct talks"
        wait_for("the quote to be in the window", lambda: window.is_inside(window.find(start)))
        window.click(wait_for("its button", lambda: window.inside("Compare wordings")))
        window.expect("In whose words")
    finally:
        window.close()


def filters_by_clicks_and_walks_back():
    window = Window()
    try:
        window.expect("254 of 254 meetings")
        window.key("ctrl+b")
        window.click(window.find("Taiwan, 114 meetings"))
        window.expect("114 of 254 meetings match")
        window.click(window.find("China, 82 meetings"))
        window.expect("82 of 254 meetings match")
        window.key("alt+Left")
        window.expect("114 of 254 meetings match")
        window.key("shift+Escape")
        window.expect_not("meetings match")
    finally:
        window.close()


def follows_an_issue_and_saves_a_brief():
    folder = tempfile.mkdtemp()
    brief = os.path.join(folder, "brief.md")
    window = Window()
    try:
        window.expect("254 of 254 meetings")
        window.key("ctrl+k")
        window.type("taiwan")
        window.key("Return")
        window.expect("longest silence 6 years 8 months")
        window.key("ctrl+s")
        # The system's own dialog, in a process of its own.
        dialog = wait_for("the dialog", lambda: windows_called("zenity"))
        subprocess.run(["xdotool", "windowfocus", dialog[-1]], check=False)
        time.sleep(1)
        subprocess.run(["xdotool", "key", "ctrl+a"], check=True)
        window.type(brief)
        subprocess.run(["xdotool", "key", "Return"], check=True)
        wait_for("the file", lambda: os.path.exists(brief))
        wait_for("its sources", lambda: "## Sources" in read(brief))
        assert read(brief).startswith("# Taiwan"), read(brief)[:200]
        window.expect("Brief saved as brief.md")
    finally:
        window.close()
        shutil.rmtree(folder)


def copies_to_the_systems_clipboard():
    window = Window()
    try:
        window.expect("254 of 254 meetings")
        window.key("ctrl+f")
        window.type("anchorage")
        window.key("Return")
        window.expect("Yang Jiechi")
        window.key("ctrl+shift+c")
        window.expect("Meeting copied")
        text = subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True,
                              text=True, check=True, timeout=20).stdout
        assert text.startswith("# Anchorage talks"), text[:200]
        assert "strong smell of gunpowder and drama" in text
    finally:
        window.close()


def the_main_pages_open_by_key():
    window = Window()
    try:
        window.expect("254 of 254 meetings")
        for keys, words in [("ctrl+2", "Sort by Title"), ("ctrl+3", "56 issues at 254 meetings"),
                            ("ctrl+4", "No meeting for 1 year 11 months")]:
            window.key(keys)
            window.expect(words)
        window.key("ctrl+f")
        window.type("anchorage")
        window.key("Return")
        window.key("ctrl+5")
        window.expect("only in the US account")
        window.key("ctrl+6")
        window.expect("Side by side")
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
    searches_and_brings_the_quote_into_view,
    filters_by_clicks_and_walks_back,
    follows_an_issue_and_saves_a_brief,
    copies_to_the_systems_clipboard,
    the_main_pages_open_by_key,
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
