#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window from which files can be dragged, as from a file manager.

usage: drag-source.py FILE...
"""

import sys

import gi

gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, Gio, GObject, Gtk  # noqa: E402


def provide(source, x, y):
    files = Gdk.FileList.new_from_list([Gio.File.new_for_path(path) for path in sys.argv[1:]])
    return Gdk.ContentProvider.new_for_value(GObject.Value(Gdk.FileList, files))


def show(application):
    window = Gtk.ApplicationWindow(application=application, title="Drag source", default_width=200,
                                   default_height=200)
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.connect("prepare", provide)
    window.add_controller(source)
    window.present()


application = Gtk.Application(application_id=None, flags=Gio.ApplicationFlags.NON_UNIQUE)
application.connect("activate", show)
application.run([])
