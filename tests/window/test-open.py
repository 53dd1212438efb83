#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways to open a run by hand: files dragged from another program, the file chooser, from
wherever it can be asked for.

usage: test-open.py SEESAW SEESAW_CLI SAMPLE SCREENSHOT_FOLDER [TEST...]
"""

import contextlib
import pathlib
import shutil
import subprocess
import sys
import tempfile

import h5py

from seesaw_window import (SAMPLE, Window, descendants, expect, matches_cli, place,
                           press_until, run_tests, wait_for, xdotool)

DRAG_SOURCE = pathlib.Path(__file__).resolve().parent / "drag-source.py"
CHOOSER = "Open Runs"


@contextlib.contextmanager
def runs(*names):
    """Copies of the sample that can be told apart."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / f"{name}.h5" for name in names]
        for path in paths:
            shutil.copy(SAMPLE, path)
            with h5py.File(path, "r+") as run:
                run.attrs["name"] = path.stem
        yield paths


@contextlib.contextmanager
def drag_source(*files):
    """Where files can be dragged from, right of the application."""
    process = subprocess.Popen([sys.executable, DRAG_SOURCE, *map(str, files)])
    try:
        source = wait_for("the drag source",
                          lambda: xdotool("search", "--name", "Drag source")).split()[0]
        xdotool("windowmove", source, 1300, 300)
        # Frames of windows move them a little.
        wait_for("its place", lambda: abs(place(source)[0] - 1300) < 50)
        yield source
    finally:
        process.terminate()
        process.wait()


def middle(window_id):
    x, y, width, height = place(window_id)
    return x + width // 2, y + height // 2


def drag(source, window):
    """Slowly: what is dragged asks the window under the pointer whether it is welcome."""
    start, end = middle(source), middle(window.id)
    xdotool("windowactivate", "--sync", source, "mousemove", *start, "sleep", 0.2, "mousedown", 1)
    for step in range(1, 21):
        xdotool("mousemove", *(a + (b - a) * step // 20 for a, b in zip(start, end)), "sleep", 0.02)
    xdotool("sleep", 0.3, "mouseup", 1)


def drag_until(source, window, what, function):
    for attempt in range(3):
        drag(source, window)
        try:
            return wait_for(what, function, 6)
        except AssertionError:
            if attempt == 2:
                raise


def is_titled(window, name):
    return xdotool("getwindowname", window.id).strip() == name


def listed_runs(window):
    """What the drop-down of runs offers, popped up."""
    button = next(node for node in descendants(window.find("combo box", "Run"))
                  if node.get_role_name().endswith("button"))
    button.get_action_iface().do_action(0)
    items = wait_for("the list of runs", lambda: [node for node in descendants(window.root)
                                                  if node.get_role_name() == "list item"])
    return {node.get_name() for item in items for node in descendants(item)}


def test_drop_on_empty_window():
    with runs("apple") as files, Window(title="Seesaw") as window, \
            drag_source(*files) as source:
        drag_until(source, window, "the run", lambda: is_titled(window, "apple"))
        wait_for("its figures", lambda: matches_cli(window, files[0]))
        window.screenshot("dropped")


def test_drop_of_two_on_open_run():
    with runs("apple", "pear", "plum") as files, Window(files[0], title="apple") as window, \
            drag_source(*files[1:]) as source:
        drag_until(source, window, "the last run", lambda: is_titled(window, "plum"))
        wait_for("its figures", lambda: matches_cli(window, files[2]))
        expect({"apple", "pear", "plum"} <= listed_runs(window), "not all three are listed")
        window.screenshot("dropped-two")


def chooser():
    found = subprocess.run(["xdotool", "search", "--name", CHOOSER], capture_output=True,
                           text=True).stdout.split()
    return found[0] if found else None


def type_path(text):
    """Into the file chooser."""
    xdotool("windowactivate", "--sync", wait_for("the file chooser", chooser))
    xdotool("key", "ctrl+l")
    xdotool("sleep", 0.3, "key", "ctrl+a", "type", "--delay", 20, text)
    xdotool("sleep", 0.3, "key", "Return")
    wait_for("the file chooser to go", lambda: not chooser())


def test_chooser_opens_and_remembers():
    with runs("apple", "pear") as files, Window(title="Seesaw") as window:
        press_until("ctrl+o", "the file chooser", chooser)
        window.screenshot("chooser")
        type_path(str(files[0]))
        wait_for("the run", lambda: is_titled(window, "apple"))
        wait_for("its figures", lambda: matches_cli(window, files[0]))
        # The next time it begins in the same folder, so that a name is enough.
        xdotool("windowactivate", "--sync", window.id)
        press_until("ctrl+o", "the file chooser", chooser)
        type_path(files[1].name)
        wait_for("the other run", lambda: is_titled(window, "pear"))
        expect({"apple", "pear"} <= listed_runs(window), "not both are listed")


def test_escape_leaves_everything():
    with Window(SAMPLE) as window:
        window.slider().get_value_iface().set_current_value(5.0)
        wait_for("the figures of seesaw-cli", lambda: matches_cli(window))
        for _ in range(2):
            press_until("ctrl+o", "the file chooser", chooser)
            xdotool("windowactivate", "--sync", chooser())
            press_until("Escape", "the file chooser to go", lambda: not chooser())
            xdotool("windowactivate", "--sync", window.id)
        expect(window.gamma() == 5.0, "γ has moved")
        expect(matches_cli(window), "the figures have changed")
        expect(window.process.poll() is None, "the application is gone")


def open_buttons(window):
    """In the header bar and on the start page."""
    return [node for node in descendants(window.root) if node.get_name().startswith("Open")
            and node.get_role_name().removeprefix("push ") == "button"]


def test_every_way_to_the_chooser():
    with runs("apple", "pear") as files, Window(title="Seesaw") as window:
        wait_for("two buttons", lambda: len(open_buttons(window)) == 2)
        open_buttons(window)[1].get_action_iface().do_action(0)
        type_path(str(files[0]))
        wait_for("the run", lambda: is_titled(window, "apple"))

        xdotool("windowactivate", "--sync", window.id)
        press_until("F10", "the main menu", lambda: window.find("menu item", "Open"))
        window.screenshot("main-menu")
        window.find("menu item", "Open").get_action_iface().do_action(0)
        type_path(str(files[1]))
        wait_for("the other run", lambda: is_titled(window, "pear"))

        window.find("button", "Open").get_action_iface().do_action(0)
        wait_for("the file chooser", chooser)


run_tests(globals())
