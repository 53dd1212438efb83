#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a run of a million samples, and measures how long a window stands still while a figure of it
is previewed and exported.

usage: bench-export.py WITH_DISPLAY BENCH_EXPORT RUNS_FOLDER SAMPLE
"""

import pathlib
import subprocess
import sys
import tempfile

import h5py
import numpy as np

SAMPLES = 1_000_000
CLASSES = 20


def write(path):
    rng = np.random.default_rng(0)
    label = rng.integers(0, CLASSES, SAMPLES)
    logit = rng.standard_normal((1, SAMPLES, CLASSES), np.float32)
    logit[0, np.arange(SAMPLES), label] += 2
    logit[0, :, : CLASSES // 2] += 1
    with h5py.File(path, "w") as run:
        run.attrs.update(format="seesaw", format_version=1, name=path.stem)
        run["class/seen"] = (np.arange(CLASSES) < CLASSES // 2).astype("u1")
        run["epoch"] = [1]
        run["test/label"] = label
        run["test/logit"] = logit


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "samples.h5"
        write(path)
        subprocess.run([sys.argv[1], sys.argv[2], path, "curve", "gap"], check=True,
                       stderr=subprocess.DEVNULL)


main()
