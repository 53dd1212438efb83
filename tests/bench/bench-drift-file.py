#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a file with the weights of 1000 classes and 2048 features to the cosines between their
changes: Seesaw, process and all, against numpy over the same file, which is in the page cache.

usage: bench-drift-file.py BENCH_DRIFT
"""

import pathlib
import subprocess
import sys
import tempfile
import time

import h5py
import numpy as np

C, D = 1000, 2048
REPEATS = 7


def write_run(path):
    rng = np.random.default_rng(0)
    start = rng.standard_normal((C, D), np.float32)
    with h5py.File(path, "w") as run:
        run.attrs.update(format="seesaw", format_version=1, name="bench")
        run["class/seen"] = (np.arange(C) % 2).astype("u1")
        run["epoch"] = [0, 1]
        run["test/label"] = np.arange(C)
        run["test/logit"] = np.zeros((2, C, C), "f2")
        run["classifier/weight"] = np.stack([start, start + 0.1 * rng.standard_normal((C, D))]
                                            ).astype("f4")


def numpy_cosines(path):
    with h5py.File(path) as run:
        weight = run["classifier/weight"]
        change = weight[1] - weight[0]
    change /= np.linalg.norm(change, axis=1, keepdims=True)
    return change @ change.T


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "bench.h5"
        write_run(path)
        path.read_bytes()
        times = []
        for _ in range(REPEATS):
            start = time.perf_counter()
            matrix = numpy_cosines(path)
            times.append(1e3 * (time.perf_counter() - start))
        output = subprocess.run([sys.argv[1], path], check=True, capture_output=True, text=True)
        opening, ours, cosine = map(float, output.stdout.split())
        if abs(cosine - matrix[0, 1]) > 1e-5:
            sys.exit(f"numpy finds a cosine of {matrix[0, 1]}, Seesaw {cosine}")
        print(f"{C} x {D} weights, file to cosines: {ours:.1f} ms, of which {opening:.1f} ms to start a "
              f"process and open; numpy, started already: {min(times):.1f} ms")


main()
