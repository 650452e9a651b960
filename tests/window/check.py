"""Drives the real window: opens, clicks, types, and reads what a screen reader
would read. Prints `N passed, N failed`, and exits with 1 if one failed."""

import os
import shutil
import subprocess
import sys
import tempfile
import time

from checks import wait_for, windows
from window import Window, cpu_seconds, read, run


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
        # What was open is there again.
        window.expect("of 12 meetings in view")
        window.expect("in 1 lane")
        window.key("ctrl+w")
        window.expect_not("of 12 meetings in view")
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
        dialog = wait_for("the dialog", lambda: windows("--name", "zenity"))
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


sys.exit(run(CHECKS))
