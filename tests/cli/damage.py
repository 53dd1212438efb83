# SPDX-License-Identifier: GPL-3.0-or-later
"""A small run, and copies of it with a few bytes changed: some crash or hang HDF5."""

import h5py
import numpy as np


def write_run(path):
    rng = np.random.default_rng(5)
    with h5py.File(path, "w") as run:
        run.attrs.update(format="seesaw", format_version=1, name="Small", method="none")
        run["class/seen"] = (np.arange(8) % 2).astype("u1")
        run["class/name"] = [f"class {c}" for c in range(8)]
        run["epoch"] = np.arange(2)
        run["test/label"] = rng.integers(0, 8, 60)
        run.create_dataset("test/logit", data=rng.standard_normal((2, 60, 8)).astype("f2"),
                           chunks=(1, 20, 8), shuffle=True, compression="gzip")
        run["train/label"] = rng.integers(0, 8, 30)
        run["train/logit"] = rng.standard_normal((2, 30, 8)).astype("f4")


def write_copies(folder, n, rng):
    sound = folder / "sound.h5"
    write_run(sound)
    original = sound.read_bytes()
    copies = []
    for number in range(n):
        content = bytearray(original)
        for _ in range(rng.randint(1, 5)):
            content[rng.randrange(len(content))] = rng.randrange(256)
        copies.append(folder / f"damaged-{number:03}.h5")
        copies[-1].write_bytes(content)
    return copies
