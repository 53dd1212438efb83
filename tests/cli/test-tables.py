#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables and scores of seesaw-cli, against numpy over the same file.

usage: test-tables.py SEESAW_CLI SAMPLE
"""

import csv
import io
import json
import os
import stat

import h5py
import numpy as np

import brute
import damage
from harness import SAMPLE, expect, fails, main, run, same

GAMMA = 7.87


def table(*arguments):
    result = run("export", *arguments)
    expect(result.returncode == 0, result.stderr)
    return list(csv.DictReader(io.StringIO(result.stdout)))


def same_cell(row, key, value, tolerance=1e-9):
    if np.isnan(value):
        expect(row[key] == "", f"{key}: {row[key]!r}, not empty")
    else:
        same(float(row[key]), value, f"{key} of {list(row.items())[:2]}", tolerance)


def test_score(folder):
    expected = brute.Run(SAMPLE, 10)
    answer = json.loads(run("analyze", "--json", "--epoch", "10", "--score", "ncm", "--gamma",
                            "0.05", SAMPLE).stdout)
    expect(answer["score"] == "ncm", answer["score"])
    (epoch,) = answer["results"]
    for key, gamma, top in (("accuracy", 0, 1), ("top5", 0, 5)):
        for name, value in expected.accuracy(expected.ncm, gamma, top).items():
            same(epoch[key][name], value, f"{key}.{name}")
    for row in epoch["at"]:
        for name, value in expected.accuracy(expected.ncm, row["gamma"]).items():
            same(row[name], value, f"at {row['gamma']}, {name}")
    expect(list(epoch["gamma"]) == ["balance", "oracle"], epoch["gamma"])
    expect(not {"p_unseen", "p_unseen_seen"} & set(epoch), "P(U|x) of cosines")
    absent = ~expected.seen[expected.label]
    of_label = expected.ncm[absent, expected.label[absent]]
    same(epoch["margin"]["label"]["mean"], of_label.mean(), "margin")


def check_classes(rows, run, scores, top):
    for c, row in enumerate(rows):
        of_class = run.label == c
        expect(row["epoch"] == "10" and int(row["class"]) == c, row)
        expect(row["name"] == run.names[c] and row["seen"] == str(int(run.seen[c])), row)
        expect(int(row["samples"]) == of_class.sum(), row)
        before, after = (run.right(scores, g, top)[of_class].mean() for g in (0, GAMMA))
        same_cell(row, "accuracy", before)
        same_cell(row, "accuracy_gamma", after)
        same_cell(row, "change", after - before)
        same_cell(row, "ncm", run.right(run.ncm, 0, top)[of_class].mean())
        norm = np.linalg.norm
        same_cell(row, "drift_norm", norm(run.drift[c]))
        same_cell(row, "cosine_to_start", run.weight[c] @ run.start[c] /
                  norm(run.weight[c]) / norm(run.start[c]))
        same_cell(row, "bias_change", run.bias_change[c])
        counts = np.bincount(run.prediction(scores, GAMMA)[of_class], minlength=len(rows))
        counts[c] = 0
        expect((row["confused_with"], row["confused_name"], row["confused_samples"]) ==
               ((str(counts.argmax()), run.names[counts.argmax()], str(counts.max()))
                if counts.any() else ("", "", "")), row)


def test_classes(folder):
    expected = brute.Run(SAMPLE, 10)
    rows = table("classes", SAMPLE, "--gamma", str(GAMMA))
    expect(len(rows) == 100, len(rows))
    check_classes(rows, expected, expected.logit, 1)


def test_classes_options(folder):
    expected = brute.Run(SAMPLE, 10)
    check_classes(table("classes", SAMPLE, "--gamma", str(GAMMA), "--top", "5"), expected,
                  expected.logit, 5)
    check_classes(table("classes", SAMPLE, "--gamma", str(GAMMA), "--score", "ncm"), expected,
                  expected.ncm, 1)


def check_margins(row, expected, scores, side):
    own = expected.seen if side == "seen" else ~expected.seen
    samples = np.flatnonzero(own[expected.label])
    label = expected.label[samples]
    others = np.where(own, scores[samples], -np.inf)
    others[np.arange(len(samples)), label] = -np.inf
    margin = scores[samples, label] - others.max(1)
    same_cell(row, f"margin_{side}_mean", margin.mean())
    for name, q in (("q1", 25), ("median", 50), ("q3", 75)):
        same_cell(row, f"margin_{side}_{name}", np.percentile(margin, q))


def check_history(row, expected, scores):
    for name, value in expected.accuracy(scores, 0).items():
        same_cell(row, name, value)
        same_cell(row, f"ncm_{name}", expected.accuracy(expected.ncm, 0)[name])
    for name in ("yy", "sy", "uy", "h"):
        same_cell(row, f"{name}_gamma", expected.accuracy(scores, float(row["gamma"]))[name])
    norms = np.linalg.norm(expected.weight, axis=1)
    absent = ~expected.seen[expected.label]
    same_cell(row, "absent_recall", (~expected.seen)[expected.prediction(scores, 0)][absent].mean())
    for side, own in (("seen", expected.seen), ("unseen", ~expected.seen)):
        same_cell(row, f"weight_norm_{side}", norms[own].mean())
        check_margins(row, expected, scores, side)


def test_history(folder):
    rows = table("history", SAMPLE, "--gamma", str(GAMMA))
    expect([row["epoch"] for row in rows] == [str(e) for e in range(11)], rows)
    for epoch in (0, 4, 10):
        expected = brute.Run(SAMPLE, epoch)
        check_history(rows[epoch], expected, expected.logit)
    expect(rows[0]["cosine_seen"] == "" and rows[1]["cosine_seen"] != "", "means of similarity")


def test_history_like_analyze(folder):
    (result,) = json.loads(run("analyze", "--json", "--epoch", "10", SAMPLE).stdout)["results"]
    (row,) = table("history", SAMPLE, "--epoch", "10")
    for name in ("ausuc", "p_unseen", "p_unseen_seen", "absent_recall"):
        expect(float(row[name]) == result[name], name)
    for name in ("alg", "pcv", "oracle", "balance"):
        expect(float(row[f"gamma_{name}"]) == result["gamma"][name], name)
    for name in ("seen", "unseen", "across"):
        expect(float(row[f"cosine_{name}"]) == result["drift"]["cosine"][name], name)


def test_history_of_means(folder):
    (row,) = table("history", SAMPLE, "--epoch", "10", "--score", "ncm", "--gamma", "0.02")
    expected = brute.Run(SAMPLE, 10)
    check_history(row, expected, expected.ncm)
    expect(not any(row[name] for name in ("gamma_alg", "gamma_pcv", "p_unseen", "p_unseen_seen")),
           row)


def test_history_without_much(folder):
    damage.write_run(folder / "plain.h5")
    rows = table("history", str(folder / "plain.h5"))
    expect(len(rows) == 2, rows)
    for name in ("ncm_yy", "weight_norm_seen", "cosine_seen", "gamma_pcv"):
        expect(rows[1][name] == "", f"{name} is {rows[1][name]}")
    expect(rows[1]["gamma_alg"] != "", "the average logit gap")


def test_curve(folder):
    expected = brute.Run(SAMPLE, 10)
    rows = table("curve", SAMPLE, "--epoch", "10")
    expect(len(rows) == 843 and rows[0]["gamma_from"] == "-inf", rows[0])
    gammas = [float(row["gamma_from"]) for row in rows[1:]]
    expect(gammas == sorted(set(gammas)), "γ does not rise")
    for row, low, high in list(zip(rows[1:], gammas, gammas[1:]))[::97]:
        at = expected.accuracy(expected.logit, (low + high) / 2)
        same_cell(row, "sy", at["sy"])
        same_cell(row, "uy", at["uy"])


def test_curve_of_all_epochs(folder):
    rows = table("curve", SAMPLE)
    expect({row["epoch"] for row in rows} == {str(e) for e in range(11)}, "epochs")
    expect(sum(row["epoch"] == "10" for row in rows) == 843, "points of epoch 10")


def test_drift(folder):
    expected = brute.Run(SAMPLE, 10)
    unit = brute.unit_rows(expected.drift)
    result = run("export", "drift", SAMPLE)
    head, *rows = csv.reader(io.StringIO(result.stdout))
    expect(head == ["epoch", "class", "name", *expected.names], head)
    expect([row[2] for row in rows] == expected.names, "names of rows")
    found = np.array([row[3:] for row in rows], float)
    expect(np.abs(found - unit @ unit.T).max() < 1e-6, "similarities")
    expect((found == found.T).all(), "the matrix is not symmetric")


def write_classifier(path, n_classes, rng):
    with h5py.File(path, "w") as file:
        file.attrs.update(format="seesaw", format_version=1)
        file["class/seen"] = (np.arange(n_classes) % 2).astype("u1")
        file["epoch"] = [0, 3]
        file["test/label"] = [0, 1]
        file["test/logit"] = np.zeros((2, 2, n_classes), "f2")
        weight = rng.standard_normal((2, n_classes, 3))
        weight[1, 1] = weight[0, 1]
        file["classifier/weight"] = weight
        return weight


def test_drift_of_odd_classifiers(folder):
    rng = np.random.default_rng(3)
    paths = [str(folder / f"{n}.h5") for n in (3, 5, 4097)]
    weights = [write_classifier(path, n, rng) for path, n in zip(paths, (3, 5, 4097))]
    head, *rows = csv.reader(io.StringIO(run("export", "drift", paths[0]).stdout))
    expect(head == ["epoch", "class", "name", "0", "1", "2"], head)
    unit = brute.unit_rows((weights[0][1] - weights[0][0])[[0, 2]])
    expect(abs(float(rows[0][5]) - unit[0] @ unit[1]) < 1e-6, rows)
    expect(rows[1] == ["3", "1", ""] + 3 * [""] and rows[0][4] == "", rows)  # its Δw is 0
    expect("" not in {row["drift_norm"] for row in table("classes", paths[0])}, "norms")
    expect({row["bias_change"] for row in table("classes", paths[0])} == {""}, "no biases")
    fails(run("export", "drift", paths[0], paths[1]), paths[1], "5 classes", "3")
    fails(run("export", "drift", paths[2]), paths[2], "4097 classes", "4096")
    fails(run("export", "drift", paths[0], "--epoch", "0"), paths[0], "epoch 0")
    rows = table("drift", paths[0], paths[0])
    expect([row["file"] for row in rows] == 6 * [paths[0]], rows)


def test_several_files(folder):
    odd = folder / 'one, "two".h5'
    damage.write_run(odd)
    for name in ("classes", "history", "curve"):
        rows = table(name, SAMPLE, str(odd))
        expect({row["file"] for row in rows} == {SAMPLE, str(odd)}, rows[-1])
        expect("file" not in table(name, str(odd))[0], "a column for one file")


def test_output(folder):
    plain = run("export", "classes", SAMPLE)
    path = folder / "classes.csv"
    path.write_text("old")
    written = run("export", "classes", SAMPLE, "-o", str(path))
    expect(written.returncode == 0 and written.stdout == "", written)
    expect(path.read_text() == plain.stdout == run("export", "classes", SAMPLE, "-o", "-").stdout,
           "the same table everywhere")
    expect(os.listdir(folder) == ["classes.csv"], os.listdir(folder))
    expect(run("export", "classes", SAMPLE, "-o", "/dev/null").returncode == 0, "a device")
    expect(stat.S_ISCHR(os.stat("/dev/null").st_mode), "/dev/null is no device any more")


def test_errors(folder):
    out = str(folder / "out.csv")
    damage.write_run(folder / "plain.h5")
    plain = str(folder / "plain.h5")
    fails(run("export", "drift", plain, "-o", out), plain, "/classifier/weight", "record")
    fails(run("export", "classes", plain, "--score", "ncm", "-o", out), plain, "/test/feature")
    fails(run("export", "classes", plain, "/nowhere/x.h5", "-o", out), "/nowhere/x.h5")
    fails(run("export", "curve", plain, "--epoch", "9", "-o", out), plain, "no epoch 9")
    fails(run("export", "curve", plain, "-o", "/nowhere/out.csv"), "/nowhere/out.csv")
    fails(run("export", "curve", plain, "-o", str(folder / "out.tex")), "out.tex", ".csv")
    fails(run("export", "curve", plain, "-o", str(folder)), str(folder))
    fails(run("export", "curve", plain, "-o", "/dev/full"), "/dev/full", "No space")
    fails(run("export", "curve"), "classes, history, curve")
    fails(run("export", "pie", plain), "classes, history, curve")
    fails(run("export", "curve", plain, "--gamma", "1", "--gamma", "2"), "one --gamma")
    expect(os.listdir(folder) == ["plain.h5"], os.listdir(folder))


main(globals())
