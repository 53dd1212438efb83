#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""seesaw-cli from outside: what it prints, how it ends, what it leaves on disk.

usage: test-cli.py SEESAW_CLI SAMPLE
"""

import csv
import json
import os
import pathlib
import re
import subprocess
import xml.dom.minidom

import h5py
import numpy as np

import damage
from harness import CLI, SAMPLE, expect, fails, main, run

ANALYSIS = """\
SAMPLE: Fine-tuning
1475 test samples, 100 classes (50 seen, 50 unseen), sample average, top-1

epoch 10: AUSUC 0.467, 843 operating points; U samples at γ = 0: P(U|x) 6.2 %, absent recall 4.9 %
                γ      Y/Y      S/Y      U/Y      S/S      U/U        H
            0.000   42.0 %   78.9 %    4.6 %   78.9 %   66.4 %    8.8 %
            \u22121.00   40.7 %   78.9 %    1.9 %   78.9 %   66.4 %    3.7 %
     ALG     7.87   59.3 %   69.2 %   49.3 %   78.9 %   66.4 %   57.6 %
     PCV     13.9   50.2 %   36.5 %   64.1 %   78.9 %   66.4 %   46.5 %
      γ*     8.13   59.8 %   68.5 %   51.0 %   78.9 %   66.4 %   58.4 %
   γ_bal     10.1   57.6 %   57.6 %   57.7 %   78.9 %   66.4 %   57.6 %
nearest class mean: AUSUC 0.650; Y/Y 74.6 %, S/Y 74.3 %, U/Y 75.0 %
mean norm of weights: S 1.427, U 1.332
mean cosine of Δw: within S 0.177, within U 0.627, across \u22120.347
"""


def test_analyze_text(folder):
    result = run("analyze", "--epoch", "10", "--gamma", "-1", SAMPLE)
    expect(result.returncode == 0, result.stderr)
    found = result.stdout.replace(SAMPLE, "SAMPLE").replace("\u202f", " ")
    expect(found == ANALYSIS, found)


def test_analyze_json(folder):
    result = run("analyze", "--json", "--epoch", "10", "--gamma", "2", SAMPLE)
    answer = json.loads(result.stdout)
    expect(answer["file"] == pathlib.Path(SAMPLE).name, answer["file"])
    (epoch,) = answer["results"]
    expect(epoch["at"][1]["gamma"] == 2, epoch["at"][1])
    expect([row.get("which") for row in epoch["at"]] ==
           [None, None, "alg", "pcv", "oracle", "balance"], epoch["at"])
    # 31 of 742 seen-class samples and so on are fractions with 17 digits: nothing is rounded.
    expect(abs(epoch["accuracy"]["yy"] * 1475 - 620) < 1e-9, epoch["accuracy"]["yy"])


def test_several_files(folder):
    answer = json.loads(run("analyze", "--json", "--epoch", "0", SAMPLE, SAMPLE).stdout)
    expect(isinstance(answer, list) and len(answer) == 2, type(answer))
    expect(answer[0] == answer[1], "the same file, twice")


def test_averages(folder):
    plain = json.loads(run("analyze", "--json", "--epoch", "10", SAMPLE).stdout)["results"][0]
    classes = json.loads(run("analyze", "--json", "--epoch", "10", "--average", "class",
                             SAMPLE).stdout)["results"][0]
    top = json.loads(run("analyze", "--json", "--epoch", "10", "--top", "5",
                         SAMPLE).stdout)["results"][0]
    for key in ("yy", "sy", "uy", "ss", "uu", "h"):
        expect(plain["at"][0][key] == plain["accuracy"][key], key)
        expect(classes["at"][0][key] == plain["class_accuracy"][key], key)
        expect(top["at"][0][key] == plain["top5"][key], key)


def write_counts(path, n):
    """n of each: test samples with a label and without one, NaN logits, training samples, folds."""
    with h5py.File(path, "w") as file:
        file.attrs.update(format="seesaw", format_version=1)
        file["class/seen"] = np.array([1, 1, 0, 0], "u1")
        file["epoch"] = [0]
        file["test/label"] = [0] * n + [-1] * n
        logits = np.zeros((1, 2 * n, 4), "f4")
        logits[0, :n, 0] = 1
        logits[0, n:, 1] = np.nan
        file["test/logit"] = logits
        file["train/label"] = [0] * n
        file["train/logit"] = np.zeros((1, n, 4), "f4")
        for k in range(n):
            file[f"fold/{k}/seen"] = np.array([1, 0, 0, 0], "u1")
            file[f"fold/{k}/label"] = [0]
            file[f"fold/{k}/logit"] = np.zeros((1, 4), "f4")


def test_counts_in_words(folder):
    path = str(folder / "counts.h5")
    for n, said in ((1, ("1 logit is NaN and counts as", "1 sample has no label and is left out")),
                    (2, ("2 logits are NaN and count as", "2 samples have no label and are left out"))):
        write_counts(path, n)
        text = run("analyze", path).stdout
        for words in said:
            expect(words in text, f"no {words!r} in {text}")
        s = "s" if n > 1 else ""
        text = run("info", path).stdout
        expect(f"{n} training sample{s}, {n} fold{s}\n" in text, text)


def test_one_operating_point(folder):
    """A lone sample that no γ makes right."""
    path = str(folder / "one.h5")
    with h5py.File(path, "w") as file:
        file.attrs.update(format="seesaw", format_version=1)
        file["class/seen"] = np.array([1, 1, 0, 0], "u1")
        file["epoch"] = [0]
        file["test/label"] = [0]
        file["test/logit"] = np.array([[[0, 1, 0, 0]]], "f4")
    text = run("analyze", path).stdout
    expect("1 operating point; " in text and "1 test sample, 4" in text, text)
    expect("1 test sample\n" in run("info", path).stdout, "info")


def test_score_text(folder):
    text = run("analyze", "--epoch", "10", "--score", "ncm", SAMPLE).stdout
    expect("AUSUC 0.650, 1209 operating points" in text, text)
    expect("74.6\u202f%" in text and "scores are cosines" in text, text)
    expect("P(U|x)" not in text and "ALG" not in text, text)


def test_score_of_nothing(folder):
    damage.write_run(folder / "plain.h5")
    for command in (["analyze"], ["analyze", "--json"]):
        fails(run(*command, "--score", "ncm", str(folder / "plain.h5")), "plain.h5",
              "/train/feature", "/test/feature", "record")
    fails(run("analyze", "--score", "best", SAMPLE), "--score")


def test_info(folder):
    result = run("info", SAMPLE)
    expect(result.returncode == 0, result.stderr)
    for line in ("100 classes (50 seen, 50 unseen), 1475 test samples",
                 "epochs 0 1 2 3 4 5 6 7 8 9 10",
                 "  learning_rate        0.003",
                 "  /test/logit          [11, 1475, 100] float16, chunks [1, 256, 100], "
                 "shuffle, deflate"):
        expect(line in result.stdout.splitlines(), f"{line!r} is not in {result.stdout}")


def test_plot(folder):
    for end in ("pdf", "svg", "png"):
        path = folder / f"curve.{end}"
        result = run("plot", "curve", SAMPLE, "--gamma", "7.87", "--width", "5.5in", "-o", str(path))
        expect(result.returncode == 0, result.stderr)
        expect(path.stat().st_size > 1000, "an empty figure")
    # 5.5 in are 396 pt; PNG has 300 pixels an inch.
    expect(b"/MediaBox [ 0 0 396 316.8" in (folder / "curve.pdf").read_bytes(), "size of the PDF")
    svg = xml.dom.minidom.parse(str(folder / "curve.svg")).documentElement
    expect(svg.getAttribute("width") == "396pt", svg.getAttribute("width"))
    png = (folder / "curve.png").read_bytes()
    expect(int.from_bytes(png[16:20], "big") == 1650, "width of the PNG")


def test_plot_all(folder):
    """Every figure that is listed can be drawn, and so can groups of them."""
    lines = run("plot", "--list").stdout.split("\n\n")[0].splitlines()
    figures = [line.split()[0] for line in lines if not line.startswith(" ")]
    expect("margins/margins" in figures and "drift" in figures, f"{figures} are too few")
    for figure in figures + ["histories", "margins", "class"]:
        path = folder / f"{figure.replace('/', '-')}.png"
        options = ["--class", "7"] if figure.startswith("class") else []
        result = run("plot", figure, SAMPLE, "-o", str(path), *options)
        expect(result.returncode == 0, f"{figure}: {result.stderr}")
        expect(path.stat().st_size > 5000, f"{figure} is empty")


def test_plot_options(folder):
    pictures = set()
    for options in ("--order index", "--order name", "--order norm", "--order cluster",
                    "--measure pearson", "--epoch 2", "--class 3"):
        path = folder / "drift.png"
        result = run("plot", "drift", SAMPLE, "-o", str(path), *options.split())
        expect(result.returncode == 0, result.stderr)
        pictures.add(path.read_bytes())
    expect(len(pictures) >= 6, "options make no difference")


def test_plot_style(folder):
    """Each option of a style makes a difference; together they are what a file of them is."""
    settings = {"width": "84mm", "height": "60mm", "font": "Serif", "font-size": "9.5", "line-width": "0.6",
                "legend": "below", "xlim": "20,70", "ylim": "0,80", "ticks": "4", "unit": "fraction",
                "palette": "greyscale", "background": "transparent", "dpi": "120"}
    path = folder / "curve.png"

    def draw(*options):
        result = run("plot", "curve", SAMPLE, "--gamma", "7.87", "-o", str(path), *options)
        expect(result.returncode == 0, result.stderr)
        return path.read_bytes()

    pictures = {draw(), draw("--no-grid"), draw("--preset", "ieee-full"), draw("--style", "slide")}
    for name, text in settings.items():
        pictures.add(draw(f"--{name}", text))
    expect(len(pictures) == 4 + len(settings), f"{len(pictures)} pictures are too few")
    expect(draw("--grid") == draw(), "a grid is not there by default")

    style = folder / "style.json"
    members = {**settings, "font-size": 9.5, "line-width": 0.6, "xlim": [20, 70], "ylim": [0, 80], "ticks": 4,
               "dpi": 120}
    style.write_text(json.dumps(members))
    options = [f"--{name}={text}" for name, text in settings.items()]
    expect(draw("--style", str(style)) == draw(*options), "a file is not what its settings are")
    expect(draw("--ticks=6", "--style", str(style)) == draw(*options, "--ticks", "6"),
           "what is said does not take precedence")
    png = draw(*options)
    expect(int.from_bytes(png[16:20], "big") == round(84 / 25.4 * 120), "width of the PNG")
    expect(int.from_bytes(png[20:24], "big") == round(60 / 25.4 * 120), "height of the PNG")


def test_plot_preset_sizes(folder):
    """Widths of columns, worked out from the style files: 252 of TeX's points are 251.06 of PDF's."""
    for preset, width in {"icml": 234, "cvpr": 236.25, "acl-full": 453.54, "ieee": 251.06, "slide": 841.89}.items():
        path = folder / f"{preset}.pdf"
        result = run("plot", "gap", SAMPLE, "-o", str(path), "--preset", preset)
        expect(result.returncode == 0, result.stderr)
        box = re.search(rb"/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]", path.read_bytes())
        expect(abs(float(box[1]) - width) < 0.01, f"{preset}: {box[1]}")
        if preset == "slide":
            expect(abs(float(box[2]) * 16 / 9 - width) < 0.01, f"{preset}: {box[2]}")


def test_plot_data(folder):
    run("plot", "curve", SAMPLE, "-o", str(folder / "a.b.pdf"), "--data")
    run("plot", "margins", SAMPLE, "-o", str(folder / "m.svg"), "--data")
    exported = run("plot", "compare", SAMPLE, "-o", str(folder / "c.png"), "--data")
    expect(exported.returncode == 0, exported.stderr)
    expect(sorted(os.listdir(folder)) == ["a.b.csv", "a.b.pdf", "c.csv", "c.png", "m-margin-distribution.csv",
                                          "m-margin.csv", "m-margins.csv", "m.svg"], os.listdir(folder))
    with open(folder / "a.b.csv", newline="") as file:
        rows = list(csv.reader(file))
    expect(len(rows) > 100, f"{len(rows)} rows are too few")
    expect(len({len(row) for row in rows}) == 1, "rows of different lengths")


def test_plot_is_reproducible(folder):
    pictures = []
    for name in ("a.pdf", "b.pdf"):
        run("plot", "curve", SAMPLE, "-o", str(folder / name), SOURCE_DATE_EPOCH="1000000000")
        pictures.append((folder / name).read_bytes())
    expect(pictures[0] == pictures[1], "two figures differ")


def test_plot_errors(folder):
    out = str(folder / "curve.pdf")
    fails(run("plot", "curve", SAMPLE), "-o OUT")
    fails(run("plot", "curve", SAMPLE, "-o", str(folder / "curve.doc")), "curve.doc", ".pdf")
    fails(run("plot", "curve", SAMPLE, "-o", "/nowhere/curve.pdf"), "/nowhere/curve.pdf")
    fails(run("plot", "curve", SAMPLE, "-o", out, "--width", "wide"), "wide")
    fails(run("plot", "curve", SAMPLE, "-o", out, "--width", "10m"), "10m")
    fails(run("plot", "curve", SAMPLE, "-o", out, "--width", "0in"), "width", "0 points", "36")
    fails(run("plot", "curve", SAMPLE, "-o", out, "--epoch", "77"), "no epoch 77", "0 to 10")
    fails(run("plot", "curve", SAMPLE, "-o", out, "--epoch", "worst"), "--epoch", "best")
    fails(run("plot", "pie", SAMPLE, "-o", out), "pie", "--list")
    fails(run("plot", "gap/curve", SAMPLE, "-o", out), "gap/curve", "--list")
    fails(run("plot", "class", SAMPLE, "-o", out), "--class")
    fails(run("plot", "drift", SAMPLE, "-o", out, "--class", "100"), "no class 100", "0 to 99")
    fails(run("plot", "drift", SAMPLE, "-o", out, "--order", "size"), "--order", "cluster", "size")
    fails(run("plot", "margins", SAMPLE, "-o", out, "--top", "3"), "--top")
    fails(run("plot", "gap", SAMPLE, "-o", out, "--gamma", "x"), "--gamma")
    for options, words in {
        "--width 10000mm": ["width", "28346.5 points", "7200"],
        "--height 0pt": ["height", "0 points"],
        "--font NoSuchFont": ["“NoSuchFont” is not installed"],
        "--font-size 0": ["font-size", "0 found"],
        "--line-width thick": ["line-width", "“thick”", "a number"],
        "--legend left": ["legend", "“left”", "top-left"],
        "--palette jet": ["palette", "“jet”", "okabe-ito"],
        "--unit permille": ["unit", "fraction"],
        "--background red": ["background", "transparent"],
        "--ticks 1": ["ticks", "1 found"],
        "--xlim 5": ["xlim", "“5”", "two numbers"],
        "--ylim 5,5": ["ylim", "5 to 5"],
        "--dpi 1": ["dpi", "1 found"],
        "--preset nature": ["“nature”", "neurips"],
        "--style nature": ["“nature”", "neurips"],
        "--style /nowhere/style.json": ["/nowhere/style.json"],
    }.items():
        fails(run("plot", "curve", SAMPLE, "-o", out, *options.split()), *words)
        fails(run("plot", "compare", SAMPLE, "-o", out, *options.split()), *words)
    fails(run("plot", "drift", SAMPLE, "-o", out, "--xlim", "0,1"), "xlim", "names")
    expect(not os.listdir(folder), f"files were left: {os.listdir(folder)}")


def test_usage_errors(folder):
    fails(run("dance"), "dance")
    fails(run("info"), "one file")
    fails(run("analyze"), "one file or more")
    fails(run("analyze", "--gamma", "much", SAMPLE), "much")
    for gamma in ("nan", "inf", "-inf", "infinity", "1e400", "-1e400"):
        for command in (["analyze"], ["analyze", "--json"], ["export", "classes"],
                        ["plot", "curve", "-o", str(folder / "curve.pdf")]):
            fails(run(*command, f"--gamma={gamma}", SAMPLE), f"--gamma {gamma} is no number")
    fails(run("analyze", "--average", "moon", SAMPLE), "--average")
    fails(run("analyze", "--top", "3", SAMPLE), "--top")
    fails(run("analyze", "--epoch", "x", SAMPLE), "--epoch")
    fails(run("analyze", "--epoch", "99", SAMPLE), "no epoch 99", SAMPLE)
    for number in ("99999999999", "-99999999999", "99999999999999999999"):
        for command in (["analyze"], ["analyze", "--json"], ["export", "curve"]):
            fails(run(*command, "--epoch", number, SAMPLE), f"no epoch {number};", SAMPLE)
        for command in (["export", "table"], ["plot", "compare", "-o", str(folder / "compare.pdf")]):
            fails(run(*command, "--epoch", number, SAMPLE), f"no run has an epoch {number}")
    fails(run("analyze", "--frobnicate", SAMPLE), "--frobnicate")


def test_file_errors(folder):
    text = folder / "notes.h5"
    text.write_text("not HDF5")
    cut = folder / "cut.h5"
    cut.write_bytes(pathlib.Path(SAMPLE).read_bytes()[:200_000])
    for command in (("info",), ("analyze",), ("analyze", "--json")):
        fails(run(*command, "/nowhere/x.h5"), "/nowhere/x.h5: ", "No such file")
        fails(run(*command, str(folder)), str(folder), "folder")
        fails(run(*command, str(text)), str(text), "not an HDF5 file")
        fails(run(*command, str(cut)), str(cut), "cut short")
    fails(run("analyze", "--json", SAMPLE, str(text)), str(text))


def test_output_to_a_full_disk(folder):
    for command in (["info", SAMPLE], ["analyze", "--epoch", "0", SAMPLE],
                    ["analyze", "--json", "--epoch", "0", SAMPLE], ["export", "classes", SAMPLE],
                    ["plot", "--list"], ["analyze", "--help"], ["--help"], ["--version"]):
        with open("/dev/full", "w") as full:
            result = subprocess.run([CLI, *command], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
        expect(result.returncode == 1, f"{command}: exit status {result.returncode}")
        expect(result.stderr.startswith("seesaw-cli: standard output"), result.stderr)
        expect("No space left" in result.stderr and result.stderr.count("\n") == 1, result.stderr)


def test_closed_output(folder):
    for command in ("info", "analyze --epoch 0", "--version"):
        path = [] if command == "--version" else [SAMPLE]
        for closed in (">&-", "<&- >&-"):
            result = subprocess.run(["sh", "-c", f'"$@" {closed}', "sh", CLI, *command.split(), *path],
                                    capture_output=True, text=True, timeout=60)
            fails(result, "standard output", "Bad file descriptor")


def test_help_and_version(folder):
    expect(run("--version").stdout.startswith("seesaw-cli "), "version")
    expect("analyze" in run("--help").stdout, "help")
    expect("--gamma" in run("analyze", "--help").stdout, "help of analyze")


main(globals())
