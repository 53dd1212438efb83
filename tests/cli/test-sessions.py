#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of a session: what it says is what options would say.

usage: test-sessions.py SEESAW_CLI SAMPLE
"""

import json
import pathlib
import shutil

from harness import SAMPLE, expect, fails, main, run


def session(folder, runs, **members):
    path = folder / "s.seesaw"
    path.write_text(json.dumps(
        {"format": "seesaw-session", "format_version": 1, "runs": runs, **members}))
    return str(path)


def copies(folder, n):
    return [shutil.copy(SAMPLE, folder / f"{name}.h5") for name in "abcd"[:n]]


def plot(*arguments):
    output = pathlib.Path(arguments[-1])
    result = run("plot", *arguments[:-1], "-o", arguments[-1], SOURCE_DATE_EPOCH="0")
    expect(result.returncode == 0, result.stderr)
    return output.read_bytes()


def test_same_as_files(folder):
    paths = copies(folder, 2)
    saved = session(folder, [{"path": "a.h5", "present": True, "style": 0},
                             {"path": "b.h5", "style": 1}],
                    gamma={"logit": 2.5}, epoch=3, average="class", top=5)
    way = ["--gamma", "2.5", "--epoch", "3", "--average", "class", "--top", "5"]
    for figure in "curve", "histories", "margins":
        expect(plot(figure, "--session", saved, folder / "x.svg")
               == plot(figure, *paths, *way, folder / "y.svg"), figure)


def test_present_run_alone(folder):
    copies(folder, 2)
    saved = session(folder, [{"path": "a.h5"},
                             {"path": "b.h5", "present": True, "gamma": {"logit": "alg"}}],
                    gamma={"logit": -1.0})
    expect(plot("gap", "--session", saved, folder / "x.svg")
           == plot("gap", str(folder / "b.h5"), "--gamma", "alg", folder / "y.svg"), "γ_ALG of b")
    expect(plot("gap", "--session", saved, "--gamma", "1", folder / "x.svg")
           == plot("gap", str(folder / "b.h5"), "--gamma", "1", folder / "y.svg"),
           "an option takes precedence")


def test_best_epoch(folder):
    path, = copies(folder, 1)
    results = json.loads(run("analyze", "--json", path).stdout)["results"]
    right = {at["yy"]: result["epoch"] for result in reversed(results) if result["epoch"] != 0
             for at in result["at"] if at.get("which") == "alg"}
    best = right[max(right)]
    expect(best != results[-1]["epoch"], "the last epoch is not the best of the sample")
    saved = session(folder, [{"path": "a.h5", "present": True, "epoch": "best"}])
    expect(plot("gap", "--session", saved, folder / "x.svg")
           == plot("gap", path, "--gamma", "0", "--epoch", str(best), folder / "y.svg"),
           f"epoch {best}")
    for text in (saved, "--epoch", "best"), (saved, "--epoch", "last"):
        expect((plot("gap", "--session", *text, folder / "x.svg")
                == plot("gap", path, "--gamma", "0", "--epoch", str(best), folder / "y.svg"))
               == (text[-1] == "best"), f"{text} instead of the session's")
    for figure in "curve", "gap", "histories":
        for word, number in ("best", best), ("last", results[-1]["epoch"]):
            expect(plot(figure, path, "--epoch", word, folder / "x.svg")
                   == plot(figure, path, "--epoch", str(number), folder / "y.svg"),
                   f"{figure} at the {word} epoch")
    other = shutil.copy(path, folder / "c.h5")
    expect(plot("curve", path, other, "--epoch", "best", folder / "x.svg")
           == plot("curve", path, other, "--epoch", str(best), folder / "y.svg"), "each run's best")


def test_looks(folder):
    copies(folder, 3)
    saved = session(folder, [
        {"path": "a.h5", "present": True, "name": "Baseline"},
        {"path": "b.h5", "name": "Ours", "color": "#7b3294"},
        {"path": "c.h5", "name": "Nobody's", "visible": False},
    ], figures={"curve": {"format": "pdf", "style": {"width": 300, "height": 200}}})
    text = plot("curve", "--session", saved, folder / "x.svg").decode()
    expect("Baseline" in text and "Ours" in text, "names of the session")
    expect("Nobody" not in text, "a hidden run")
    expect("rgb(48.2" in text or "#7b3294" in text.lower(), "a colour chosen by hand")
    expect('width="300pt"' in text and 'height="200pt"' in text, "the figure's settings")
    text = plot("curve", "--session", saved, "--width", "400pt", folder / "x.svg").decode()
    expect('width="400pt"' in text, "an option takes precedence")


def test_comparison(folder):
    copies(folder, 3)
    saved = session(folder, [{"path": "a.h5", "present": True, "name": "Baseline"},
                             {"path": "b.h5", "name": "Ours"}, {"path": "c.h5", "visible": False}],
                    compare={"metric": "uy_alg", "x": "name", "epoch": "best"})
    text = plot("compare", "--session", saved, folder / "x.svg").decode()
    expect("Baseline" in text and "Ours" in text, "names of the session")


def test_errors(folder):
    path, = copies(folder, 1)
    out = str(folder / "x.svg")
    saved = session(folder, [{"path": "a.h5", "present": True}])
    fails(run("plot", "curve", path, "--session", saved, "-o", out), "--session")
    fails(run("plot", "curve", "--session", str(folder / "no.seesaw"), "-o", out), "no.seesaw")
    saved = session(folder, [{"path": "gone.h5", "present": True}])
    fails(run("plot", "curve", "--session", saved, "-o", out), "gone.h5")
    fails(run("plot", "compare", "--session", saved, "-o", out), "gone.h5")
    saved = session(folder, [])
    fails(run("plot", "curve", "--session", saved, "-o", out), "no run")
    saved = session(folder, [{"path": "a.h5"}], figures={"curve": {"style": {"width": -3}}})
    fails(run("plot", "curve", "--session", saved, "-o", out), "width")
    expect(not pathlib.Path(out).exists(), "a file in spite of the error")


if __name__ == "__main__":
    main(dict(globals()))
