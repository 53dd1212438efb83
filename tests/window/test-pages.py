#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the application, by keyboard alone, in both styles and several sizes; and what pages
share: the epoch, γ, and the selected class.

usage: test-pages.py SEESAW SEESAW_CLI SAMPLE SCREENSHOT_FOLDER [TEST...]
"""

import csv
import os
import subprocess
import tempfile

import h5py

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from seesaw_window import (CLI, SAMPLE, Window, descendants, expect, press_until, run_tests,  # noqa: E402
                           wait_for, xdotool)

PAGES = ["Calibration", "Histories", "Margins", "Weights", "Classes"]
MAP = "Similarity of the changes of weights"


def is_on(window, page):
    return any(node.get_role_name() == "page tab" and node.get_name() == page
               and node.get_state_set().contains(Atspi.StateType.SELECTED)
               for node in descendants(window.root))


def go_to(window, page):
    press_until(f"ctrl+{1 + PAGES.index(page)}", f"the page {page}", lambda: is_on(window, page))


def description(window, figure):
    """What a figure tells those who do not see it, once it is drawn."""
    return window.find("image", figure).get_description() or ""


def exported_classes(*options):
    output = subprocess.run([CLI, "export", "classes", SAMPLE, *map(str, options)], check=True,
                            capture_output=True, text=True).stdout
    return list(csv.DictReader(output.splitlines()))


def rows_of(window):
    """What the rows of the table of classes show."""
    return [cells for cells in ([n.get_name() for n in descendants(node)
                                 if n.get_role_name() == "label"]
                                for node in descendants(window.root)
                                if node.get_role_name() == "table row") if len(cells) > 10]


def row_of(window, name):
    return next((cells for cells in rows_of(window) if cells[0] == name), None)


def find_row(window, name):
    entry = window.find("entry", "Find a class")
    entry.get_editable_text_iface().set_text_contents(name)
    wait_for(f"only {name}", lambda: [cells[0] for cells in rows_of(window)] == ["Class", name]
             or [cells[0] for cells in rows_of(window)] == [name])


def test_every_page():
    for style in ("light", "dark"):
        os.environ["ADW_DEBUG_COLOR_SCHEME"] = f"prefer-{style}"
        with Window(SAMPLE) as window:
            for width, height in ((900, 600), (1600, 1000)):
                window.resize(width, height)
                for page in PAGES:
                    go_to(window, page)
                    window.screenshot(f"{page.lower()}-{style}-{width}x{height}")
    del os.environ["ADW_DEBUG_COLOR_SCHEME"]


def test_class_cell_is_what_export_says():
    with Window(SAMPLE) as window:
        window.slider().get_value_iface().set_current_value(7.25)
        go_to(window, "Classes")
        for row in exported_classes("--epoch", 10, "--gamma", 7.25)[5:8]:
            expected = f"{100 * float(row['accuracy_gamma']):.1f}\u202f%"
            find_row(window, row["name"])
            wait_for(f"{expected} for {row['name']}",
                     lambda: row_of(window, row["name"])[4] == expected)
            cells = row_of(window, row["name"])
            expect(cells[2] == row["samples"], f"{cells[2]} samples instead of {row['samples']}")


def test_selected_class_is_marked_in_the_heatmap():
    with h5py.File(SAMPLE) as run:
        name = run["class/name"].asstr()[3]
    with Window(SAMPLE) as window:
        go_to(window, "Weights")
        wait_for("the map", lambda: description(window, MAP))
        expect(name not in description(window, MAP), "a class is selected already")
        xdotool("key", "ctrl+f")
        find_row(window, name)
        press_until("Return", "the inspector", lambda: [n for n in descendants(window.root)
                                                        if n.get_name() == f"Class {name}"])
        window.screenshot("inspector")
        go_to(window, "Weights")
        wait_for(f"{name} in the map", lambda: name in description(window, MAP))
        window.screenshot("selected")


def test_epoch_by_click():
    """A click into a history chooses the epoch everywhere."""
    with Window(SAMPLE) as window:
        go_to(window, "Histories")
        wait_for("a history", lambda: description(window, "Classifier accuracy over epochs"))
        figure = window.find("image", "Classifier accuracy over epochs")
        extents = figure.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        x, y, _, _ = window.place()
        xdotool("mousemove", x + extents.x + extents.width // 2, y + extents.y + extents.height // 2,
                "click", 1)
        wait_for("another epoch", lambda: "Epoch 10" not in
                 description(window, "Classifier accuracy over epochs"))
        window.screenshot("epoch")


def test_what_is_missing_is_said():
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/bare.h5"
        with h5py.File(SAMPLE) as run, h5py.File(path, "w") as bare:
            for name, value in run.attrs.items():
                bare.attrs[name] = value
            for name in ("class", "epoch", "test/label", "test/logit"):
                run.copy(name, bare, name)
        with Window(path) as window:
            press_until("ctrl+4", "what to record",
                        lambda: [n for n in descendants(window.root)
                                 if "/classifier/weight" in (n.get_name() or "")])
            window.screenshot("missing")


run_tests(globals())
