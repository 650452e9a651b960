"""A small desktop session: a window manager and a file manager. Opens datasets as
people do, by a double click and from the desktop's own openers, and reads in the
accessibility tree what the window shows. Prints a line for each check, and exits
with 1 if one failed."""

import os
import shutil
import subprocess
import sys
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ELSEWHERE = os.environ["HOME"]
FOLDER = os.path.join(os.environ["HOME"], "Meetings")
TIMEOUT = 30.0


def wait_for(what, find, timeout=TIMEOUT):
    """What `find` returns as soon as it returns something."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError(f"waited {timeout:.0f} s for {what}")


def enable_accessibility():
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


def programs(executable):
    """The ids of the processes of an executable."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.readlink(f"/proc/{name}/exe") == executable:
                found.append(int(name))
        except OSError:
            continue
    return found


def trees(executable):
    """The accessibility trees of an executable's processes."""
    pids = programs(executable)
    desktop = Atspi.get_desktop(0)
    apps = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
    return [app for app in apps if app and app.get_process_id() in pids]


def texts(app):
    for node in walk(app):
        try:
            yield node.get_name() or ""
            if "Text" in node.get_interfaces():
                yield Atspi.Text.get_text(node, 0, -1) or ""
        except GLib.Error:
            continue


def expect(text):
    wait_for(f"“{text}” in the window",
             lambda: any(text in said for app in trees("/usr/bin/readout") for said in texts(app)))


def expect_tabs(*names):
    def tabs():
        for app in trees("/usr/bin/readout"):
            for node in walk(app):
                try:
                    if node and node.get_role() == Atspi.Role.PAGE_TAB:
                        yield node.get_name()
                except GLib.Error:
                    continue
    wait_for(f"the tabs {names}", lambda: set(names) <= set(tabs()))


def is_alone():
    pids = programs("/usr/bin/readout")
    assert len(pids) == 1, f"{len(pids)} copies of the program run"
    return pids[0]


def double_click(folder):
    """On the only file of a folder in the file manager, with the pointer."""
    def look():
        for app in trees(shutil.which("pcmanfm")):
            for node in walk(app):
                try:
                    # It gives its icons no names.
                    if node.get_role_name() == "layered pane" and node.get_child_count() == 1:
                        return node.get_child_at_index(0)
                except GLib.Error:
                    continue
        return None
    subprocess.Popen(["pcmanfm", "--no-desktop", folder],
                     env=dict(os.environ, GTK_MODULES="gail:atk-bridge"))
    wait_for("the file in the file manager", look)

    def shown():
        # By its title, or, where that is not the folder's yet, by its program.
        for search in (["--name", f"^{os.path.basename(folder)}$"], ["--class", "pcmanfm"]):
            found = subprocess.run(["xdotool", "search", "--onlyvisible", *search],
                                   capture_output=True, text=True, check=False)
            if found.stdout.split():
                return found.stdout.split()
        return []
    window = wait_for("the file manager’s window", shown)[-1]
    time.sleep(1)
    box = look().get_extents(Atspi.CoordType.WINDOW)
    place = (str(box.x + box.width // 2), str(box.y + box.height // 4))  # in its picture
    subprocess.run(["xdotool", "mousemove", "--window", window, *place, "sleep", "0.5",
                    "click", "--repeat", "2", "--delay", "80", "1"], check=True)


def a_double_click_opens_a_dataset():
    double_click(FOLDER)
    expect("of 12 meetings in view")
    is_alone()


def a_second_file_opens_in_the_same_program():
    before = is_alone()
    subprocess.run(["gio", "open", os.path.join(ELSEWHERE, "second.readout.json")], check=True)
    expect("of 1 meeting in view")
    time.sleep(3)
    assert is_alone() == before, "another process took over"
    expect_tabs("first", "second")


def a_file_from_xdg_open_opens_there_too():
    before = is_alone()
    subprocess.run(["xdg-open", os.path.join(ELSEWHERE, "third.readout.json")], check=True)
    expect("third.readout.json")
    time.sleep(3)
    assert is_alone() == before, "another process took over"
    expect_tabs("first", "second", "third")


CHECKS = [
    a_double_click_opens_a_dataset,
    a_second_file_opens_in_the_same_program,
    a_file_from_xdg_open_opens_there_too,
]


def main():
    os.makedirs(FOLDER)
    shutil.copy("tests/data/good/picture.json", f"{FOLDER}/first.readout.json")
    for name in ("second", "third"):
        shutil.copy("tests/data/good/minimal.json", f"{ELSEWHERE}/{name}.readout.json")
    enable_accessibility()
    manager = subprocess.Popen(["openbox"])
    time.sleep(2)  # so that it is there before the first window
    failed = 0
    try:
        for check in CHECKS:
            name = check.__name__.replace("_", " ")
            try:
                check()
                print(f"ok      {name}", flush=True)
            except Exception:  # noqa: BLE001 - a failed check must not hide the others
                failed += 1
                print(f"FAILED  {name}", flush=True)
                traceback.print_exc(file=sys.stdout)
                picture = os.environ.get("PICTURE")
                if picture:
                    subprocess.run(["import", "-window", "root", picture], check=False)
    finally:
        for pid in [*programs("/usr/bin/readout"), *programs(shutil.which("pcmanfm"))]:
            os.kill(pid, 15)
        manager.terminate()
    return 1 if failed else 0


sys.exit(main())
