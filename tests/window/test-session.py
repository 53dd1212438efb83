#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions: what is chosen in the list of runs is saved, and comes back.

usage: test-session.py SEESAW SEESAW_CLI SAMPLE SCREENSHOT_FOLDER [TEST...]
"""

import json
import pathlib
import shutil
import tempfile

import h5py

from drag import drag_source, drag_until
from seesaw_window import Window, descendants, expect, press_until, run_tests, wait_for, xdotool  # noqa: E402
from splits import NAMES, SPLITS, names, state  # noqa: E402

TITLE = "fine-tuning classes"


def middle_of(node):
    box = node.get_component_iface().get_extents(1)
    return box.x + box.width // 2, box.y + box.height // 2


def click(window, node, button=1):
    """Places are told within the window, without what the frame adds."""
    x, y = middle_of(node)
    xdotool("mousemove", "--window", window.id, x, y, "sleep", 0.2, "click", button)


def rename(window, old, new):
    for _ in range(3):
        xdotool("key", "F9", "sleep", 0.4, "key", "F9", "sleep", 0.6, "key", "F2", "sleep", 0.4,
                "key", "ctrl+a", "type", new)
        xdotool("key", "Return", "sleep", 0.5)
        if new in names(window):
            return
    raise AssertionError(f"{old} is not renamed: {names(window)}")


def recolor(window, name, color):
    """In the popover of the row, by the keyboard that it takes."""
    window.find("button", f"Colour, γ and epoch of {name}").get_action_iface().do_action(0)
    window.find("button", color).get_action_iface().do_action(0)
    xdotool("sleep", 0.4, "key", "Escape", "sleep", 0.4)


def saved(path):
    return json.loads(path.read_text()) if path.exists() else None


def make_folder(folder):
    for path in SPLITS:
        shutil.copy(path, folder)


def save_as(window, path):
    xdotool("windowactivate", "--sync", window.id, "key", "ctrl+s", "sleep", 2)
    xdotool("key", "ctrl+a", "type", "--delay", "20", str(path))
    xdotool("sleep", 0.5, "key", "Return")
    wait_for("the file", path.exists, 8)


def quit_by_key(window):
    xdotool("windowactivate", "--sync", window.id, "key", "ctrl+q")
    wait_for("its end", lambda: window.process.poll() is not None)


def check_restored(window):
    wait_for("the runs as they were", lambda: names(window) == [NAMES[0], NAMES[1], "Mine"])
    wait_for("the hidden one", lambda: state(window, NAMES[0]) == "hidden")
    expect(state(window, "Mine") == "present run", "another run is looked at")


def test_all_comes_back():
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as state_home:
        make_folder(folder)
        path = pathlib.Path(folder) / "mine.seesaw"
        with Window(title="Seesaw", state=state_home) as window:
            with drag_source(folder) as source:
                drag_until(source, window, "three rows", lambda: names(window) == NAMES)
            xdotool("windowactivate", "--sync", window.id)
            rename(window, NAMES[2], "Mine")
            window.find("button", f"Show {NAMES[0]}").get_action_iface().do_action(0)
            wait_for("the hidden one", lambda: state(window, NAMES[0]) == "hidden")
            recolor(window, "Mine", "Purple")
            save_as(window, path)
            wait_for("a word of it", lambda: any(
                node.get_name() == "Session saved as “mine.seesaw”"
                for node in descendants(window.root)))
            window.screenshot("session-saved")
            runs = saved(path)["runs"]
            expect([run["path"] for run in runs] == [p.name for p in SPLITS], f"paths: {runs}")
            expect(runs[0]["visible"] is False, f"it is not hidden: {runs}")
            expect(runs[2]["name"] == "Mine" and runs[2]["color"] == "#cc79a7", f"look: {runs}")
            quit_by_key(window)

        with Window(path, title="Mine", state=state_home) as window:
            check_restored(window)
            window.screenshot("session-restored")

        # The last session is offered, not forced.
        with Window(title="Seesaw", state=state_home) as window:
            window.find("button", "Reopen Last Session").get_action_iface().do_action(0)
            check_restored(window)


def test_moved_run_is_asked_for():
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as elsewhere:
        make_folder(folder)
        path = pathlib.Path(folder) / "mine.seesaw"
        path.write_text(json.dumps({
            "format": "seesaw-session", "format_version": 1, "gamma": 2.5,
            "runs": [{"path": p.name, "name": f"Run {i}", "present": i == 0}
                     for i, p in enumerate(SPLITS)]}))
        for moved in SPLITS[1:]:
            shutil.move(pathlib.Path(folder) / moved.name, elsewhere)
        with Window(path, title="Run 0") as window:
            window.find("label", "2 runs of the session are not there")
            expect(abs(window.gamma() - 2.5) < 1e-9, f"γ is {window.gamma()}")
            window.screenshot("session-missing")
            window.find("button", "Locate the run").get_action_iface().do_action(0)
            wait_for("the file chooser", lambda: xdotool("search", "--onlyvisible", "--name", "Where Is"))
            xdotool("sleep", 1, "type", "--delay", 20, pathlib.Path(elsewhere) / SPLITS[1].name)
            xdotool("sleep", 1, "key", "Return")
            wait_for("both", lambda: names(window) == ["Run 0", "Run 1", "Run 2"], 15)


def test_damaged_session_says_so():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "damaged.seesaw"
        path.write_text('{"format": "seesaw-session", "format_version": 1, "runs": 7}')
        with Window(SPLITS[0], path, title="10 fine-tuning") as window:
            window.find("label", f"{path}: “runs” is not")
            expect("10 fine-tuning" in xdotool("getwindowname", window.id), "the run is gone")


def test_changed_file_is_read_again():
    with tempfile.TemporaryDirectory() as folder:
        make_folder(folder)
        with Window(folder, title=TITLE) as window:
            wait_for("three rows", lambda: names(window) == NAMES)
            window.find("button", f"Show {NAMES[0]}").get_action_iface().do_action(0)
            wait_for("the hidden one", lambda: state(window, NAMES[0]) == "hidden")
            with h5py.File(pathlib.Path(folder) / SPLITS[0].name, "r+") as run:
                run.attrs["name"] = "Longer training"
            window.find("button", f"Read {NAMES[0]} again").get_action_iface().do_action(0)
            wait_for("the new name", lambda: names(window) == ["Longer training"] + NAMES[1:])
            expect(state(window, "Longer training") == "hidden", "it is shown")
            expect(state(window, NAMES[2]) == "present run", "another run is looked at")


def test_reorder_and_menu():
    with Window(*SPLITS, title="70 fine-tuning") as window:
        wait_for("three rows", lambda: names(window) == NAMES)
        xdotool("key", "F9", "sleep", 0.5, "key", "F9", "sleep", 0.8)
        press_until("alt+Up", "another order",
                    lambda: names(window).index(NAMES[2]) < 2)
        click(window, window.find("list item", NAMES[0]), 3)
        xdotool("sleep", 0.6)
        window.screenshot("runs-menu")
        xdotool("key", "Escape", "sleep", 0.3)

        before = names(window)
        start = middle_of(window.find("list item", before[0]))
        end = middle_of(window.find("list item", before[2]))
        xdotool("mousemove", "--window", window.id, *start, "sleep", 0.2, "mousedown", 1)
        for step in range(1, 16):
            xdotool("mousemove", "--window", window.id, start[0],
                    start[1] + (end[1] + 8 - start[1]) * step // 15, "sleep", 0.03)
        xdotool("sleep", 0.3, "mouseup", 1)
        wait_for("the dragged order", lambda: names(window) == before[1:] + before[:1])


if not all(path.exists() for path in SPLITS):
    print("1..0 # SKIP without the shared runs")
else:
    run_tests(globals())
