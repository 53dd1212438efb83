#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three hundred damaged copies of a small run through seesaw-cli: each gives numbers, or one line.

usage: test-damaged.py SEESAW_CLI
"""

import concurrent.futures
import pathlib
import random
import subprocess
import sys
import tempfile

import damage

CLI = sys.argv[1]
N = 300


def complaint(path):
    result = subprocess.run([CLI, "analyze", str(path)], capture_output=True, text=True,
                            timeout=120)
    if result.returncode == 0 and not result.stderr:
        return None
    if result.returncode != 1 or result.stderr.count("\n") != 1 or \
            not result.stderr.startswith(f"seesaw-cli: {path}: "):
        return f"{path.name}: status {result.returncode}, {result.stderr!r}"
    return None


def main():
    with tempfile.TemporaryDirectory() as folder:
        copies = damage.write_copies(pathlib.Path(folder), N, random.Random(7))
        print("1..1")
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            wrong = [line for line in pool.map(complaint, copies) if line]
        for line in wrong:
            print(f"# {line}")
        print(f"{'not ok' if wrong else 'ok'} 1 - {N} damaged files")
        sys.exit(bool(wrong))


main()
