#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds "seesaw-cli analyze --json" against the figures that an independent brute-force
implementation left beside each run: counts exactly, real numbers to 1e-9, and similarities of
single vectors, which are kept in single precision, to 1e-6.

usage: compare-references.py SEESAW_CLI FOLDER
"""

import json
import math
import pathlib
import subprocess
import sys

TOLERANCE = 1e-9
SINGLE_TOLERANCE = 1e-6

OPTIONAL = {"ncm", "weight_norm", "drift", "alg", "pcv", "pcv_folds"}


def differences(expected, found, where):
    if isinstance(expected, dict):
        if not isinstance(found, dict):
            yield f"{where}: expected an object, found {found!r}"
            return
        for key, value in expected.items():
            if key not in found:
                yield f"{where}.{key}: missing"
            elif key == "at":
                yield from row_differences(value, found[key], f"{where}.at")
            else:
                yield from differences(value, found[key], f"{where}.{key}")
        # What a run cannot tell is absent.
        yield from (f"{where}.{key}: not expected" for key in OPTIONAL & found.keys() - expected)
    elif isinstance(expected, list):
        if len(expected) != len(found):
            yield f"{where}: expected {len(expected)} entries, found {len(found)}"
        for i, (a, b) in enumerate(zip(expected, found)):
            yield from differences(a, b, f"{where}[{i}]")
    elif isinstance(expected, float):
        single = ".first_row" in where
        if not isinstance(found, (int, float)) or not math.isclose(
            expected, found, rel_tol=0 if single else TOLERANCE,
            abs_tol=SINGLE_TOLERANCE if single else 1e-300
        ):
            yield f"{where}: expected {expected!r}, found {found!r}"
    elif expected != found:
        yield f"{where}: expected {expected!r}, found {found!r}"


def row_differences(expected, found, where):
    """Rows are told apart by what they are known as, or by their γ."""
    rows = {row.get("which", row["gamma"]): row for row in found}
    for row in expected:
        key = row.get("which", row["gamma"])
        if key not in rows:
            yield f"{where}: no row for {key}"
        else:
            yield from differences(row, rows[key], f"{where}[{key}]")


def main():
    cli, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    references = sorted(p for p in folder.glob("*.json") if p.with_suffix(".h5").exists())
    if not references:
        print(f"1..0 # SKIP no reference figures in {folder}")
        return

    print(f"1..{len(references)}")
    failed = False
    for number, path in enumerate(references, 1):
        command = [cli, "analyze", "--json", "--gamma", "2", "--gamma", "5",
                   str(path.with_suffix(".h5"))]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        wrong = list(differences(json.loads(path.read_text()), json.loads(output), ""))
        print(f"{'not ok' if wrong else 'ok'} {number} - {path.name}")
        for line in wrong[:10]:
            print(f"# {line}")
        failed = failed or bool(wrong)
    sys.exit(failed)


main()
