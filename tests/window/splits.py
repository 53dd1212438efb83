# SPDX-License-Identifier: GPL-3.0-or-later
"""Three real runs that differ in which classes are seen, and what the list of runs says of them."""

import os
import pathlib

from seesaw_window import descendants

DATA = pathlib.Path(os.environ["SEESAW_REFERENCES"])
SPLITS = [DATA / f"split-{n}.h5" for n in (10, 30, 70)]
NAMES = [f"{n} fine-tuning classes" for n in (10, 30, 70)]


def rows(window):
    return [node for node in descendants(window.find("list", "Runs"))
            if node.get_role_name() == "list item"]


def names(window):
    return [row.get_name().split(",")[0] for row in rows(window)]


def state(window, name):
    return window.find("list item", name).get_name().split(", ")[-1]
