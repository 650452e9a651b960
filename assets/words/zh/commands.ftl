### Commands: menu, palette, keys.
