#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The application from outside: a real window, moved over AT-SPI, by mouse and by keyboard, and
held against what seesaw-cli says.

usage: test-window.py SEESAW SEESAW_CLI SAMPLE SCREENSHOT_FOLDER [TEST...]
"""

import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
import damage  # noqa: E402

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
        except gi.repository.GLib.Error:
            value = None
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True,
                          text=True).stdout


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
    """The children of all its threads."""
    tasks = pathlib.Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


class Window:
    """The application, started on some files."""

    def __init__(self, *files, title="Fine-tuning"):
        self.process = subprocess.Popen([APP, *map(str, files)], stderr=subprocess.DEVNULL)
        self.root = wait_for("the application", self.find_root)
        if title:
            self.id = wait_for("the window", lambda: xdotool("search", "--name", title)
                               if self.process.poll() is None else None).split()[0]
            xdotool("windowsize", "--sync", self.id, 1100, 800)
            xdotool("windowmove", self.id, 40, 20)
            xdotool("windowactivate", "--sync", self.id)

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        for child in children_of(self.process.pid):
            os.kill(child, signal.SIGKILL)
        self.process.terminate()
        self.process.wait()

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
        text = self.find("label", f"{name} ").get_name()
        return float(text[len(name):].replace("\u202f", "").replace("%", "").replace("−", "-"))

    def screenshot(self, name):
        time.sleep(0.4)
        path = pathlib.Path(SHOTS) / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], check=True)
        expect(path.stat().st_size > 2000, f"{path} is empty")

    def place(self):
        values = dict(line.split("=") for line in
                      xdotool("getwindowgeometry", "--shell", self.id).split())
        return int(values["X"]), int(values["Y"]), int(values["WIDTH"]), int(values["HEIGHT"])


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


def test_slider_over_accessibility():
    with Window(SAMPLE) as window:
        before = window.figure("Unseen")
        for gamma in (2.5, 7.25, -3.0, 12.0):
            window.slider().get_value_iface().set_current_value(gamma)
            wait_for(f"γ = {gamma}", lambda: abs(window.gamma() - gamma) < 1e-9)
            wait_for("the figures of seesaw-cli", lambda: matches_cli(window))
        expect(window.figure("Unseen") > before + 30, "the unseen classes do not come back")
        window.screenshot("slider")


def test_slider_by_mouse():
    with Window(SAMPLE) as window:
        x, y, _, height = window.place()
        # The slider starts at γ = 0, whose place the screenshot of a fresh window shows.
        zero = slider_x(window, 0.0)
        row = y + slider_y(window)
        xdotool("mousemove", x + zero, row, "mousedown", 1)
        for step in range(1, 31):
            xdotool("mousemove", x + zero + 8 * step, row)
        xdotool("mouseup", 1)
        wait_for("γ to follow the mouse", lambda: window.gamma() > 3)
        wait_for("the figures of seesaw-cli", lambda: matches_cli(window))
        window.screenshot("mouse")


def slider_x(window, gamma):
    value = window.slider().get_value_iface()
    low, high = value.get_minimum_value(), value.get_maximum_value()
    extents = window.slider().get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    return round(extents.x + 8 + (gamma - low) / (high - low) * (extents.width - 16))


def slider_y(window):
    extents = window.slider().get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    return round(extents.y + 0.75 * extents.height)


def test_curve_by_mouse():
    with Window(SAMPLE) as window:
        x, y, width, _ = window.place()
        xdotool("mousemove", x + width // 2, y + 200, "click", 1)
        wait_for("γ to follow the click", lambda: window.gamma() > 1)
        first = window.gamma()
        xdotool("mousedown", 1, "mousemove_relative", 150, 60, "mousemove_relative", 60, 60,
                "mouseup", 1)
        wait_for("γ to follow the drag", lambda: window.gamma() < first - 0.5)
        wait_for("the figures of seesaw-cli", lambda: matches_cli(window))
        window.screenshot("curve")


def is_steps(gamma):
    """One step of the slider, or as many as the key was pressed before it was heard."""
    return 0 < gamma < 0.55 and abs(10 * gamma - round(10 * gamma)) < 1e-9


def test_keyboard():
    with Window(SAMPLE) as window:
        known = json.loads(subprocess.run([CLI, "analyze", "--json", "--epoch", "10", SAMPLE],
                                          check=True, capture_output=True).stdout)
        known = known["results"][0]["gamma"]
        for key, name in (("alt+a", "alg"), ("alt+p", "pcv"), ("alt+s", "oracle"),
                          ("alt+b", "balance")):
            press_until(key, f"γ = {name}", lambda: abs(window.gamma() - known[name]) < 1e-9)
            wait_for("the figures of seesaw-cli", lambda: matches_cli(window))
        press_until("alt+0", "γ = 0", lambda: window.gamma() == 0)
        # The slider has the keyboard: steps of a tenth, pages of more.
        press_until("Right", "a step", lambda: is_steps(window.gamma()))
        press_until("Page_Up", "a page", lambda: window.gamma() > 0.7)
        press_until("End", "the end", lambda: window.figure("Seen") == 0)


def test_epoch_keeps_gamma():
    with Window(SAMPLE) as window:
        window.slider().get_value_iface().set_current_value(7.75)
        wait_for("γ = 7.75", lambda: window.gamma() == 7.75)
        gamma = window.gamma()
        xdotool("key", "alt+Left")
        wait_for("the figures of epoch 9", lambda: matches_cli(window, epoch=9))
        expect(window.gamma() == gamma, "γ has moved")


def test_broken_file_leaves_the_rest():
    with tempfile.TemporaryDirectory() as folder:
        broken = pathlib.Path(folder) / "broken.h5"
        broken.write_bytes(pathlib.Path(SAMPLE).read_bytes()[:300_000])
        with Window(SAMPLE, broken) as window:
            window.find("label", f"{broken}: the file is cut short")
            window.slider().get_value_iface().set_current_value(5.0)
            wait_for("the figures of seesaw-cli", lambda: matches_cli(window))
            window.screenshot("broken")


def test_damaged_files():
    """Three hundred of them, one after the other, in one window; then a sound one."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        copies = damage.write_copies(folder, 300, random.Random(11))
        with Window(SAMPLE, *copies, folder / "sound.h5", title=None) as window:
            def is_done():
                expect(window.process.poll() is None, "the application is gone")
                return any(node.get_role_name() == "label" and node.get_name() == "sound.h5"
                           for node in descendants(window.root))

            wait_for("the sound file after the damaged ones", is_done, 240)
            wait_for("its figures", lambda: matches_cli(window, folder / "sound.h5", 1))
            window.screenshot("damaged")


def reader_of(window):
    """The reading process is the application's only child."""
    children = children_of(window.process.pid)
    expect(len(children) == 1, f"children: {children}")
    return children[0]


def test_killed_reader():
    with Window(SAMPLE) as window:
        os.kill(reader_of(window), signal.SIGKILL)
        xdotool("key", "alt+Left")
        window.find("label", f"{SAMPLE}: the reader was killed")
        window.screenshot("killed")
        wait_for("the open epoch to stay", lambda: matches_cli(window))
        # And the next one opens, with a reader of its own.
        xdotool("key", "alt+Left")
        wait_for("the figures of epoch 9", lambda: matches_cli(window, epoch=9))


def test_stopped_reader():
    with Window(SAMPLE) as window:
        os.kill(reader_of(window), signal.SIGSTOP)
        xdotool("key", "alt+Left")
        window.find("button", "Cancel")
        window.slider().get_value_iface().set_current_value(4.0)
        wait_for("a live window meanwhile", lambda: matches_cli(window))
        window.screenshot("stopped")
        window.find("button", "Cancel").get_action_iface().do_action(0)
        xdotool("key", "alt+Left")
        wait_for("the figures of epoch 9", lambda: matches_cli(window, epoch=9))


def test_empty_window():
    with Window(title="Seesaw") as window:
        window.find("button", "Open")
        window.screenshot("empty")


def test_narrow_window():
    with tempfile.TemporaryDirectory() as folder:
        other = pathlib.Path(folder) / "other.h5"
        other.write_bytes(pathlib.Path(SAMPLE).read_bytes())
        for name, files in (("narrow", [SAMPLE]), ("narrow-runs", [SAMPLE, other])):
            with Window(*files) as window:
                if len(files) > 1:
                    window.find("combo box", "Run")
                xdotool("windowsize", "--sync", window.id, 360, 640)
                wait_for("360 pixels", lambda: window.place()[2] <= 360)
                window.screenshot(name)


def main():
    pathlib.Path(SHOTS).mkdir(parents=True, exist_ok=True)
    tests = [(name, value) for name, value in globals().items() if name.startswith("test_")
             and (len(sys.argv) == 5 or name in sys.argv[5:])]
    failed = False
    print(f"1..{len(tests)}", flush=True)
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f"ok {number} - {name}", flush=True)
        except Exception:  # a failure of one test must not hide the others
            failed = True
            print(f"not ok {number} - {name}")
            for line in traceback.format_exc().splitlines():
                print(f"# {line}", flush=True)
    sys.exit(failed)


main()
