### The window: bars, dialogs, panels.
