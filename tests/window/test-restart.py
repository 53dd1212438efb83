#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window remembers from one start to the next.

usage: test-restart.py SEESAW SEESAW_CLI SAMPLE SCREENSHOT_FOLDER [TEST...]
"""

import os
import pathlib
import shutil
import tempfile

import gi
import h5py

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from seesaw_window import SAMPLE, Window, descendants, expect, press_until, run_tests, wait_for, xdotool  # noqa: E402

FIGURE = "Acc Y/Y, +ALG over Learning rate"


def make_runs(folder):
    paths = [pathlib.Path(folder) / f"{name}.h5" for name in ("apple", "pear")]
    for rate, path in enumerate(paths, 1):
        shutil.copy(SAMPLE, path)
        with h5py.File(path, "r+") as run:
            run.attrs["name"] = path.stem
            run.attrs["learning_rate"] = 0.001 * rate
    return paths


def is_in(node, state):
    return node.get_state_set().contains(state)


def is_on(window, page):
    return any(node.get_role_name() == "page tab" and node.get_name() == page
               and is_in(node, Atspi.StateType.SELECTED) for node in descendants(window.root))


def lists_runs(window):
    return is_in(window.find("button", "Runs"), Atspi.StateType.PRESSED)


def extents_of_figure(window):
    """Of all that is above the divider."""
    wait_for("the figure", lambda: window.find("image", FIGURE).get_description(), 30)
    window.root.clear_cache()
    node = window.find("image", FIGURE)
    while node.get_parent().get_name() != "GtkPaned":
        node = node.get_parent()
    return node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)


def drag_divider(window, distance):
    extents = extents_of_figure(window)
    x, y, _, _ = window.place()
    start = x + extents.x + extents.width // 2, y + extents.y + extents.height + 1
    xdotool("mousemove", *start, "sleep", 0.2, "mousedown", 1)
    for step in range(1, 11):
        xdotool("mousemove", start[0], start[1] + distance * step // 10, "sleep", 0.03)
    xdotool("sleep", 0.2, "mouseup", 1)


def close(window, key):
    xdotool("windowactivate", "--sync", window.id, "key", key)
    wait_for("the end", lambda: window.process.poll() is not None)


def test_view_and_divider():
    with tempfile.TemporaryDirectory() as folder:
        runs = make_runs(folder)
        env = os.environ | {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": folder}
        for key in ("ctrl+q", "alt+F4"):
            with Window(*runs, title="pear", env=env) as window:
                if key == "ctrl+q":
                    wait_for("the list of runs", lambda: lists_runs(window))
                    press_until("F9", "no list of runs", lambda: not lists_runs(window))
                    press_until("ctrl+6", "the page", lambda: is_on(window, "Compare"))
                    before = extents_of_figure(window).height
                    drag_divider(window, -70)
                    wait_for("a lower figure",
                             lambda: extents_of_figure(window).height < before - 40)
                    moved = extents_of_figure(window).height
                else:
                    wait_for("the page", lambda: is_on(window, "Compare"))
                    wait_for("the height of the figure",
                             lambda: abs(extents_of_figure(window).height - moved) <= 1)
                    expect(not lists_runs(window), "the list of runs is there again")
                    window.screenshot("restarted")
                    press_until("F9", "the list of runs", lambda: lists_runs(window))
                    press_until("ctrl+2", "another page", lambda: is_on(window, "Histories"))
                close(window, key)
        with Window(*runs, title="pear", env=env) as window:
            wait_for("the other page", lambda: is_on(window, "Histories"))
            wait_for("the list of runs", lambda: lists_runs(window))


run_tests(globals())
