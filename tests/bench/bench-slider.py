#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a run of a million samples and drives the slider over it, in a window of its own display.

usage: bench-slider.py WITH_DISPLAY BENCH_SLIDER
"""

import pathlib
import subprocess
import sys
import tempfile

import h5py
import numpy as np

N, C = 1_000_000, 20


def main():
    rng = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "million.h5"
        label = rng.integers(0, C, N)
        logit = rng.standard_normal((1, N, C), np.float32)
        logit[0, np.arange(N), label] += 2
        logit[0, :, : C // 2] += 1
        with h5py.File(path, "w") as run:
            run.attrs.update(format="seesaw", format_version=1, name="A million samples")
            run["class/seen"] = (np.arange(C) < C // 2).astype("u1")
            run["epoch"] = [1]
            run["test/label"] = label
            run["test/logit"] = logit
        subprocess.run([sys.argv[1], sys.argv[2], str(path)], check=True,
                       stderr=subprocess.DEVNULL)


main()
