"""A small desktop session: a window manager and a file manager. Opens datasets as
people do, by a double click and from the desktop's own openers, and reads in the
accessibility tree what the window shows. Prints a line for each check, and exits
with 1 if one failed."""

import os
import shutil
import signal
import subprocess
import sys
import time

from checks import run, wait_for, windows
from tree import Atspi, apps, enable_accessibility, says, those_that_fit

HOME = os.environ["HOME"]
FOLDER = os.path.join(HOME, "Meetings")
READOUT = "/usr/bin/readout"
FILES = shutil.which("pcmanfm")


def is_of_this_session(pid):
    """Whether a process was started from here, directly or by what was."""
    with open(f"/proc/{pid}/environ", "rb") as environ:
        return f"HOME={HOME}".encode() in environ.read().split(b"\0")


def programs(executable):
    """The ids of this session's processes of an executable."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.readlink(f"/proc/{name}/exe") == executable and is_of_this_session(name):
                found.append(int(name))
        except OSError:
            continue
    return found


def trees(executable):
    """The accessibility trees of an executable's processes."""
    pids = programs(executable)
    return [app for app in apps() if app.get_process_id() in pids]


def expect(text):
    wait_for(f"“{text}” in the window",
             lambda: any(True for app in trees(READOUT) for _ in says(app, text)))


def expect_tabs(*names):
    def tabs():
        for app in trees(READOUT):
            for tab in those_that_fit(app, lambda node: node.get_role() == Atspi.Role.PAGE_TAB):
                yield tab.get_name()
    wait_for(f"the tabs {names}", lambda: set(names) <= set(tabs()))


def is_alone():
    pids = programs(READOUT)
    assert len(pids) == 1, f"{len(pids)} copies of the program run"
    return pids[0]


def double_click(folder):
    """On the only file of a folder in the file manager, with the pointer."""
    def look():
        for app in trees(FILES):
            # It gives its icons no names.
            for pane in those_that_fit(app, lambda node: node.get_role_name() == "layered pane"
                                       and node.get_child_count() == 1):
                return pane.get_child_at_index(0)
        return None
    subprocess.Popen([FILES, "--no-desktop", folder],
                     env=dict(os.environ, GTK_MODULES="gail:atk-bridge"))
    wait_for("the file in the file manager", look)

    def shown():
        # By its title, or, where that is not the folder's yet, by its program.
        return windows("--name", f"^{os.path.basename(folder)}$") or windows("--class", "pcmanfm")
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
    subprocess.run(["gio", "open", os.path.join(HOME, "second.readout.json")], check=True)
    expect("of 1 meeting in view")
    time.sleep(3)
    assert is_alone() == before, "another process took over"
    expect_tabs("first", "second")


def a_file_from_xdg_open_opens_there_too():
    before = is_alone()
    subprocess.run(["xdg-open", os.path.join(HOME, "third.readout.json")], check=True)
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
        shutil.copy("tests/data/good/minimal.json", f"{HOME}/{name}.readout.json")
    enable_accessibility()
    manager = subprocess.Popen(["openbox"])
    time.sleep(2)  # so that it is there before the first window
    try:
        return run(CHECKS)
    finally:
        for pid in [*programs(READOUT), *programs(FILES)]:
            os.kill(pid, signal.SIGTERM)
        manager.terminate()


sys.exit(main())
