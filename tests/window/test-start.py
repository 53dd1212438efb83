#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The application started with files: from a command line, a second time, and as installed.

usage: test-start.py SEESAW SEESAW_CLI SAMPLE SCREENSHOT_FOLDER [TEST...]
"""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile

import h5py

from seesaw_window import (APP, SAMPLE, Window, children_of, expect, install, matches_cli,
                           run_tests, wait_for, xdotool)


def copies(folder, *names):
    paths = [pathlib.Path(folder) / f"{name}.h5" for name in names]
    for path in paths:
        shutil.copy(SAMPLE, path)
        with h5py.File(path, "r+") as run:
            run.attrs["name"] = path.stem
    return paths


def is_titled(window, name):
    return xdotool("getwindowname", window.id).strip() == name


def test_two_files():
    with tempfile.TemporaryDirectory() as folder:
        files = copies(folder, "apple", "pear")
        with Window(*files, title="pear") as window:
            window.find("list", "Runs")
            wait_for("the figures of seesaw-cli", lambda: matches_cli(window, files[1]))
            window.screenshot("two-files")


def test_second_start_wakes_the_first():
    """As a file manager does for every file that is opened."""
    with tempfile.TemporaryDirectory() as folder:
        files = copies(folder, "apple", "pear")
        with Window(files[0], title="apple") as window:
            # A relative name is relative to where it was typed.
            subprocess.run([pathlib.Path(APP).resolve(), files[1].name], cwd=folder, check=True,
                           timeout=20, stderr=subprocess.DEVNULL)
            wait_for("the second run", lambda: is_titled(window, "pear"))
            window.find("list", "Runs")
            expect(window.process.poll() is None, "the first process is gone")


def test_desktop_entry():
    """What "meson install" puts in place, opened on a file as a desktop does it."""
    with tempfile.TemporaryDirectory() as folder:
        prefix, env = install(folder)
        program = prefix / "bin" / "seesaw"
        reader = prefix / "libexec" / "seesaw-reader"
        subprocess.run(["gio", "launch",
                        prefix / "share" / "applications" / "org.seesaw.Seesaw.desktop", SAMPLE],
                       check=True, env=env | {"PATH": f"{program.parent}:{env['PATH']}"})
        window = wait_for("the window", lambda: xdotool("search", "--onlyvisible", "--name",
                                                        "Fine-tuning")).split()[0]
        pid = int(xdotool("getwindowpid", window))
        try:
            expect(os.readlink(f"/proc/{pid}/exe") == str(program), "another program was started")
            readers = [os.readlink(f"/proc/{child}/exe") for child in children_of(pid)]
            expect(readers == [str(reader)], f"readers: {readers}")
        finally:
            os.kill(pid, signal.SIGTERM)


run_tests(globals())
