# SPDX-License-Identifier: GPL-3.0-or-later
"""Dragging files from another program onto the window."""

import contextlib
import pathlib
import subprocess
import sys

from seesaw_window import place, wait_for, xdotool

DRAG_SOURCE = pathlib.Path(__file__).resolve().parent / "drag-source.py"


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
