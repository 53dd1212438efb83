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
import tempfile

import h5py

from drag import drag_source, drag_until
from seesaw_window import (SAMPLE, Window, descendants, expect, matches_cli, press_until, run_tests,
                           wait_for, xdotool)

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


def is_titled(window, name):
    return xdotool("getwindowname", window.id).strip() == name


def listed_runs(window):
    """The names in the list of runs."""
    rows = [node for node in descendants(window.find("list", "Runs"))
            if node.get_role_name() == "list item"]
    return {row.get_name().split(",")[0] for row in rows}


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
