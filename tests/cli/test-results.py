#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of results: small runs by hand, and the figures that an independent implementation left
beside real ones.

usage: test-results.py SEESAW_CLI SAMPLE FOLDER
"""

import csv
import io
import json
import math
import pathlib
import shutil
import statistics
import subprocess
import sys

import h5py
import numpy as np

from harness import SAMPLE, Skip, expect, fails, main, run, same

FOLDER = pathlib.Path(sys.argv[3])
MINIMAL = r"""\documentclass{article}
\usepackage{booktabs}
\begin{document}
%s
\end{document}
"""


def write_run(path, name, right, **attributes):
    """Four classes, two of them seen; of ten samples a class, so many are right at γ = 0, and one
    more seen and one fewer unseen one before fine-tuning. Others are taken for class 0 or 1."""
    label = np.repeat(np.arange(4), 10)
    logit = np.zeros((2, 40, 4))
    for epoch in range(2):
        for sample, c in enumerate(label):
            is_right = sample % 10 < right + (1 - epoch) * (1 if c < 2 else -1)
            logit[epoch, sample, c if is_right else (1 if c == 0 else 0)] = 2
    with h5py.File(path, "w") as file:
        file.attrs.update(format="seesaw", format_version=1, name=name, **attributes)
        file["class/seen"] = np.array([1, 1, 0, 0], "u1")
        file["epoch"] = np.arange(2)
        file["test/label"] = label
        file["test/logit"] = logit
    return str(path)


def write_runs(folder):
    return [
        write_run(folder / "a.h5", "Plain & simple", 5, method="fine_tuning", seed=0),
        write_run(folder / "b.h5", "Plain & simple", 6, method="fine_tuning", seed=1),
        write_run(folder / "c.h5", "50 % | \\x{} ~ [α]", 8, method="probe", seed=0),
    ]


def table(*arguments):
    result = run("export", "table", *arguments)
    expect(result.returncode == 0, result.stderr)
    return list(csv.DictReader(io.StringIO(result.stdout)))


def text(*arguments):
    result = run("export", "table", *arguments)
    expect(result.returncode == 0, result.stderr)
    return result.stdout


def golden(found, expected):
    for a, b in zip(found.splitlines(), expected.strip("\n").splitlines()):
        expect(a == b, f"found {a!r}, expected {b!r}")
    expect(found.count("\n") == expected.strip("\n").count("\n") + 1, found)


def test_csv(folder):
    golden(text(*write_runs(folder), "--metrics", "yy,sy_0,ncm_yy"), r'''
name,file,pretrained_yy,yy,yy_alg,yy_pcv,yy_oracle,sy,ncm_yy
Plain & simple,a.h5,0.5,0.5,,,0.5,0.5,
Plain & simple,b.h5,0.59999999999999998,0.59999999999999998,,,0.59999999999999998,0.59999999999999998,
50 % | \x{} ~ [α],c.h5,0.80000000000000004,0.80000000000000004,,,0.80000000000000004,0.80000000000000004,
''')


def test_grouped_csv(folder):
    rows = table(*write_runs(folder), "--metrics", "yy_0", "--group-by", "method", "--sort", "yy")
    expect([row["method"] for row in rows] == ["probe", "fine_tuning"], rows)
    expect([row["runs"] for row in rows] == ["1", "2"], rows)
    expect(rows[0]["yy_sd"] == "", rows)
    same(float(rows[1]["yy"]), 0.55, "mean")
    same(float(rows[1]["yy_sd"]), statistics.stdev([0.5, 0.6]), "standard deviation")


def test_markdown(folder):
    golden(text(*write_runs(folder), "--metrics", "yy_0,sy_0", "--format", "md"), r'''
| Run | File | Acc Y/Y, Fine-tuned (%) | Acc S/Y, Fine-tuned (%) |
| --- | --- | ---: | ---: |
| Plain & simple | a.h5 | 50.0 | 50.0 |
| Plain & simple | b.h5 | <u>60.0</u> | <u>60.0</u> |
| 50 % \| \\x{} ~ \[α\] | c.h5 | **80.0** | **80.0** |
''')


def test_tabs(folder):
    paths = write_runs(folder)
    rows = text(*paths, "--metrics", "yy_0", "--group-by", "method",
                "--format", "tsv").split("\n")
    expect(rows == ["Method\tRuns\tAcc Y/Y, Fine-tuned (%)", "fine_tuning\t2\t55.0 ± 7.1",
                    "probe\t1\t80.0", ""], rows)


def test_grouped_latex(folder):
    """With r of 10 right of each class, the curve goes through (r/10, 0), (r/10, r/10) and
    (0, (10 + r)/20): half of the samples of class 2 tie with class 3 and win."""
    golden(text(*write_runs(folder), "--metrics", "yy,ausuc", "--group-by", "method",
                "--format", "tex"), r'''
% By itself this is a document. A paper may \input it; its preamble needs
%   \usepackage{booktabs}
\expandafter\ifx\csname @nodocument\endcsname\relax
  \let\seesawend\relax
  \ifx\toprule\undefined
    \errmessage{Put \string\usepackage{booktabs} into the preamble}
  \fi
\else
  \documentclass{article}
  \usepackage{booktabs}
  \usepackage[landscape,margin=15mm]{geometry}
  \pagestyle{empty}
  \begin{document}
  \def\seesawend{\end{document}}
\fi
\begin{table}
  \centering
  \small
  \caption{Results of the runs; the best of each column bold, the second best underlined. Mean\,$\pm$\,standard deviation over runs.}
  \label{tab:results}
  \setlength{\tabcolsep}{4pt}
  \begin{tabular}{lrrrrrr}
    \toprule
    & & \multicolumn{3}{c}{Acc Y/Y (\%)} & \multicolumn{2}{c}{AUSUC} \\
    \cmidrule(lr){3-5} \cmidrule(lr){6-7}
    Method & Runs & \shortstack[r]{Pre-\\trained} & \shortstack[r]{Fine-\\tuned} & $+\gamma^{*}$ & \shortstack[r]{Pre-\\trained} & \shortstack[r]{Fine-\\tuned} \\
    \midrule
    fine\_tuning & 2 & 55.0\,$\pm$\,7.1 & \underline{55.0}\,$\pm$\,7.1 & \underline{55.0}\,$\pm$\,7.1 & 0.384\,$\pm$\,0.076 & \underline{0.366}\,$\pm$\,0.076 \\
    probe & 1 & 80.0 & \textbf{80.0} & \textbf{80.0} & 0.697 & \textbf{0.680} \\
    \bottomrule
  \end{tabular}
\end{table}
\seesawend
''')


def test_split(folder):
    """Blocks are ranked each by itself, and a block of one is not ranked."""
    latex = text(*write_runs(folder), "--metrics", "yy_0", "--split", "seed", "--format", "tex")
    rows = latex[latex.index("\\midrule"):latex.index("\\bottomrule")].splitlines()
    expect([row.strip() for row in rows] == [
        r"\midrule",
        r"0 & Plain \& simple & a.h5 & \underline{50.0} \\",
        r"& 50 \% \textbar{} \textbackslash{}x\{\} \textasciitilde{} {[}$\alpha${]} & c.h5 & "
        r"\textbf{80.0} \\",
        r"\midrule",
        r"1 & Plain \& simple & b.h5 & 60.0 \\",
        ""], rows)


def test_sort(folder):
    paths = write_runs(folder)
    for key, expected in (("yy", "cba"), ("-yy", "abc"), ("-seed", "bac"), ("file", "abc")):
        rows = table(*paths, "--metrics", "yy_0", "--sort", key)
        expect("".join(row["file"][0] for row in rows) == expected, f"by {key}: {rows}")


def test_epoch(folder):
    for epoch, value in (("0", 0.6), ("last", 0.5), ("best", 0.5)):
        (row,) = table(write_runs(folder)[0], "--metrics", "sy_0,sy_oracle", "--epoch", epoch)
        same(float(row["sy"]), value, f"epoch {epoch}")


def test_output(folder):
    paths = write_runs(folder)
    for name, first in (("t.csv", "name,"), ("t.tex", "% By"), ("t.md", "| Run"),
                        ("t.tsv", "Run\t")):
        result = run("export", "table", *paths, "-o", str(folder / name))
        expect(result.returncode == 0 and not result.stdout, result.stderr)
        expect((folder / name).read_text().startswith(first), name)


def test_usage(folder):
    paths = write_runs(folder)
    fails(run("export", "table"), "one file or more")
    fails(run("export", "table", *paths, "--metrics", "zz"), "zz", "ncm_yy")
    fails(run("export", "table", *paths, "--metrics", "ausuc_alg"), "ausuc_alg")
    fails(run("export", "table", *paths, "--group-by", "metod"), "metod", "method, seed")
    fails(run("export", "table", *paths, "--sort", "zz"), "zz")
    fails(run("export", "table", *paths, "--epoch", "7"), "a.h5", "7")
    fails(run("export", "table", *paths, "--epoch", "x"), "best")
    fails(run("export", "table", *paths, "--format", "doc"), "--format")
    fails(run("export", "table", *paths, "--average", "x"), "--average")
    fails(run("export", "table", *paths, "--top", "3"), "--top")
    fails(run("export", "table", *paths, "-o", str(folder / "t.png")), ".md")


def plot(folder, *arguments):
    out = folder / "out.svg"
    result = run("plot", *arguments, "-o", str(out))
    expect(result.returncode == 0 and not result.stdout, result.stderr)
    expect(out.stat().st_size > 1000, "an empty figure")


def test_compare(folder):
    paths = write_runs(folder)
    fails(run("plot", "compare", *paths, "--marks", "bars", "--metric",
              "yy,sy,uy,h,ss,uu,yy_oracle,sy_oracle", "-o", str(folder / "f.svg")), "bars", "7")
    plot(folder, "compare", *paths)
    plot(folder, "compare", *paths, "--metric", "yy,pretrained_uy", "--x", "seed", "--split",
         "method", "--epoch", "best", "--width", "5.5in")
    fails(run("plot", "compare", *paths), "-o")
    fails(run("plot", "compare", "-o", "x.svg"), "one file or more")
    out = ("-o", str(folder / "x.svg"))
    fails(run("plot", "compare", *paths, *out, "--metric", "zz"), "zz")
    fails(run("plot", "compare", *paths, *out, "--metric", "yy_pcv"), "none of these runs", "folds")
    fails(run("plot", "compare", *paths, *out, "--metric", "yy,ausuc"), "share an axis")
    fails(run("plot", "compare", *paths, *out, "--x", "zz"), "zz", "seen_classes")
    fails(run("plot", "compare", *paths, *out, "--split", "zz"), "zz")
    fails(run("plot", "compare", *paths, "-o", str(folder / "x.doc")), "x.doc")
    expect("compare " in run("plot", "--list").stdout, "compare is not listed")


def test_metrics_that_no_run_has(folder):
    paths = write_runs(folder)
    out = ("-o", str(folder / "x.svg"))
    result = run("plot", "compare", *paths, *out, "--metric", "yy,yy_pcv,ncm_yy")
    expect(result.returncode == 0 and (folder / "x.svg").exists(), result.stderr)
    expect(result.stderr.count("\n") == 1 and "yy_pcv, ncm_yy," in result.stderr, result.stderr)
    result = run("plot", "compare", *paths, *out, "--metric", "yy,pretrained_yy")
    expect(result.returncode == 0 and not result.stderr, result.stderr)


def test_legend_of_many(folder):
    """In the column of a paper, each of nineteen runs is listed."""
    paths = sorted(FOLDER.glob("*.h5"))
    if shutil.which("pdftotext") is None or len(paths) < 19:
        raise Skip("no pdftotext, or no real runs")
    out = folder / "f.pdf"
    for options in ((), ("--legend", "below"), ("--legend", "top-right")):
        result = run("plot", "curve", *map(str, paths), "--preset", "icml", *options,
                     "-o", str(out))
        expect(result.returncode == 0, result.stderr)
        words = subprocess.run(["pdftotext", out, "-"], capture_output=True, check=True).stdout
        expect(words.count(b"AUSUC") == len(paths), f"{options}: {words.count(b'AUSUC')}")
    for options in ((), ("--legend", "below")):
        fails(run("plot", "curve", *map(str, paths), "--height", "2.5in", *options, "-o", str(out)),
              "legend", "180 points", "take about")


def test_odd_names(folder):
    paths = [write_run(folder / "a.h5", "Two\nlines", 5), write_run(folder / "b.h5", "", 6)]
    rows = table(*paths, "--metrics", "yy_0")
    expect([row["name"] for row in rows] == ["Two lines", "b.h5"], rows)


def test_overlays(folder):
    paths = write_runs(folder)
    with h5py.File(folder / "other.h5", "w") as file:
        file.attrs.update(format="seesaw", format_version=1, name="Other")
        file["class/seen"] = np.array([1, 0, 0], "u1")
        file["epoch"] = np.arange(2)
        file["test/label"] = np.arange(3)
        file["test/logit"] = np.zeros((2, 3, 3))
    plot(folder, "curve", *paths)
    plot(folder, "curve", *paths, "--gamma", "oracle")
    plot(folder, "histories", *paths)
    plot(folder, "margins", *paths, "--side", "seen")
    out = ("-o", str(folder / "x.svg"))
    fails(run("plot", "curve", *paths, str(folder / "other.h5"), *out), "other.h5", "3 classes",
          "has 4")
    fails(run("plot", "gap", *paths, *out), "gap", "one run")
    fails(run("plot", "curve", *paths, *out, "--gamma", "alg"), "a.h5", "alg")
    fails(run("plot", "curve", *paths, *out, "--gamma", "best"), "best", "oracle")


def test_latex_compiles(folder):
    if shutil.which("pdflatex") is None:
        raise Skip("pdflatex is not installed")
    if subprocess.run(["kpsewhich", "booktabs.sty"], capture_output=True).returncode != 0:
        raise Skip("booktabs is not installed")
    odd = write_run(folder / "odd.h5", "*\\_{}$&#%^~<>|\"`[x]-- ü ± γ", 3, method="a_b")
    other = write_run(folder / "other.h5", "한글 Đ", 4, method="방법")
    (folder / "paper.tex").write_text(MINIMAL % r"\input{table} \input{table}")
    for options in ((), ("--group-by", "method"), ("--split", "method")):
        result = run("export", "table", *write_runs(folder), odd, other, *options, "-o",
                     str(folder / "table.tex"))
        expect(result.returncode == 0, result.stderr)
        for name in ("table", "paper"):
            result = subprocess.run(
                ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", name],
                cwd=folder, capture_output=True, timeout=60)
            expect(result.returncode == 0,
                   name + result.stdout.decode(errors="replace")[-600:])


def read_reference(path, epoch=-1):
    results = json.loads(path.read_text())["results"]
    start, result = results[0], results[epoch]
    at = {row["which"]: row for row in result["at"] if "which" in row}
    row = {"yy": result["accuracy"]["yy"], "uy": result["accuracy"]["uy"],
           "h": result["accuracy"]["h"], "ausuc": result["ausuc"],
           "pretrained_yy": start["accuracy"]["yy"], "pretrained_ausuc": start["ausuc"],
           "yy_oracle": at["oracle"]["yy"], "gamma_oracle": result["gamma"]["oracle"]}
    for name in ("alg", "pcv"):
        row[f"yy_{name}"] = at[name]["yy"] if name in at else math.nan
        row[f"h_{name}"] = at[name]["h"] if name in at else math.nan
    ncm = result.get("ncm")
    row["ncm_uy"] = ncm["accuracy"]["uy"] if ncm else math.nan
    row["ncm_ausuc"] = ncm["ausuc"] if ncm else math.nan
    return row


METRICS = "yy,uy,h,ausuc,gamma,ncm_uy,ncm_ausuc"


def same_row(row, expected):
    for key, value in expected.items():
        if math.isnan(value):
            expect(row[key] == "", f"{key}: {row[key]}")
        else:
            same(float(row[key]), value, key)


def test_sample(folder):
    (row,) = table(SAMPLE, "--metrics", METRICS)
    same_row(row, read_reference(pathlib.Path(SAMPLE).with_suffix(".json")))


def references():
    paths = sorted(FOLDER.glob("*.h5"))
    if not paths:
        raise Skip(f"there are no reference runs in {FOLDER}")
    return paths


def test_references(folder):
    paths = references()
    rows = table(*map(str, paths), "--metrics", METRICS)
    for path, row in zip(paths, rows):
        same_row(row, read_reference(path.with_suffix(".json")))


def test_reference_groups(folder):
    """Optimisers over learning rates."""
    paths = [path for path in references() if path.name.startswith("sweep")]
    rows = table(*map(str, paths), "--metrics", METRICS, "--group-by", "optimizer")
    for row in rows:
        runs = [read_reference(path.with_suffix(".json")) for path in paths
                if path.name.startswith(f"sweep-{row['optimizer'].lower()}-")]
        expect(int(row["runs"]) == len(runs) == 3, row)
        for key in ("yy", "ausuc", "yy_oracle"):
            values = [reference[key] for reference in runs]
            same(float(row[key]), statistics.mean(values), key)
            same(float(row[f"{key}_sd"]), statistics.stdev(values), f"deviation of {key}")


def test_reference_best(folder):
    """The best epoch by the references' own Y/Y at γ_ALG."""
    path = next(path for path in references() if path.name == "glyphs.h5")
    results = json.loads(path.with_suffix(".json").read_text())["results"]
    yy = [next(row["yy"] for row in result["at"] if row.get("which") == "alg")
          for result in results]
    best = max(range(1, len(results)), key=lambda e: yy[e])
    (row,) = table(str(path), "--epoch", "best", "--metrics", METRICS)
    same_row(row, read_reference(path.with_suffix(".json"), best))


main(dict(globals()))
