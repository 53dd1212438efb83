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

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
import damage  # noqa: E402
from seesaw_window import (CLI, SAMPLE, Window, children_of, descendants, expect, matches_cli,  # noqa: E402
                           press_until, run_tests, wait_for, xdotool)


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
        xdotool("mousemove", x + width // 4, y + 200, "click", 1)
        wait_for("γ to follow the click", lambda: window.gamma() > 1)
        first = window.gamma()
        xdotool("mousedown", 1, "mousemove_relative", 75, 60, "mousemove_relative", 30, 60,
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
        # A button that is activated shows so for a while before it acts.
        wait_for("the end of the reader", lambda: not children_of(window.process.pid))
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
        for name, title, files in (("narrow", "Fine-tuning", [SAMPLE]),
                                   ("narrow-runs", "other.h5", [SAMPLE, other])):
            with Window(*files, title=title) as window:
                if len(files) > 1:
                    window.find("list", "Runs")
                xdotool("windowsize", "--sync", window.id, 360, 640)
                wait_for("360 pixels", lambda: window.place()[2] <= 360)
                window.screenshot(name)


run_tests(globals())
