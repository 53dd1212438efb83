#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window for those who do not see it, or have no mouse: every control has a name, and Tab
reaches the main ones.

usage: test-access.py SEESAW SEESAW_CLI SAMPLE SCREENSHOT_FOLDER [TEST...]
"""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from seesaw_window import SAMPLE, Window, descendants, expect, press_until, run_tests, wait_for, xdotool  # noqa: E402

PAGES = ["Calibration", "Histories", "Margins", "Weights", "Classes"]
CONTROLS = {"button", "toggle button", "slider", "spin button", "combo box", "entry", "image",
            "check box", "page tab"}


def role(node):
    return node.get_role_name().removeprefix("push ")


def is_in(node, state):
    return node.get_state_set().contains(state)


def nameless_controls(window):
    """A control without a name of its own is called after its type, or not at all. The button
    within a drop-down speaks for the drop-down, which has the name."""
    window.root.clear_cache()
    return [f"{role(node)} in {node.get_parent().get_name()!r}" for node in descendants(window.root)
            if role(node) in CONTROLS and is_in(node, Atspi.StateType.FOCUSABLE)
            and role(node.get_parent()) != "combo box"
            and (not node.get_name() or node.get_name().startswith(("Gtk", "Adw", "Seesaw")))]


def nameless_drop_downs(window):
    return [node for node in descendants(window.root) if role(node) == "combo box"
            and (not node.get_name() or node.get_name().startswith("Gtk"))]


def test_every_control_has_a_name():
    with Window(SAMPLE) as window:
        for number, page in enumerate(PAGES, 1):
            press_until(f"ctrl+{number}", page, lambda: any(
                role(node) == "page tab" and node.get_name() == page
                and is_in(node, Atspi.StateType.SELECTED) for node in descendants(window.root)))
            found = nameless_controls(window)
            expect(not found, f"{page}: without a name: {found}")
            expect(not nameless_drop_downs(window), f"{page}: a drop-down without a name")


def focused(window):
    window.root.clear_cache()
    return next((node for node in descendants(window.root)
                 if is_in(node, Atspi.StateType.FOCUSED)), None)


def names_to_root(node):
    while node is not None and role(node) != "frame":
        yield node.get_name() or ""
        node = node.get_parent()


def test_tab_reaches_the_main_controls():
    wanted = {"Calibration factor γ", "Calibration factor γ, as a number", "Epoch", "γ to ALG",
              "Open", "Main menu", "Seen-unseen curve"}
    with Window(SAMPLE) as window:
        wait_for("the slider to have the keyboard", lambda: focused(window))
        missed = set(wanted)
        for _ in range(40):
            xdotool("key", "Tab", "sleep", 0.1)
            node = focused(window)
            # What has the keyboard within a drop-down is the button in it. Older toolkits add the
            # text of a button to its name.
            for name in names_to_root(node):
                missed -= {start for start in missed if name == start or name.startswith(start + " ")}
            if not missed:
                return
        raise AssertionError(f"Tab does not reach {missed}")


run_tests(globals())
