#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""seesaw-cli where it was moved to, and where nobody chose a locale.

usage: test-places.py SEESAW_CLI SAMPLE
"""

import os
import shutil
import subprocess

from harness import CLI, SAMPLE, expect, main


def analyze(program, env):
    return subprocess.run([program, "analyze", "--epoch", "10", SAMPLE], env=env, text=True,
                          capture_output=True, encoding="utf-8")


def test_moved_prefix(folder):
    """The reader is found beside the program, wherever that is."""
    prefix = folder / "moved"
    for directory, path in (("bin", CLI), ("libexec", os.environ["SEESAW_READER"])):
        (prefix / directory).mkdir(parents=True)
        shutil.copy(path, prefix / directory)
    env = {name: value for name, value in os.environ.items() if name != "SEESAW_READER"}
    result = analyze(prefix / "bin" / "seesaw-cli", env)
    expect(result.returncode == 0, result.stderr)
    expect(result.stdout == analyze(CLI, os.environ).stdout, result.stdout)


def test_without_a_locale(folder):
    """No letter becomes a question mark, unless that was asked for."""
    env = {name: os.environ[name] for name in ("PATH", "SEESAW_READER")}
    expect(analyze(CLI, env).stdout == analyze(CLI, os.environ).stdout, analyze(CLI, env).stdout)
    text = analyze(CLI, env | {"LC_ALL": "C"}).stdout
    expect(text.isascii() and "?" in text, text)


main(globals())
