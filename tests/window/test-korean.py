#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed application in Korean: nothing that a translation is there for is left in English.

usage: test-korean.py SEESAW SEESAW_CLI SAMPLE SCREENSHOT_FOLDER [TEST...]
"""

import pathlib
import re
import subprocess
import sys
import tempfile

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from seesaw_window import (FIGURES, SAMPLE, Window, descendants, expect, install, press_until,  # noqa: E402
                           run_tests, said_by_cli, wait_for)

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUNS = sorted((ROOT / ".." / "shared" / "data").glob("sweep-adam-*.h5"))
PAGES = ["Calibration", "Histories", "Margins", "Weights", "Classes", "Compare"]
LOCALE = "ko_KR.UTF-8"
TOOLKIT = pathlib.Path("/usr/share/locale/ko/LC_MESSAGES/gtk40.mo")
WORD = re.compile("[A-Za-z]{3}")
CONTROLS = {"button", "toggle button", "slider", "spin button", "combo box", "entry", "page tab"}
DIRECTIVE = re.compile(r"%(?:\d+\$)?[-+0#']*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:l|ll|z|h)?[diufegGsc]")


def make_locale(folder):
    """The way of Debian; what a system has otherwise is not known."""
    subprocess.run(["localedef", "-i", "ko_KR", "-f", "UTF-8", f"{folder}/{LOCALE}"], check=True,
                   capture_output=True)


def read_catalogue():
    """Pairs of what is in the code and what people read; those of several lines are left out."""
    lines = subprocess.run(["msgattrib", "--no-wrap", "--no-obsolete", ROOT / "po" / "ko.po"],
                           check=True, capture_output=True, text=True).stdout.splitlines()
    english = []
    pairs = []
    for line in lines:
        keyword, _, text = line.partition(" ")
        text = text.strip('"').replace('\\"', '"').replace("\\\\", "\\")
        if keyword in ("msgid", "msgid_plural"):
            english = [text] if keyword == "msgid" else [*english, text]
        elif keyword.startswith("msgstr"):
            pairs += [(one, text) for one in english if one and text]
    return pairs


def pattern_of(text):
    """What a string for printf can become."""
    return re.compile(".+?".join(re.escape(literal.replace("%%", "%").replace("_", ""))
                                 for literal in DIRECTIVE.split(text)), re.S)


class Catalogue:
    def __init__(self):
        self.korean = dict(read_catalogue())
        # Words are needed to tell a language.
        self.patterns = [(pattern_of(english), pattern_of(korean))
                         for english, korean in self.korean.items() if english != korean
                         and WORD.search(DIRECTIVE.sub(" ", english))]

    def is_english(self, text):
        text = text.replace("_", "")
        return any(english.fullmatch(text) and not korean.fullmatch(text)
                   for english, korean in self.patterns)


def has_hangul(text):
    return re.search("[가-힣]", text)


def go_to(window, page):
    press_until(f"ctrl+{1 + PAGES.index(page)}", page, lambda: any(
        node.get_role_name() == "page tab" and node.get_name() == KOREAN.korean[page]
        and node.get_state_set().contains(Atspi.StateType.SELECTED)
        for node in descendants(window.root)))


def texts_in(window):
    """What is read out, and whether a control says it. The button within a drop-down is called after
    its type; the drop-down has the name."""
    window.root.clear_cache()
    return [(text, node.get_role_name().removeprefix("push ") in CONTROLS)
            for node in descendants(window.root)
            for text in (node.get_name(), node.get_description())
            if text and not text.startswith("Gtk")]


def test_controls():
    with Window(SAMPLE, program=PREFIX / "bin" / "seesaw", env=ENV) as window:
        for page in PAGES:
            window.find("page tab", KOREAN.korean[page])
        window.find("slider", KOREAN.korean["Calibration factor γ"])
        window.find("combo box", KOREAN.korean["Epoch"])
        for name in ("γ to 0", "γ to ALG", "γ to PCV", "γ to γ*"):
            expect(has_hangul(KOREAN.korean[name]), f"no Korean for {name}")
            window.find("button", KOREAN.korean[name])
        figures = said_by_cli(SAMPLE, 0)
        wait_for("the figures of seesaw-cli", lambda: all(
            abs(window.figure(KOREAN.korean[name]) - 100 * figures[key]) < 0.0501
            for name, key in FIGURES.items()))


def test_nothing_is_english():
    """On any page, in names and in descriptions."""
    with Window(*RUNS, SAMPLE, title="", program=PREFIX / "bin" / "seesaw", env=ENV) as window:
        for page in PAGES:
            go_to(window, page)
            window.screenshot(f"korean-{page.lower()}")
            texts = texts_in(window)
            expect(len(texts) > 30, f"{page}: only {texts}")
            english = [text for text, is_control in texts if KOREAN.is_english(text)
                       or (is_control and TOOLKIT.exists() and WORD.search(text)
                           and not has_hangul(text))]
            expect(not english, f"{page}: {english}")


def test_command_line():
    """The reader speaks Korean, too."""
    for words in (["--help"], ["info", "/nowhere.h5"], ["info", __file__]):
        found = subprocess.run([PREFIX / "bin" / "seesaw-cli", *words], env=ENV, text=True,
                               capture_output=True)
        text = found.stdout + found.stderr
        expect(has_hangul(text) and not KOREAN.is_english(text.strip()), text)


with tempfile.TemporaryDirectory() as folder:
    try:
        make_locale(folder)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"1..0 # SKIP localedef cannot make {LOCALE}: {error}", flush=True)
        sys.exit()
    PREFIX, ENV = install(folder)
    ENV |= {"LOCPATH": folder, "LC_ALL": LOCALE}
    KOREAN = Catalogue()
    run_tests(globals())
