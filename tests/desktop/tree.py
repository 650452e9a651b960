"""The accessibility trees of programs, as a screen reader gets them."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402


def enable_accessibility():
    """Tells the session that assistive tools are running; programs then publish
    their trees."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                      value, None, Gio.DBusCallFlags.NONE, 10000)


def apps():
    """The trees of all programs."""
    desktop = Atspi.get_desktop(0)
    found = (desktop.get_child_at_index(i) for i in range(desktop.get_child_count()))
    return [app for app in found if app]


def walk(node):
    """The node and all below it."""
    stack = [node]
    while stack:
        node = stack.pop()
        try:
            yield node
            children = (node.get_child_at_index(i) for i in range(node.get_child_count()))
            stack.extend(child for child in children if child)
        except (GLib.Error, AttributeError):
            continue  # it went away while we looked


def those_that_fit(root, fits):
    """The nodes below a root for which `fits` holds, without those that go meanwhile."""
    for node in walk(root):
        try:
            if fits(node):
                yield node
        except GLib.Error:
            continue


def texts_of(node):
    """What a node says: its name and its contents."""
    contents = Atspi.Text.get_text(node, 0, -1) if "Text" in node.get_interfaces() else ""
    return [node.get_name() or "", contents or ""]


def says(root, text):
    """The nodes below a root that say a text."""
    return those_that_fit(root, lambda node: any(text in own for own in texts_of(node)))
