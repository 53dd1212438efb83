# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run says, found by numpy from the file: every score compared at every γ."""

import h5py
import numpy as np


class Run:
    def __init__(self, path, epoch):
        with h5py.File(path) as run:
            numbers = run["epoch"][:].tolist()
            e, start = numbers.index(epoch), numbers.index(0)
            self.seen = run["class/seen"][:] == 1
            self.names = [name.decode() for name in run["class/name"][:]]
            self.label = run["test/label"][:]
            self.logit = run["test/logit"][e].astype(float)
            weight = run["classifier/weight"][:].astype(float)
            bias = run["classifier/bias"][:].astype(float)
            train = unit_rows(run["train/feature"][e].astype(float))
            test = unit_rows(run["test/feature"][e].astype(float))
            train_label = run["train/label"][:]
        means = np.stack([train[train_label == c].mean(0) for c in range(len(self.seen))])
        self.ncm = test @ unit_rows(means).T
        self.weight, self.start = weight[e], weight[start]
        self.bias_change = bias[e] - bias[start]
        self.drift = self.weight - self.start

    def right(self, scores, gamma, top=1, among=None):
        """Whether the label is among the top scores; equal scores go to the lowest class."""
        scores = scores + np.where(self.seen, 0.0, gamma)
        if among is not None:
            scores = np.where(among, scores, -np.inf)
        order = np.argsort(-scores, axis=1, kind="stable")[:, :top]
        return (order == self.label[:, None]).any(1)

    def accuracy(self, scores, gamma, top=1):
        right = self.right(scores, gamma, top)
        of_seen = self.seen[self.label]
        sy, uy = right[of_seen].mean(), right[~of_seen].mean()
        return {
            "yy": right.mean(), "sy": sy, "uy": uy, "h": 2 * sy * uy / (sy + uy),
            "ss": self.right(scores, 0, top, self.seen)[of_seen].mean(),
            "uu": self.right(scores, 0, top, ~self.seen)[~of_seen].mean(),
        }

    def prediction(self, scores, gamma):
        return (scores + np.where(self.seen, 0.0, gamma)).argmax(1)


def unit_rows(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)
