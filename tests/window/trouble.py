"""Starts the real program where something is wrong, and looks at what it does about
it. Prints `N passed, N failed`, and exits with 1 if one failed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from checks import TIMEOUT, run, wait_for, windows

PROGRAM = sys.argv[1]
DATA = Path("tests/data/good").absolute()


class Home:
    """A user's folders, and the environment that names them."""

    def __init__(self):
        self.path = Path(tempfile.mkdtemp(dir=os.environ["HOME"]))
        run = self.path / "run"
        run.mkdir(mode=0o700)
        self.env = dict(os.environ, HOME=str(self.path), XDG_RUNTIME_DIR=str(run))

    def settings(self):
        return self.path / ".config/readout/settings.json"

    def opening(self):
        return self.path / ".local/state/readout/opening.json"

    def log(self):
        folder = self.path / ".local/state/readout/log"
        return "".join(file.read_text() for file in sorted(folder.glob("readout*.log")))

    def run(self, *args, timeout=TIMEOUT, **env):
        """Runs the program to its end."""
        return subprocess.run([PROGRAM, *args], env=self.with_env(env), capture_output=True,
                              text=True, timeout=timeout, check=False)

    def start(self, *args, **env):
        return subprocess.Popen([PROGRAM, *args], env=self.with_env(env), stderr=subprocess.PIPE,
                                text=True)

    def with_env(self, env):
        """The environment; a variable that is None is not set."""
        all_of_it = {**self.env, **env}
        return {name: value for name, value in all_of_it.items() if value is not None}

    def logged(self, text, count=1, timeout=TIMEOUT):
        wait_for(f"“{text}” in the log", lambda: self.log().count(text) >= count, timeout)


@contextmanager
def a_home():
    home = Home()
    try:
        yield home
    finally:
        shutil.rmtree(home.path, ignore_errors=True)


@contextmanager
def running(home, *args, **env):
    """The running program, once it has its window."""
    process = home.start(*args, **env)
    try:
        wait_for("the window", lambda: windows_of(process.pid) or process.poll() is not None)
        assert process.poll() is None, process.stderr.read()
        yield process
    finally:
        end(process)


def end(process):
    if process.poll() is None:
        process.send_signal(signal.SIGCONT)
        process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stderr.close()


def windows_of(pid):
    return windows("--pid", str(pid))


def xdotool(*args):
    subprocess.run(["xdotool", *args], capture_output=True, check=False)


def press(process, keys):
    xdotool("windowfocus", windows_of(process.pid)[-1])
    time.sleep(0.3)
    xdotool("key", keys)


NO_VULKAN = {"VK_ICD_FILENAMES": "/nonexistent", "VK_DRIVER_FILES": "/nonexistent"}
NO_EGL = {"__EGL_VENDOR_LIBRARY_DIRS": "/nonexistent", "__EGL_VENDOR_LIBRARY_FILENAMES": ""}
NO_MESA = {"LIBGL_DRIVERS_PATH": "/nonexistent"}


def without_a_screen_it_says_so_and_ends_with_3():
    with a_home() as home:
        ended = home.run(DISPLAY=None)
        assert ended.returncode == 3, ended
        for words in ["could not open its window", "WAYLAND_DISPLAY", "DISPLAY", "graphical"]:
            assert words in ended.stderr, ended.stderr


def where_the_screen_is_not_there_it_names_it_and_ends_with_3():
    with a_home() as home:
        ended = home.run(DISPLAY=":4711")
        assert ended.returncode == 3, ended
        assert "DISPLAY=:4711" in ended.stderr, ended.stderr


def without_graphics_it_tries_both_renderers_and_ends_with_3():
    with a_home() as home:
        ended = home.run(**NO_VULKAN, **NO_EGL, **NO_MESA)
        assert ended.returncode == 3, ended
        for words in ["Tried with wgpu", "Tried with glow", "LIBGL_ALWAYS_SOFTWARE=1"]:
            assert words in ended.stderr, ended.stderr
        ended = home.run("--renderer", "glow", **NO_VULKAN, **NO_EGL, **NO_MESA)
        assert ended.returncode == 3, ended
        assert "wgpu:" not in ended.stderr, ended.stderr


def where_wgpu_fails_glow_paints():
    with a_home() as home, running(home, **NO_VULKAN, **NO_EGL):
        home.logged("no window with wgpu")
        home.logged("painted with glow")


def folders_that_can_not_be_written_do_not_keep_it_from_starting():
    with a_home() as home, running(home, HOME="/dev/null", XDG_RUNTIME_DIR="/dev/null"):
        time.sleep(3)


def crash_window(home):
    """The process of the window that tells of a panic in this home."""
    for folder in Path("/proc").iterdir():
        try:
            arguments = (folder / "cmdline").read_bytes().split(b"\0")
        except (OSError, ValueError):
            continue
        if b"--crash-report" in arguments and any(str(home.path).encode() in it for it in arguments):
            return int(folder.name)
    return None


def a_panic_is_told_in_a_window_with_a_report_and_no_settings_are_lost():
    with a_home() as home:
        file = str(DATA / "picture.json")
        process = home.start(file, READOUT_TEST_PANIC="ui")
        assert process.wait(TIMEOUT) == 101
        process.stderr.close()
        child = wait_for("the window that tells", lambda: crash_window(home))
        try:
            wait_for("it to be shown", lambda: windows_of(child))
            arguments = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
            # What it was opening is not opened again by itself.
            assert file.encode() not in arguments, arguments
            report = next((home.path / ".local/state/readout/log").glob("readout-crash-*.txt"))
            for words in ["panicked", "asked to panic", "src/host/crash.rs", "before_frame"]:
                assert words in report.read_text(), report.read_text()
            assert "asked to panic" in home.log()
            assert file in json.loads(home.settings().read_text())["recent"]
        finally:
            os.kill(child, signal.SIGTERM)
        opened = home.log().count("picture.json: 12 meetings")
        with running(home):
            home.logged("the last start did not come through")
            time.sleep(2)
            assert home.log().count("picture.json: 12 meetings") == opened
        with running(home) as process:
            home.logged("the last start did not come through", 2)
            for keys in ["Tab", "Tab", "Return"]:
                press(process, keys)
            home.logged("picture.json: 12 meetings", opened + 1)
            wait_for("the start to be over", lambda: not home.opening().exists())


def a_later_panic_keeps_what_is_open_and_how_the_program_was_started():
    with a_home() as home:
        files = [str(DATA / "picture.json"), str(DATA / "dates.json")]
        process = home.start("--renderer", "glow", "--verbose", *files, READOUT_TEST_PANIC="later")
        assert process.wait(TIMEOUT) == 101
        process.stderr.close()
        child = wait_for("the window that tells", lambda: crash_window(home))
        try:
            wait_for("it to be shown", lambda: windows_of(child))
            arguments = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
            for argument in ["--renderer=glow", "--verbose", *files]:
                assert argument.encode() in arguments, arguments
            time.sleep(1)
        finally:
            xdotool("windowclose", windows_of(child)[-1])
            wait_for("its end", lambda: not crash_window(home))
        assert not (home.path / ".local/share/readout").exists()


def a_panic_of_the_window_that_tells_ends_it_with_a_word_on_the_terminal():
    with a_home() as home:
        ended = home.run("--crash-report", "/nonexistent", READOUT_TEST_PANIC="report")
        assert ended.returncode == 101, ended
        assert "asked to panic" in ended.stderr, ended.stderr
        assert not crash_window(home)


def a_panic_in_the_background_leaves_the_window_and_is_in_the_log():
    with a_home() as home, running(home, READOUT_TEST_PANIC="job") as process:
        home.logged("asked to panic")
        time.sleep(2)
        assert process.poll() is None
        assert not crash_window(home)


def a_second_start_hands_its_file_to_the_first_and_ends():
    with a_home() as home, running(home, str(DATA / "minimal.json")) as process:
        home.logged("minimal.json: 1 meetings")
        ended = home.run(str(DATA / "picture.json"), timeout=10)
        assert ended.returncode == 0, ended
        home.logged("another start hands over 1 files")
        home.logged("picture.json: 12 meetings")
        assert len(windows_of(process.pid)) == 1
        # Of a copy that was killed nothing is in the way.
        process.kill()
        process.wait()
        with running(home, str(DATA / "dates.json")):
            home.logged("dates.json:")


def a_first_copy_that_hangs_is_not_waited_for_long():
    with a_home() as home, running(home) as process:
        home.logged("bundled: 254 meetings")
        process.send_signal(signal.SIGSTOP)
        with running(home, str(DATA / "picture.json")):
            home.logged("does not take the files", timeout=10)
            home.logged("picture.json: 12 meetings", timeout=10)


def a_new_window_is_a_copy_of_its_own():
    with a_home() as home, running(home):
        home.logged("bundled: 254 meetings")
        with running(home, "--new-window", str(DATA / "picture.json")):
            home.logged("picture.json: 12 meetings")


CHECKS = [
    without_a_screen_it_says_so_and_ends_with_3,
    where_the_screen_is_not_there_it_names_it_and_ends_with_3,
    without_graphics_it_tries_both_renderers_and_ends_with_3,
    where_wgpu_fails_glow_paints,
    folders_that_can_not_be_written_do_not_keep_it_from_starting,
    a_panic_is_told_in_a_window_with_a_report_and_no_settings_are_lost,
    a_later_panic_keeps_what_is_open_and_how_the_program_was_started,
    a_panic_of_the_window_that_tells_ends_it_with_a_word_on_the_terminal,
    a_panic_in_the_background_leaves_the_window_and_is_in_the_log,
    a_second_start_hands_its_file_to_the_first_and_ends,
    a_first_copy_that_hangs_is_not_waited_for_long,
    a_new_window_is_a_copy_of_its_own,
]


sys.exit(run(CHECKS))
