"""The main job without a pointer, as one does it who hears the window: opens a file, searches,
selects, reads a quote and copies it with its citation. Everything is found in the
accessibility tree, and done by keys. Once in each language: `walk.py PROGRAM en|zh`."""

import glob
import os
import subprocess
import sys
import time

from checks import wait_for, windows
from tree import Atspi
from window import Window, run

LANGUAGE = sys.argv[2]
# By the list of languages: the locale itself may not be installed, and without it dialogs
# of the system take no text in Chinese.
LOCALE = {"en": "en_GB", "zh": "zh_CN"}[LANGUAGE]
DATASET = os.path.abspath("assets/us-china-meetings.readout.json")
QUOTE = "we expected to have tough and direct talks"


def words():
    """What the interface says, by id: the texts of this language up to their first variable."""
    texts = {}
    for path in glob.glob(f"assets/words/{LANGUAGE}/*.ftl"):
        with open(path, encoding="utf-8") as file:
            for line in file:
                if " = " in line and line[0].isalpha():
                    name, text = line.rstrip("\n").split(" = ", 1)
                    texts[name] = text.split("{")[0].strip()
    return texts


WORDS = words()


def landmark_of(window, node):
    """The name of the innermost landmark around a node."""
    while node:
        if node.get_role() == Atspi.Role.LANDMARK:
            return node.get_name()
        node = node.get_parent()
    return None


def go_to_panel(window, name):
    """F6 until the focus is in the panel."""
    for _ in range(12):
        window.key("F6")
        focused = window.focused()
        if focused and landmark_of(window, focused) == WORDS[name]:
            return focused
    raise AssertionError(f"F6 does not lead to {name}")


def tab_to(window, fits, what, most=400):
    """Tab until the focus is on something that fits."""
    for _ in range(most):
        subprocess.run(["xdotool", "key", "Tab"], check=True)
        time.sleep(0.15)
        focused = window.focused()
        if focused and fits(focused):
            return focused
    raise AssertionError(f"Tab does not lead to {what}")


def top(node):
    return node.get_extents(Atspi.CoordType.WINDOW).y


def the_main_job_without_a_pointer():
    window = Window("tests/data/good/minimal.json",
                    env={"LANGUAGE": LOCALE, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"})
    try:
        # It speaks this language, and is made of landmarks.
        for name in ("landmark-menu", "landmark-timeline", "landmark-status"):
            window.expect(WORDS[name])
        # Opens a file, by the system's own dialog.
        window.key("ctrl+o")
        dialog = wait_for("the dialog", lambda: windows("--name", "zenity"))
        subprocess.run(["xdotool", "windowfocus", dialog[-1]], check=False)
        time.sleep(1)
        window.type(DATASET)
        subprocess.run(["xdotool", "key", "Return"], check=True)
        window.expect("us-china-meetings.readout.json")
        # What was opened is said, and the timeline is a list of so many.
        window.expect("254")
        timeline = wait_for("the list", lambda: window.first(
            lambda node: node.get_role() == Atspi.Role.LIST_BOX))
        assert timeline.get_child_count() > 20, timeline.get_child_count()
        # Searches, and selects what was found.
        window.key("ctrl+f")
        window.type("tough and direct")
        time.sleep(1)
        window.key("Return")
        wait_for("the meeting to be selected", lambda: any(
            name.startswith("Anchorage talks") for name in window.selected("list item")))
        chosen = window.first(lambda node: node.get_role() == Atspi.Role.LIST_ITEM
                              and (node.get_name() or "").startswith("Anchorage talks"))
        place = chosen.get_attributes()
        assert place.get("setsize") == "254", place
        assert 0 < int(place["posinset"]) <= 254, place
        # Reads the quote.
        quote = wait_for("the quote", lambda: window.with_text(QUOTE))
        assert landmark_of(window, quote) == WORDS["landmark-detail"]
        # Copies it with its citation.
        go_to_panel(window, "landmark-detail")
        tab_to(window, lambda node: node.get_name() == WORDS["quote-copy-name"]
               and top(node) > top(window.with_text(QUOTE)), "the button under the quote")
        subprocess.run(["xdotool", "key", "Return"], check=True)
        text = wait_for("the clipboard", lambda: subprocess.run(
            ["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True,
            check=False, timeout=20).stdout)
        assert QUOTE in text, text[:300]
        assert "http" in text and "Anchorage" in text, text[:600]
    finally:
        window.close()


sys.exit(run([the_main_job_without_a_pointer]))
