#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several runs side by side: a figure, and a table with the numbers of seesaw-cli.

usage: test-compare.py SEESAW SEESAW_CLI SAMPLE SCREENSHOT_FOLDER [TEST...]
"""

import csv
import os
import pathlib
import re
import subprocess

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from seesaw_window import (CLI, SAMPLE, Window, descendants, expect, press_until, run_tests,  # noqa: E402
                           wait_for, xdotool)

DATA = pathlib.Path(__file__).resolve().parents[3] / "shared" / "data"
RUNS = sorted(DATA.glob("sweep-adam-*.h5")) + sorted(DATA.glob("sweep-sgd-*.h5"))
FIGURE = "Acc Y/Y, Fine-tuned over"


def skips():
    if len(RUNS) < 6:
        print(f"# skipped: there are no six runs sweep-*.h5 in {DATA}", flush=True)
    return len(RUNS) < 6


def open_runs(window):
    wait_for("all runs", lambda: len([n for n in descendants(window.find("list", "Runs"))
                                      if n.get_role_name() == "list item"]) == len(RUNS), 30)


def go_to_page(window):
    press_until("ctrl+6", "the page", lambda: any(
        node.get_role_name() == "page tab" and node.get_name() == "Compare"
        and node.get_state_set().contains(Atspi.StateType.SELECTED)
        for node in descendants(window.root)))


def exported(*options):
    output = subprocess.run([CLI, "export", "table", *map(str, RUNS), *map(str, options)],
                            check=True, capture_output=True, text=True).stdout
    return list(csv.DictReader(output.splitlines()))


def rows_of(window):
    """What the rows of the table of results show."""
    window.root.clear_cache()
    return [cells for cells in ([n.get_name() for n in descendants(node)
                                 if n.get_role_name() == "label"]
                                for node in descendants(window.root)
                                if node.get_role_name() == "table row") if len(cells) > 4]


def shows(window, row):
    """Whether some row of the table has the name and all the numbers of an exported one."""
    numbers = [f"{100 * float(row[column]):.1f}" for column in
               ("pretrained_yy", "yy", "yy_alg", "yy_pcv", "yy_oracle") if row[column]]
    expect(len(numbers) > 2, f"too little is known of {row['name']}")
    return any(row["name"] in cells and set(numbers) <= set(cells) for cells in rows_of(window))


def clipboard(kind="UTF8_STRING"):
    return subprocess.run(["xclip", "-selection", "clipboard", "-target", kind, "-out"],
                          capture_output=True, timeout=10).stdout.decode()


def menu_item(window, name):
    window.root.clear_cache()
    return next((node for node in descendants(window.root)
                 if node.get_role_name() == "menu item" and (node.get_name() or "").startswith(name)),
                None)


def click_on(window, node, button=1):
    extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    x, y, _, _ = window.place()
    xdotool("mousemove", x + extents.x + extents.width // 2,
            y + extents.y + extents.height // 2, "click", button)


def test_table_is_what_export_says():
    if skips():
        return
    with Window(*RUNS, title=".") as window:
        open_runs(window)
        go_to_page(window)
        for row in exported("--metrics", "yy"):
            wait_for(f"the numbers of {row['name']}", lambda: shows(window, row), 30)
        rows = [cells for cells in rows_of(window) if not {"Class", "Pre-trained"} & set(cells)]
        expect(len(rows) == len(RUNS), f"{len(rows)} rows: {rows}")


def test_both_styles():
    if skips():
        return
    for style in ("light", "dark"):
        os.environ["ADW_DEBUG_COLOR_SCHEME"] = f"prefer-{style}"
        with Window(*RUNS, title=".") as window:
            open_runs(window)
            go_to_page(window)
            wait_for("the figure", lambda: window.find("image", FIGURE).get_description(), 30)
            wait_for("the table", lambda: len(rows_of(window)) >= len(RUNS), 30)
            for width, height in ((900, 600), (1600, 1000)):
                window.resize(width, height)
                window.screenshot(f"compare-{style}-{width}x{height}")
    del os.environ["ADW_DEBUG_COLOR_SCHEME"]


def test_copies():
    if skips():
        return
    with Window(*RUNS, title=".") as window:
        open_runs(window)
        go_to_page(window)
        wait_for("the figure", lambda: window.find("image", FIGURE).get_description(), 30)
        click_on(window, window.find("image", FIGURE), 3)
        wait_for("the menu", lambda: menu_item(window, "Copy Data as CSV"))
        xdotool("mousemove_relative", "--", -200, -20)
        window.screenshot("compare-menu")
        menu_item(window, "Copy Data as CSV").get_action_iface().do_action(0)
        wait_for("numbers", lambda: clipboard().startswith("learning_rate,optimizer,metric,mean"))
        xdotool("click", 3)
        wait_for("the menu", lambda: menu_item(window, "Copy Figure"))
        menu_item(window, "Copy Figure").get_action_iface().do_action(0)
        wait_for("a picture", lambda: "Learning rate" in clipboard("image/svg+xml"))


def test_copied_table_is_what_export_says():
    if skips():
        return
    expected = subprocess.run([CLI, "export", "table", *map(str, RUNS), "--format", "tsv",
                               "--metrics", "yy,ncm_yy,ausuc_0", "--split", "optimizer",
                               "--sort", "learning_rate"],
                              check=True, capture_output=True, text=True).stdout
    with Window(*RUNS, title=".") as window:
        open_runs(window)
        go_to_page(window)
        wait_for("the table", lambda: len(rows_of(window)) >= len(RUNS), 30)
        click_on(window, next(n for n in descendants(window.root) if n.get_name() == "Copy Table"))
        wait_for("the menu", lambda: menu_item(window, "As Cells"))
        window.screenshot("compare-copy")
        menu_item(window, "As Cells").get_action_iface().do_action(0)
        wait_for("the table of seesaw-cli", lambda: clipboard() == expected)

        # For a paper that is open in an editor, not a document by itself.
        xdotool("key", "Escape")
        click_on(window, next(n for n in descendants(window.root) if n.get_name() == "Copy Table"))
        wait_for("the menu", lambda: menu_item(window, "As LaTeX"))
        menu_item(window, "As LaTeX").get_action_iface().do_action(0)
        text = wait_for("a table for a paper",
                        lambda: "\\end{table}" in (text := clipboard()) and text)
        expect("\\documentclass" not in text and "booktabs" in text, text)


def copied(window, title):
    """The column of the table copied as Markdown, marks of the best and the second included."""
    subprocess.run(["xclip", "-selection", "clipboard", "-in"], check=True, input=b"nothing yet",
                   stdout=subprocess.DEVNULL)
    click_on(window, next(n for n in descendants(window.root) if n.get_name() == "Copy Table"))
    wait_for("the menu", lambda: menu_item(window, "As Markdown"))
    menu_item(window, "As Markdown").get_action_iface().do_action(0)
    text = wait_for("a table on the clipboard",
                    lambda: (text := clipboard()) != "nothing yet" and text)
    heads, _, *rows = [[cell.strip() for cell in line.strip("|\n").split("|")]
                       for line in text.splitlines()]
    return [row[heads.index(title)] for row in rows]


def shown_numbers(window):
    return [cells[3] for cells in rows_of(window) if cells[0] in ("Adam", "SGD")]


def test_sorts():
    """By a click on a head and by a key in it; marks and what is copied follow."""
    if skips():
        return
    values = sorted((float(row["yy"]) for row in exported("--metrics", "yy")), reverse=True)
    texts = [f"{100 * value:.1f}" for value in values]
    at_oracle = [f"{100 * value:.1f}" for value in
                 sorted((float(row["yy_oracle"]) for row in exported("--metrics", "yy")),
                        reverse=True)]
    marked = [f"**{texts[0]}**", f"<u>{texts[1]}</u>", *texts[2:]]
    with Window(*RUNS, title=".") as window:
        open_runs(window)
        go_to_page(window)
        wait_for("the table", lambda: len(rows_of(window)) >= len(RUNS), 30)
        blocks = copied(window, "Acc Y/Y, Fine-tuned (%)")
        expect(blocks != marked, "the table is sorted already")
        click_on(window, window.find("filler", "Fine-tuned"))
        wait_for("the largest first",
                 lambda: copied(window, "Acc Y/Y, Fine-tuned (%)") == marked)
        expect(shown_numbers(window) == texts, f"{shown_numbers(window)} instead of {texts}")
        window.screenshot("compare-sorted")

        # The head that was clicked has the keyboard.
        click_on(window, window.find("filler", "Fine-tuned"))
        wait_for("the largest last", lambda: shown_numbers(window) == texts[::-1])
        xdotool("key", "Return")
        wait_for("blocks again", lambda: shown_numbers(window) ==
                 [re.sub(r"[*]|</?u>", "", cell) for cell in blocks])

        xdotool("key", "Tab", "key", "Return")
        wait_for("the largest at γ* first", lambda: [cells[4] for cells in rows_of(window)
                                                     if cells[0] in ("Adam", "SGD")] == at_oracle)


def copied_points(window):
    """The points of the figure, series by series from left to right, as its data is copied."""
    subprocess.run(["xclip", "-selection", "clipboard", "-in"], check=True, input=b"nothing yet",
                   stdout=subprocess.DEVNULL)
    click_on(window, window.find("image", FIGURE), 3)
    wait_for("the menu", lambda: menu_item(window, "Copy Data as CSV"))
    menu_item(window, "Copy Data as CSV").get_action_iface().do_action(0)
    text = wait_for("numbers", lambda: (text := clipboard()) != "nothing yet" and text)
    return [(row["optimizer"], row["learning_rate"]) for row in csv.DictReader(text.splitlines())]


def choose_look(window, button, item):
    click_on(window, next(n for n in descendants(window.root) if n.get_name() == button))
    wait_for(item, lambda: menu_item(window, item))
    window.screenshot("compare-look")
    menu_item(window, item).get_action_iface().do_action(0)


def test_bars_by_value():
    """What is chosen from the menu is drawn and copied: learning rates by their mean."""
    if skips():
        return
    means = sorted((float(row["yy"]), float(row["learning_rate"])) for row in exported(
        "--metrics", "yy_0", "--group-by", "learning_rate"))
    rates = [rate for _, rate in means]
    with Window(*RUNS, title=".") as window:
        open_runs(window)
        go_to_page(window)
        wait_for("the figure", lambda: window.find("image", FIGURE).get_description(), 30)
        points = copied_points(window)
        expected = sorted(points, key=lambda point: (point[0],
                                                        rates.index(float(point[1]))))
        expect(points != expected, "the figure is sorted already")
        choose_look(window, "Points", "Bars")
        wait_for("bars", lambda: [n for n in descendants(window.root) if n.get_name() == "Bars"])
        choose_look(window, "Bars", "By Value, Lowest")
        wait_for("the best last", lambda: copied_points(window) == expected)
        window.screenshot("compare-bars")


def test_one_run():
    with Window(SAMPLE) as window:
        wait_for("the run", lambda: window.slider())
        go_to_page(window)
        wait_for("a sentence", lambda: [n for n in descendants(window.root)
                                        if (n.get_name() or "").startswith("With two runs or more")])
        window.screenshot("compare-one")


run_tests(globals())
