### What only those hear who do not see the window.
