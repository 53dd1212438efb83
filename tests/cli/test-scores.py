#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of runs that have features, and of those that have none.

usage: test-scores.py SEESAW_CLI SAMPLE
"""

import json
import os
import shutil
import xml.etree.ElementTree as ElementTree

import h5py

from harness import SAMPLE, expect, fails, main, run

SENTENCE = "nearest class means need"


def bare(folder, *more):
    """The sample without features, and weights unless they are asked for."""
    path = folder / "bare.h5"
    with h5py.File(SAMPLE) as old, h5py.File(path, "w") as new:
        new.attrs.update(old.attrs)
        new.attrs["name"] = "Bare"
        for name in ("class/seen", "class/name", "epoch", "test/label", "test/logit", *more):
            new[name] = old[name][()]
    return str(path)


def plot(figure, *arguments):
    result = run("plot", figure, *arguments, SOURCE_DATE_EPOCH="0")
    expect(result.returncode == 0, f"{figure}: {result.stderr}")
    return result.stderr


def test_no_other_score(folder):
    path, out = bare(folder, "classifier/weight"), str(folder / "x.svg")
    for figure in "curve", "gap", "gap-scale", "margins", "histories", "gain", "margin":
        fails(run("plot", figure, "--score", "ncm", path, "-o", out), path, SENTENCE, "record")
    for order in (SAMPLE, path), (path, SAMPLE):
        fails(run("plot", "curve", "--score", "ncm", *order, "-o", out), path, SENTENCE)
    expect(not os.path.exists(out), "a file in spite of the error")


def test_figures_without_score(folder):
    path, out = bare(folder, "classifier/weight"), folder / "x.svg"
    for figure in "drift", "history-norm", "history-ausuc":
        plot(figure, "--score", "ncm", path, "-o", str(out))
        written = out.read_bytes()
        plot(figure, path, "-o", str(out))
        expect(written == out.read_bytes(), f"{figure} is another one by another score")


def test_session_leaves_out(folder):
    bare(folder)
    shutil.copy(SAMPLE, folder / "a.h5")
    shutil.copy(SAMPLE, folder / "b.h5")
    saved, out = folder / "s.seesaw", folder / "x.svg"
    runs = [{"path": "bare.h5"}, {"path": "a.h5", "present": True, "style": 0},
            {"path": "b.h5", "style": 1}]
    session = {"format": "seesaw-session", "format_version": 1, "score": "ncm", "runs": runs}
    saved.write_text(json.dumps(session))
    told = plot("curve", "--session", str(saved), "-o", str(out))
    expect("bare.h5" in told and SENTENCE in told and told.count("\n") == 1, told)
    written = out.read_bytes()
    runs.pop(0)
    saved.write_text(json.dumps(session))
    expect(plot("curve", "--session", str(saved), "-o", str(out)) == "", "nothing is left out")
    expect(written == out.read_bytes(), "a run without features was drawn")
    runs[:] = [{"path": "bare.h5", "present": True}, {"path": "a.h5"}]
    saved.write_text(json.dumps(session))
    fails(run("plot", "curve", "--session", str(saved), "-o", str(out)), "bare.h5", SENTENCE)
    runs[0]["present"], session["score"] = True, "logit"
    saved.write_text(json.dumps(session))
    expect(plot("curve", "--session", str(saved), "-o", str(out)) == "", "logits need no features")


def test_figures_say_ncm(folder):
    out = folder / "x.svg"
    shutil.copy(SAMPLE, folder / "a.h5")
    for figure in "curve", "gap", "margins":
        plot(figure, "--score", "ncm", "--gamma", "0.25", SAMPLE, "-o", str(out))
        expect(f"<desc>{os.path.basename(SAMPLE)}, NCM, γ = 0.25</desc>" in out.read_text(), figure)
    plot("curve", "--score", "ncm", SAMPLE, str(folder / "a.h5"), "-o", str(out))
    text = out.read_text()
    expect("glyphs.h5, NCM, γ = 0; a.h5, NCM, γ = 0" in text, "all runs")
    expect(text.count("NCM, AUSUC 0.650") == 2, "a legend does not say NCM")
    for figure, options in ("curve", []), ("drift", ["--score", "ncm"]):
        plot(figure, *options, SAMPLE, "-o", str(out))
        expect("NCM" not in out.read_text(), f"{figure} has no nearest class means")


def histories(*paths, out):
    plot("histories", *paths, "-o", str(out))
    texts = ElementTree.parse(out).getroot().iter("{http://www.w3.org/2000/svg}text")
    return ["".join(text.itertext()) for text in texts]


def test_histories_in_any_order(folder):
    """A panel that one run has is there, and a line that one run has is explained."""
    path, out = bare(folder), folder / "x.svg"
    for paths in (SAMPLE, path), (path, SAMPLE):
        texts = histories(*paths, out=out)
        for word in ("NCM accuracy", "Classifier weights", "NCM", "Classifier"):
            expect(word in texts, f"no {word!r} in {texts}")
        expect(texts.count("NCM") == 1, "NCM is explained twice")
    texts = histories(path, out=out)
    expect("NCM accuracy" not in texts and "Classifier weights" not in texts, "panels of nothing")
    plot("history-ncm", path, SAMPLE, "-o", str(out))
    fails(run("plot", "history-ncm", path, path, "-o", str(out)), path, "/test/feature")


def test_comparison(folder):
    path = bare(folder)
    fails(run("plot", "compare", "--metric", "ncm_yy", path, "-o", str(folder / "x.svg")),
          "nearest class means features")
    rows = run("export", "table", "--metrics", "ncm_yy", SAMPLE, path, "-o", "-").stdout
    expect([bool(row.split(",")[-1]) for row in rows.splitlines()[1:]] == [True, False], rows)


if __name__ == "__main__":
    main(dict(globals()))
