#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in the files of figures, looked at by other programs.

usage: test-formats.py SEESAW_CLI SAMPLE
"""

import os
import re
import shutil
import struct
import subprocess
import time
import zlib
from xml.etree import ElementTree

from harness import CLI, SAMPLE, Skip, expect, fails, main, run

SVG = "{http://www.w3.org/2000/svg}"
DC = "{http://purl.org/dc/elements/1.1/}"
TITLE = "Seen-unseen curve"
LABELS = ("Accuracy on seen classes, Acc S/Y (%)", "Accuracy on unseen classes, Acc U/Y (%)",
          "Pre-trained model", "Fine-tuned model, γ = 0")


def plot(path, *options, figure="curve", **environment):
    result = run("plot", figure, SAMPLE, "-o", str(path), "--gamma", "7.5", *options, **environment)
    expect(result.returncode == 0, f"{figure}: exit status {result.returncode}: {result.stderr}")
    return path


def tool(name, *arguments):
    if shutil.which(name) is None:
        raise Skip(f"{name} is not installed")
    return subprocess.run([name, *map(str, arguments)], check=True, capture_output=True,
                          timeout=60).stdout.decode()


def test_pdf_says_what_it_is(folder):
    about = dict(line.split(":", 1) for line in
                 tool("pdfinfo", plot(folder / "f.pdf")).splitlines() if ":" in line)
    expect(about["Title"].strip() == TITLE, about["Title"])
    expect(about["Creator"].strip().startswith("Seesaw "), about["Creator"])
    expect(about["Subject"].strip() == "glyphs.h5, γ = 7.5", about["Subject"])
    expect(about["Keywords"].strip() == "curve", about["Keywords"])


def test_pdf_has_its_size(folder):
    for width, height in (("3.25in", "2in"), ("84mm", "60mm"), ("240pt", "187.5pt")):
        path = plot(folder / "f.pdf", "--width", width, "--height", height)
        size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+) pts", tool("pdfinfo", path))
        for found, length in zip(size.groups(), (width, height)):
            unit = {"in": 72, "mm": 72 / 25.4, "pt": 1}[length[-2:]]
            expect(abs(float(found) - float(length[:-2]) * unit) < 0.01, f"{found}, not {length}")


def test_pdf_embeds_its_fonts(folder):
    for figure in ("curve", "gap", "drift", "history-accuracy"):
        fonts = tool("pdffonts", plot(folder / "f.pdf", figure=figure)).splitlines()[2:]
        expect(fonts, "no fonts: its text is none")
        for font in fonts:
            expect(font.split()[-5:-2] == ["yes"] * 3, font)


def test_pdf_text_is_text(folder):
    text = " ".join(tool("pdftotext", "-raw", plot(folder / "f.pdf"), "-").split())
    for label in LABELS:
        expect(label in text, f"no {label!r} in {text!r}")


def pdf_sizes(path):
    """Of all texts, read from what is drawn: the font itself has size 1."""
    sizes = set()
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", path.read_bytes(), re.DOTALL):
        try:
            content = zlib.decompress(stream)
        except zlib.error:
            continue
        for matrix in re.findall(rb"((?:-?[\d.]+ ){6})Tm", content):
            a, b, c, d, _, _ = map(float, matrix.split())
            expect(abs(a * c + b * d) < 1e-9, f"a slanted text: {matrix}")
            sizes |= {abs(a) + abs(b), abs(c) + abs(d)}
        expect(not re.search(rb"(?!\b1 )\b[\d.]+ Tf", content), "a font of another size")
    return sizes


def test_pdf_texts_have_their_size(folder):
    """Exactly; subscripts and exponents are smaller, but still of one size."""
    for size in ("8", "8.3", "9.99", "6"):
        for figure in ("curve", "gap", "drift", "histories", "margins"):
            sizes = sorted(pdf_sizes(plot(folder / "f.pdf", "--font-size", size, figure=figure)))
            expect(sizes and sizes[-1] == float(size), f"{figure}: {sizes}, not {size}")
            expect(len(sizes) <= 2 and sizes[0] > 0.6 * float(size), f"{figure}: {sizes}")


def test_svg_texts_have_their_size(folder):
    root = ElementTree.parse(plot(folder / "f.svg", "--font-size", "8.3")).getroot()
    sizes = {float(span.get("font-size")) for span in root.iter(SVG + "tspan")}
    expect(max(sizes) == 8.3 and len(sizes) == 2, str(sizes))


def test_pdf_heatmap_is_an_image(folder):
    images = tool("pdfimages", "-list", plot(folder / "f.pdf", figure="drift")).splitlines()[2:]
    sizes = [tuple(line.split()[3:5]) for line in images]
    expect(("100", "100") in sizes, f"no image of a pixel a cell among {sizes}")
    expect(all(line.split()[9] == "no" for line in images), "an image is smoothed")


def test_svg_text_is_text(folder):
    root = ElementTree.parse(plot(folder / "f.svg")).getroot()
    texts = ["".join(text.itertext()) for text in root.iter(SVG + "text")]
    for label in LABELS:
        expect(label in texts, f"no {label!r} in {texts}")
    expect(not list(root.iter(SVG + "symbol")), "glyphs as outlines")
    expect((root.get("width"), root.get("height")) == ("234pt", "187.2pt"), str(root.attrib))
    expect(root.findtext(SVG + "title") == TITLE, "no title")
    expect(root.findtext(SVG + "desc") == "glyphs.h5, γ = 7.5", "no description")
    expect(next(root.iter(DC + "creator")).text.startswith("Seesaw "), "no creator")


def test_svg_text_stands_where_pdf_has_it(folder):
    """The middle of a line, in points from the upper left, by two ways."""
    words = tool("pdftotext", "-bbox", plot(folder / "f.pdf"), "-")
    root = ElementTree.parse(plot(folder / "f.svg")).getroot()
    for label in ("PCV", "ALG"):
        low, high = map(float, re.search(
            rf'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">{label}<',
            words).groups())
        text = next(text for text in root.iter(SVG + "text") if "".join(text.itertext()) == label)
        shift = float(text.get("transform")[7:-1].split()[4])
        middle = shift + float(text.get("x"))
        expect(abs(middle - (low + high) / 2) < 0.75, f"{label} at {middle}, not {low} to {high}")


def test_svg_heatmap_is_an_image(folder):
    root = ElementTree.parse(plot(folder / "f.svg", figure="drift")).getroot()
    expect(len(list(root.iter(SVG + "image"))) == 2, "not one image and a bar")
    expect(len(list(root.iter(SVG + "path"))) + len(list(root.iter(SVG + "rect"))) < 100,
           "many pieces")


def chunks(path):
    """Each chunk's type and data; its checksum is worked out here."""
    data = path.read_bytes()
    at = 8
    while at < len(data):
        length, = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4:at + 8], data[at + 8:at + 8 + length]
        expect(struct.unpack_from(">I", data, at + 8 + length)[0] == zlib.crc32(kind + body),
               f"wrong checksum of {kind}")
        yield kind, body
        at += 12 + length


def test_png_says_what_it_is(folder):
    found = list(chunks(plot(folder / "f.png")))
    expect(struct.unpack(">II", found[0][1][:8]) == (975, 780), "wrong number of pixels")
    expect((b"pHYs", struct.pack(">IIB", 11811, 11811, 1)) in found, "no resolution")
    expect((b"tEXt", b"Title\0" + TITLE.encode()) in found, "no title")
    expect((b"iTXt", b"Description\0\0\0\0\0" + "glyphs.h5, γ = 7.5".encode()) in found,
           "no description")
    expect(any(kind == b"tEXt" and body.startswith(b"Software\0Seesaw ") for kind, body in found),
           "no program")
    expect(not any(kind == b"tIME" for kind, _ in found), "a time")


def test_eps_says_what_it_is(folder):
    text = plot(folder / "f.eps", SOURCE_DATE_EPOCH="86400").read_bytes().decode("latin-1")
    header = text[:text.index("%%EndComments")].splitlines()
    expect(header[0] == "%!PS-Adobe-3.0 EPSF-3.0", header[0])
    for line in ("%%Title: " + TITLE, "%%CreationDate: 1970-01-02T00:00:00Z",
                 "%%Subject: glyphs.h5, gamma = 7.5", "%%Keywords: curve",
                 "%%BoundingBox: 0 0 234 188", "%%HiResBoundingBox: 0 0.8 234 188"):
        expect(line in header, f"no {line!r} in {header}")
    expect(any(line.startswith("%%Creator: Seesaw ") for line in header), "no creator")
    expect("Fallback" not in text, "a part of the curve became an image")


def test_eps_has_its_size(folder):
    """Whatever is drawn on it; in Ghostscript, too."""
    size = ("--width", "100.5pt", "--height", "90.25pt", "--font-size", "5")
    for background in "white", "transparent":
        path = plot(folder / "f.eps", *size, "--background", background)
        text = path.read_text("latin-1")
        expect("%%BoundingBox: 0 0 101 91\n" in text, "not all of the page")
        expect("%%HiResBoundingBox: 0 0.75 100.5 91\n" in text, "not its exact size")
        out = folder / "f.ppm"
        tool("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dEPSCrop", "-sDEVICE=ppmraw", "-r288",
             f"-sOutputFile={out}", path)
        expect(b"\n402 361\n" in out.read_bytes()[:80], out.read_bytes()[:80])


def test_eps_comments_are_lines(folder):
    """Nothing in the name of a file ends a comment, leaves ASCII or gets lost."""
    names = ["a\n%%EndComments (b) \\.h5", "†" + 60 * "ε" + ".h5", 90 * "x" + "y.h5"]
    paths = [shutil.copy(SAMPLE, folder / name) for name in names]
    out = folder / "f.eps"
    for chosen in paths, paths[2:] + [shutil.copy(SAMPLE, folder / (90 * "z" + ".h5"))]:
        result = run("plot", "curve", *chosen, "-o", str(out), SOURCE_DATE_EPOCH="0")
        expect(result.returncode == 0, result.stderr)
        data = out.read_bytes()
        header = data[:data.index(b"\n%%EndComments\n")].decode("ascii").splitlines()
        expect(all(line[:2] in ("%!", "%%") and len(line) < 256 for line in header), header)
        at = next(i for i, line in enumerate(header) if line.startswith("%%Subject: "))
        lines = [header[at][11:]]
        while header[at + len(lines)].startswith("%%+ "):
            lines.append(header[at + len(lines)][4:])
        text = "".join(lines)
        if lines[0].startswith("("):
            expect(all(line[0] + line[-1] == "()" for line in lines), lines)
            text = "".join(line[1:-1] for line in lines)
            text = re.sub(r"\\([0-7]{3}|.)", lambda found: chr(int(found[1], 8))
                          if len(found[1]) == 3 else found[1], text).encode("latin-1").decode()
        wanted = "; ".join(f"{os.path.basename(path)}, gamma = 0" for path in chosen)
        expect(text == wanted, f"{text!r}, not {wanted!r}")
        run("plot", "curve", *chosen, "-o", str(out), SOURCE_DATE_EPOCH="0")
        expect(out.read_bytes() == data, "other bytes at another time")


def test_eps_has_no_images(folder):
    """But for the matrix and its bar; with γ and without it, and on paper without colours."""
    for figure in ("curve", "gap", "histories", "margins", "gain"):
        for options in ((), ("--palette", "greyscale")):
            path = plot(folder / "f.eps", *options, figure=figure)
            without = folder / "without.eps"
            result = run("plot", figure, SAMPLE, "-o", str(without), *options)
            expect(result.returncode == 0, result.stderr)
            for text in (path.read_text("latin-1"), without.read_text("latin-1")):
                body = text[text.index("%%EndProlog"):]
                expect("Fallback" not in body and "ImageType" not in body, f"{figure} has an image")
    drift = plot(folder / "f.eps", figure="drift").read_text("latin-1")
    expect(drift.count("/ImageType") == 2, "not one image of the matrix and one of its bar")


def test_eps_shows_what_pdf_does(folder):
    """The gap: what is wrong at γ is as pale, and as large."""
    counts = []
    for name in ("f.pdf", "f.eps"):
        path = plot(folder / name, figure="gap")
        out = folder / (name + ".ppm")
        tool("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dEPSCrop", "-sDEVICE=ppmraw", "-r144",
             "-dGraphicsAlphaBits=4", f"-sOutputFile={out}", path)
        pixels = out.read_bytes()[-3 * 468 * 300:]
        colors = list(zip(pixels[::3], pixels[1::3], pixels[2::3]))
        counts.append([sum(max(abs(a - b) for a, b in zip(color, wanted)) < 3 for color in colors)
                       for wanted in ((245, 217, 194), (219, 118, 38))])
    for in_pdf, in_eps in zip(*counts):
        expect(in_pdf > 500 and abs(in_eps / in_pdf - 1) < 0.1, f"{in_eps} pixels, not {in_pdf}")


def test_same_bytes(folder):
    """With a given date at any time; without one, but for the date. LaTeX holds no date at all."""
    date = re.compile(rb"(D:|CreationDate: ?|ModDate: ?)[^\n)]*")
    for name in ("f.pdf", "f.svg", "f.png", "f.eps", "f.tex"):
        for figure in ("curve", "drift"):
            given = [plot(folder / name, figure=figure, SOURCE_DATE_EPOCH="1").read_bytes()]
            free = [plot(folder / name, figure=figure).read_bytes()]
            time.sleep(1.1)
            given.append(plot(folder / name, figure=figure, SOURCE_DATE_EPOCH="1").read_bytes())
            free.append(plot(folder / name, figure=figure).read_bytes())
            expect(given[0] == given[1], f"two {name} of {figure} differ")
            free = [date.sub(b"", bytes_) for bytes_ in free]
            expect(free[0] == free[1], f"two {name} of {figure} differ in more than the date")


def need_latex():
    if shutil.which("pdflatex") is None:
        raise Skip("pdflatex is not installed")
    if subprocess.run(["kpsewhich", "pgfplots.sty"], capture_output=True).returncode != 0:
        raise Skip("pgfplots is not installed")


def compile_latex(source):
    result = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", source.name],
        cwd=source.parent, capture_output=True, timeout=120)
    expect(result.returncode == 0, f"{source}: " + result.stdout.decode(errors="replace")[-900:])
    return source.with_suffix(".pdf")


def page_size(path):
    about = tool("pdfinfo", path)
    expect(re.search(r"Pages:\s+1\n", about), "not one page")
    return [float(x) for x in re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", about).groups()]


def test_every_figure_compiles(folder):
    need_latex()
    lines = run("plot", "--list").stdout.split("\n\n")[0].splitlines()
    figures = [line.split()[0] for line in lines if not line.startswith(" ")]
    expect(len(figures) > 15, "hardly any figures")
    for figure in figures + ["histories", "margins"]:
        source = folder / (figure.replace("/", "-") + ".tex")
        if figure == "compare":
            result = run("plot", "compare", SAMPLE, "-o", str(source), "--width", "234pt")
            expect(result.returncode == 0, result.stderr)
        else:
            of_class = ("--class", "3") if figure.startswith("class") else ()
            plot(source, "--width", "234pt", *of_class, figure=figure)
        width, _ = page_size(compile_latex(source))
        expect(abs(width - 234) < 0.1, f"{figure} is {width} points wide")


def test_latex_without_standalone(folder):
    need_latex()
    source = plot(folder / "f.tex", "--width", "234pt", "--height", "180pt")
    source.write_text(source.read_text().replace("standalone.cls", "nowhere.cls"))
    width, height = page_size(compile_latex(source))
    expect(abs(width - 234) < 0.1 and abs(height - 180) < 0.1, f"{width} × {height}")


def test_latex_in_a_paper(folder):
    """Two figures of another folder, in the paper's own font."""
    need_latex()
    (folder / "figures").mkdir()
    plot(folder / "figures" / "curve.tex")
    plot(folder / "figures" / "two words.tex", figure="gap")
    paper = folder / "paper.tex"
    paper.write_text(r"""\documentclass{article}
\renewcommand\familydefault{\ttdefault}
\usepackage{pgfplots}
\usetikzlibrary{patterns}
\newcommand\seesawfolder{figures/}
\begin{document}
\begin{figure}
\setbox0\hbox{\input{figures/curve}}\typeout{width=\the\wd0}\box0
\input{"figures/two words"}
\end{figure}
\end{document}
""")
    fonts = tool("pdffonts", compile_latex(paper))
    width = float(re.search(r"width=([\d.]+)pt", paper.with_suffix(".log").read_text()).group(1))
    expect(abs(width - 234 / 72 * 72.27) < 0.1, f"{width} points, which a stray space may be")
    expect("CMTT" in fonts, f"not the paper's font: {fonts}")
    expect("CMR8" not in fonts, f"another font: {fonts}")


def test_latex_of_odd_names(folder):
    need_latex()
    names = ("a_b 50% #1 & $x^2 {~}.h5", "<|>[x]*\"'` -- é 한글.h5")
    for name in names:
        shutil.copy(SAMPLE, folder / name)
    result = run("plot", "curve", *(str(folder / name) for name in names), "-o",
                 str(folder / "f.tex"))
    expect(result.returncode == 0, result.stderr)
    text = tool("pdftotext", compile_latex(folder / "f.tex"), "-")
    expect("50% #1 & $x" in text, f"no name in {text!r}")


def test_latex_has_the_numbers(folder):
    """The ends of the curve are those of the table that seesaw-cli exports."""
    plot(folder / "f.tex")
    header, *rows = [line.split(",") for line in (folder / "f.dat").read_text().splitlines()]
    expected = [line.split(",") for line in
                run("export", "curve", SAMPLE, "--epoch", "10").stdout.splitlines()]
    sy, uy = (expected[0].index(name) for name in ("sy", "uy"))
    columns = list(zip(*rows))
    ends = []
    for x, y in zip(columns[::2], columns[1::2]):
        points = [(float(a), float(b)) for a, b in zip(x, y) if a != "nan"]
        ends.append({points[0], points[-1]})
    wanted = [(float(row[sy]), float(row[uy])) for row in (expected[1], expected[-1])]
    expect(any(all(min(abs(a - c) + abs(b - d) for c, d in found) < 1e-6 for a, b in wanted)
               for found in ends), f"no line from {wanted[0]} to {wanted[1]} among {ends}")


def test_latex_keeps_its_data(folder):
    """The numbers of a figure in another format, of the same name, are other files."""
    plot(folder / "f.tex", figure="histories")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for name in ("f.pdf", "f.4.pdf", "f.tex"):
        plot(folder / name, "--data", figure="histories")
    plot(folder / "f.pdf", "--data")
    for name, content in before.items():
        expect((folder / name).read_bytes() == content, f"{name} was overwritten")
    compile_latex(folder / "f.tex")


def test_latex_same_bytes(folder):
    for name in ("a", "b"):
        (folder / name).mkdir()
        plot(folder / name / "f.tex", figure="histories")
    names = sorted(path.name for path in (folder / "a").iterdir())
    expect(len(names) == 7, f"not six tables beside it: {names}")
    for name in names:
        expect((folder / "a" / name).read_bytes() == (folder / "b" / name).read_bytes(), name)


def test_latex_is_whole_or_not_there(folder):
    """A folder is where one of the tables should go."""
    (folder / "f.4.dat").mkdir()
    fails(run("plot", "histories", SAMPLE, "-o", str(folder / "f.tex")), "f.4.dat", "is a folder")
    expect([path.name for path in folder.iterdir()] == ["f.4.dat"], "some of the files are there")


def plot_fails(path, *words, options=()):
    fails(run("plot", "curve", SAMPLE, "-o", str(path), *options), *words)


def test_sizes_that_are_none(folder):
    for size in ("0in", "10000mm", "-3in", "5pt"):
        for name in ("f.pdf", "f.svg", "f.png", "f.eps"):
            plot_fails(folder / name, "width", "points", options=("--width", size))
    expect(not list(folder.iterdir()), "something was written")


def test_folders_that_take_nothing(folder):
    plot_fails(folder / "none" / "f.pdf", "there is no folder", "none")
    (folder / "f.pdf").mkdir()
    plot_fails(folder / "f.pdf", "is a folder")


def test_locked_folder(folder):
    """As somebody who may not write there, which root may everywhere."""
    locked = folder / "locked"
    locked.mkdir()
    folder.chmod(0o755)
    locked.chmod(0o555)
    command = [CLI, "plot", "curve", SAMPLE, "-o", str(locked / "f.tex")]
    try:
        user = {"user": 65534} if os.geteuid() == 0 else {}
        result = subprocess.run(command, capture_output=True, text=True, timeout=60, **user)
    except PermissionError:
        raise Skip("nobody else may run what was built here") from None
    if locked.name not in result.stderr:
        raise Skip("nobody else may read what was built here")
    fails(result, "f.tex", "the folder", "cannot be written to")
    expect(not list(locked.iterdir()), "something was written")


def test_full_disk(folder):
    disk = folder / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(disk)],
                      capture_output=True).returncode != 0:
        raise Skip("no small disk can be mounted")
    try:
        (disk / "f.pdf").write_text("before")
        plot_fails(disk / "f.pdf", "no room left on the disk")
        expect([path.name for path in disk.iterdir()] == ["f.pdf"], "something is left")
        expect((disk / "f.pdf").read_text() == "before", "what was there is gone")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


main(dict(globals()))
