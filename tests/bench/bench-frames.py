#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a run of a million samples, and one of 1000 classes with 2048 features, and measures frames
on them in a window of its own display: γ on every page, zooming into the matrix; γ with 38 runs.

usage: bench-frames.py WITH_DISPLAY BENCH_FRAMES RUNS_FOLDER SAMPLE
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import h5py
import numpy as np


RUNS = 38


def copy_runs(runs, sample, folder):
    """Real runs twice over: what is open is not opened again."""
    paths = sorted(pathlib.Path(runs).glob("*.h5")) or [sample]
    return [shutil.copy(paths[i % len(paths)], folder / f"run-{i}.h5") for i in range(RUNS)]


def write(path, n_samples, n_classes, n_features=0):
    rng = np.random.default_rng(0)
    seen = (np.arange(n_classes) < n_classes // 2).astype("u1")
    label = rng.integers(0, n_classes, n_samples)
    logit = rng.standard_normal((1, n_samples, n_classes), np.float32)
    logit[0, np.arange(n_samples), label] += 2
    logit[0, :, : n_classes // 2] += 1
    with h5py.File(path, "w") as run:
        run.attrs.update(format="seesaw", format_version=1, name=path.stem)
        run["class/seen"] = seen
        run["epoch"] = [1] if n_features == 0 else [0, 1]
        run["test/label"] = label
        run["test/logit"] = logit if n_features == 0 else np.repeat(logit, 2, 0)
        if n_features > 0:
            run["classifier/weight"] = rng.standard_normal((2, n_classes, n_features), np.float32)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        samples, classes = folder / "samples.h5", folder / "classes.h5"
        write(samples, 1_000_000, 20)
        write(classes, 2000, 1000, 2048)
        runs = copy_runs(sys.argv[3], sys.argv[4], folder)
        for what, *paths in (("runs", *runs), ("calibration", samples), ("histories", samples),
                             ("margins", samples), ("classes", samples), ("classes", classes),
                             ("zoom", classes)):
            subprocess.run([sys.argv[1], sys.argv[2], what, *map(str, paths)], check=True,
                           stderr=subprocess.DEVNULL)


main()
