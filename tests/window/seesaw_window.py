# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of the window have in common: the application started on files, looked at over AT-SPI,
moved by xdotool, and held against seesaw-cli.

Arguments of every test program: SEESAW SEESAW_CLI SAMPLE SCREENSHOT_FOLDER [TEST...]
"""

import contextlib
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

APP, CLI, SAMPLE, SHOTS = sys.argv[1:5]
PATIENCE = 10
FIGURES = {"Seen": "sy", "Unseen": "uy", "All": "yy", "Harmonic mean": "h"}


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def wait_for(what, function, patience=PATIENCE):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            value = function()
        except (gi.repository.GLib.Error, subprocess.CalledProcessError):
            value = None
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True,
                          text=True).stdout


def place(window):
    values = dict(line.split("=") for line in
                  xdotool("getwindowgeometry", "--shell", window).split())
    return int(values["X"]), int(values["Y"]), int(values["WIDTH"]), int(values["HEIGHT"])


def picture_of_screen():
    return subprocess.run(["import", "-silent", "-window", "root", "-strip", "png:-"], check=True,
                          capture_output=True).stdout


def press_until(key, what, function):
    """For keys that may be pressed twice: under load, a display without a user loses some."""
    for attempt in range(5):
        xdotool("key", key)
        try:
            return wait_for(what, function, 3)
        except AssertionError:
            if attempt == 4:
                raise


def descendants(node):
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield child
            yield from descendants(child)


def children_of(pid):
    """The children of all its threads, some of which may end meanwhile."""
    children = []
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(FileNotFoundError):
            children += map(int, (task / "children").read_text().split())
    return children


def install(folder):
    """What "meson install" puts in place, under a folder instead of the root; and an environment in
    which nothing but its place tells where its parts are."""
    build = pathlib.Path(APP).resolve().parents[2]
    subprocess.run(["meson", "install", "-C", build, "--no-rebuild", "--destdir", folder],
                   check=True, capture_output=True)
    (program,) = pathlib.Path(folder).rglob("bin/seesaw")
    # Meson leaves this to who packages what is staged.
    (schemas,) = pathlib.Path(folder).rglob("glib-2.0/schemas")
    subprocess.run(["glib-compile-schemas", schemas], check=True)
    env = {name: value for name, value in os.environ.items()
           if name not in ("SEESAW_READER", "GSETTINGS_SCHEMA_DIR")}
    return program.parents[1], env


class Window:
    """The application, started on some files; sessions are kept in a folder of its own."""

    def __init__(self, *files, title="Fine-tuning", state=None, program=APP, env=None):
        self.state = None if state else tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [program, *map(str, files)], stderr=subprocess.DEVNULL,
            env={**(env or os.environ), "XDG_STATE_HOME": str(state or self.state.name)})
        try:
            self.root = wait_for("the application", self.find_root)
            if title:
                self.id = wait_for("the window", lambda: xdotool("search", "--onlyvisible", "--name",
                                                                 title)).split()[0]
                self.resize(1100, 800)
                xdotool("windowmove", self.id, 40, 20)
                xdotool("windowactivate", "--sync", self.id)
        except BaseException:
            self.__exit__()  # or the next one started would only wake this one
            raise

    def resize(self, width, height):
        xdotool("windowsize", "--sync", self.id, width, height)

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        if self.process.poll() is None:
            for child in children_of(self.process.pid):
                os.kill(child, signal.SIGKILL)
        self.process.terminate()
        self.process.wait()
        if self.state:
            self.state.cleanup()

    def find_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def find(self, role, start):
        def look():
            for node in descendants(self.root):
                # Older toolkits say "push button".
                if node.get_role_name().removeprefix("push ") == role and \
                        (node.get_name() or "").startswith(start):
                    return node
            return None

        return wait_for(f"a {role} named {start!r}", look)

    def slider(self):
        return self.find("slider", "Calibration factor γ")

    def gamma(self):
        return self.slider().get_value_iface().get_current_value()

    def figure(self, name):
        """A live figure in per cent, as it is read out."""
        def look():
            for node in descendants(self.root):
                found = re.fullmatch(f"{name} ([−0-9.]+)\u202f%", node.get_name() or "")
                if found and node.get_role_name() == "label":
                    return found
            return None

        return float(wait_for(f"a figure named {name}", look)[1].replace("−", "-"))

    def screenshot(self, name):
        """Of the screen, once nothing moves there any more."""
        path = pathlib.Path(SHOTS) / f"{name}.png"
        before = None
        end = time.monotonic() + PATIENCE / 2  # a caret blinks on
        while (picture := picture_of_screen()) != before and time.monotonic() < end:
            before = picture
            time.sleep(0.1)
        path.write_bytes(picture)
        expect(len(picture) > 2000, f"{path} is empty")

    def place(self):
        return place(self.id)


def said_by_cli(path, gamma, epoch=10):
    output = subprocess.run(
        [CLI, "analyze", "--json", "--epoch", str(epoch), "--gamma", repr(gamma), str(path)],
        check=True, capture_output=True, text=True).stdout
    (result,) = json.loads(output)["results"]
    return result["at"][1]


def matches_cli(window, path=SAMPLE, epoch=10):
    expected = said_by_cli(path, window.gamma(), epoch)
    found = {name: window.figure(name) for name in FIGURES}
    return all(abs(found[name] - 100 * expected[key]) < 0.0501 for name, key in FIGURES.items())


def run_tests(namespace):
    """All functions that begin with test_, or those that were asked for."""
    pathlib.Path(SHOTS).mkdir(parents=True, exist_ok=True)
    tests = [(name, value) for name, value in namespace.items() if name.startswith("test_")
             and (len(sys.argv) == 5 or name in sys.argv[5:])]
    failed = False
    print(f"1..{len(tests)}", flush=True)
    for number, (name, function) in enumerate(tests, 1):
        passed = runs_well(function)
        failed = failed or not passed
        print(f"{'ok' if passed else 'not ok'} {number} - {name}", flush=True)
    sys.exit(failed)


def runs_well(function):
    """Keys get lost under load, and GTK 4.8 may crash while its tree of accessible widgets is walked:
    what fails is tried again, twice, and told about each time."""
    for _ in range(3):
        try:
            function()
            return True
        except Exception:  # a failure of one test must not hide the others
            for line in traceback.format_exc().splitlines():
                print(f"# {line}", flush=True)
    return False
