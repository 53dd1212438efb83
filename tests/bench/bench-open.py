#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening and reducing an epoch of 50,000 samples of 1000 classes, with every γ: Seesaw against a
careful numpy script over the same file, which is in the page cache.

usage: bench-open.py SEESAW_CLI
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import h5py
import numpy as np

N, C = 50_000, 1_000
REPEATS = 3


def write_run(path):
    rng = np.random.default_rng(0)
    seen = np.arange(C) % 2 == 0
    label = rng.integers(0, C, N)
    logit = rng.standard_normal((N, C), np.float32)
    logit[np.arange(N), label] += 3
    logit[:, seen] += 1
    with h5py.File(path, "w") as run:
        run.attrs.update(format="seesaw", format_version=1, name="bench")
        run["class/seen"] = seen.astype("u1")
        run["epoch"] = [1]
        run["test/label"] = label
        run.create_dataset("test/logit", data=logit[None])


def numpy_curve(path):
    """Thresholds by arg max within each side, the curve by sorting them: no sweep over γ."""
    with h5py.File(path) as run:
        seen = run["class/seen"][:] == 1
        label = run["test/label"][:]
        logit = run["test/logit"][0]
    S, U = np.flatnonzero(seen), np.flatnonzero(~seen)
    logit_s, logit_u = logit[:, S], logit[:, U]
    top_s, top_u = logit_s.argmax(1), logit_u.argmax(1)
    rows = np.arange(len(label))
    gap = logit_s[rows, top_s].astype(float) - logit_u[rows, top_u]
    of_seen = seen[label]
    right = np.where(of_seen, S[top_s], U[top_u]) == label
    lost = np.sort(gap[right & of_seen])
    won = np.sort(gap[right & ~of_seen])
    gammas = np.concatenate([[-np.inf], np.unique(gap[right])])
    sy = (len(lost) - np.searchsorted(lost, gammas, "right")) / of_seen.sum()
    uy = np.searchsorted(won, gammas, "right") / (~of_seen).sum()
    ausuc = np.sum((sy[:-1] - sy[1:]) * (uy[:-1] + uy[1:]) / 2)
    yy = sy * of_seen.mean() + uy * (~of_seen).mean()
    top5 = {}
    for side, own in (("s", logit_s), ("u", logit_u)):
        top5[side] = np.argpartition(own, -5, axis=1)[:, -5:]
    exp_s = np.exp(logit_s - logit_s.max(1, keepdims=True), dtype=float).sum(1)
    exp_u = np.exp(logit_u - logit_u.max(1, keepdims=True), dtype=float).sum(1)
    odds = np.log(exp_u) - np.log(exp_s) - gap
    p_unseen = (1 / (1 + np.exp(-odds)))[~of_seen].mean()
    return ausuc, gammas[yy.argmax()], p_unseen


def best_of(function):
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        answer = function()
        times.append(time.perf_counter() - start)
    return min(times), answer


def main():
    cli = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "bench.h5"
        write_run(path)
        path.read_bytes()
        ours, output = best_of(lambda: subprocess.run(
            [cli, "analyze", str(path)], check=True, capture_output=True, text=True).stdout)
        theirs, (ausuc, _, _) = best_of(lambda: numpy_curve(path))
        if f"AUSUC {ausuc:.3f}" not in output:
            sys.exit(f"numpy finds an AUSUC of {ausuc}, but Seesaw says:\n{output}")
        size = os.path.getsize(path) / 1e9
        print(f"open, reduce, all γ: {ours:.3f} s ({size / ours:.1f} GB/s, process and all); "
              f"numpy {theirs:.3f} s; {theirs / ours:.1f} times as fast")


main()
