#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several runs: the list of them, by keyboard alone, and what the figures show of it.

usage: test-runs.py SEESAW SEESAW_CLI SAMPLE SCREENSHOT_FOLDER [TEST...]
"""

import contextlib
import os
import pathlib
import shutil
import tempfile

import gi
import h5py

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from drag import drag_source, drag_until  # noqa: E402
from seesaw_window import Window, expect, run_tests, wait_for, xdotool  # noqa: E402
from splits import NAMES, SPLITS, names, rows, state  # noqa: E402

TITLE = "70 fine-tuning"


def description(window):
    return window.find("image", "Seen-unseen curve").get_description() or ""


def shows(window, *expected):
    text = description(window)
    return all((name in text) == (name in expected) for name in NAMES)


def other_classes(folder):
    """A run that cannot be overlaid with the others."""
    path = pathlib.Path(folder) / "other.h5"
    shutil.copyfile(SPLITS[0], path)
    with h5py.File(path, "r+") as run:
        run.attrs["name"] = "Other classes"
        run["/class/name"][0] = "something else"
    return path


def is_focused(window, name):
    return window.find("list item", name).get_state_set().contains(Atspi.StateType.FOCUSED)


def focus_present(window, name):
    """The list takes the focus when it is called by key."""
    for _ in range(5):
        xdotool("key", "F9", "sleep", 0.5)
        if is_focused(window, name):
            return
    raise AssertionError(f"{name} does not take the focus")


def test_hide_and_close_by_keyboard():
    with Window(*SPLITS, title=TITLE) as window:
        wait_for("three rows", lambda: names(window) == NAMES)
        wait_for("three curves", lambda: shows(window, *NAMES))
        expect(state(window, NAMES[2]) == "present run", "the last run is not the present one")

        focus_present(window, NAMES[2])
        xdotool("key", "Up")
        wait_for("the row above", lambda: is_focused(window, NAMES[1]))
        xdotool("key", "space")
        wait_for("two curves", lambda: shows(window, NAMES[0], NAMES[2]))
        expect(state(window, NAMES[1]) == "hidden", "it is not said to be hidden")
        xdotool("key", "space")
        wait_for("three curves", lambda: shows(window, *NAMES))

        xdotool("key", "Return")
        wait_for("the other run", lambda: xdotool("getwindowname", window.id).strip() == NAMES[1])
        xdotool("key", "Delete")
        wait_for("two rows", lambda: names(window) == [NAMES[0], NAMES[2]])
        wait_for("two curves", lambda: shows(window, NAMES[0], NAMES[2]))


def test_other_classes_are_not_overlaid():
    with tempfile.TemporaryDirectory() as folder, \
            Window(other_classes(folder), *SPLITS, title=TITLE) as window:
        wait_for("three curves", lambda: shows(window, *NAMES))
        reason = window.find("list item", "Other classes").get_name()
        expect("not drawn together" in reason, f"no reason is given: {reason}")
        expect("Other classes" not in description(window), "it is overlaid all the same")


def test_list_goes_and_comes():
    with Window(*SPLITS, title=TITLE) as window:
        wait_for("three rows", lambda: names(window) == NAMES)

        def is_listed():
            return window.find("button", "Runs").get_state_set().contains(Atspi.StateType.PRESSED)

        wait_for("the list", is_listed)
        for expected in (False, True):
            xdotool("key", "F9")
            wait_for("the other state", lambda: is_listed() == expected)


def test_drop_folder():
    with tempfile.TemporaryDirectory() as folder, Window(title="Seesaw") as window:
        for path in SPLITS:
            shutil.copy(path, folder)
        (pathlib.Path(folder) / "notes.txt").write_text("no run\n")
        with drag_source(folder) as source:
            drag_until(source, window, "three rows", lambda: names(window) == NAMES)


@contextlib.contextmanager
def style(name):
    os.environ["ADW_DEBUG_COLOR_SCHEME"] = f"prefer-{name}"
    try:
        yield
    finally:
        del os.environ["ADW_DEBUG_COLOR_SCHEME"]


def test_looks():
    for name in ("light", "dark"):
        with tempfile.TemporaryDirectory() as folder, style(name), \
                Window(other_classes(folder), *SPLITS, title=TITLE) as window:
            wait_for("four rows", lambda: len(rows(window)) == 4)
            window.find("button", f"Show {NAMES[0]}").get_action_iface().do_action(0)
            wait_for("two curves", lambda: shows(window, *NAMES[1:]))
            for width, height in ((900, 600), (1600, 1000)):
                window.resize(width, height)
                window.screenshot(f"runs-{name}-{width}")
            xdotool("windowactivate", "--sync", window.id, "key", "ctrl+2", "sleep", 1)
            window.screenshot(f"runs-{name}-histories")


if not all(path.exists() for path in SPLITS):
    print("1..0 # SKIP without the shared runs")
else:
    run_tests(globals())
