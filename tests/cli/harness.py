# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs seesaw-cli, and functions that look at what it does. A test's arguments are the program and
a sample run.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

CLI, SAMPLE = sys.argv[1], sys.argv[2]


class Skip(Exception):
    """A test that cannot be run here, and why."""


def run(*arguments, **environment):
    return subprocess.run(
        [CLI, *arguments], capture_output=True, text=True, timeout=60,
        env={**os.environ, **environment},
    )


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def fails(result, *words):
    expect(result.returncode == 1, f"exit status {result.returncode}")
    expect(result.stdout == "", f"printed {result.stdout!r}")
    expect(result.stderr.startswith("seesaw-cli: "), result.stderr)
    expect(result.stderr.count("\n") == 1, f"more than a line: {result.stderr!r}")
    for word in words:
        expect(word in result.stderr, f"no {word!r} in {result.stderr!r}")


def same(found, value, what, tolerance=1e-9):
    expect(abs(found - value) <= tolerance * max(abs(value), 1e-3), f"{what}: {found}, not {value}")


def main(names):
    tests = [(name, value) for name, value in names.items() if name.startswith("test_")]
    failed = False
    print(f"1..{len(tests)}")
    for number, (name, function) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                function(pathlib.Path(folder))
                print(f"ok {number} - {name}")
            except Skip as reason:
                print(f"ok {number} - {name} # SKIP {reason}")
            except Exception as error:  # a failure of one test must not hide the others
                failed = True
                print(f"not ok {number} - {name}")
                for line in f"{type(error).__name__}: {error}".splitlines():
                    print(f"# {line}")
    sys.exit(failed)

