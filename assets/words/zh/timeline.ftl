### The timeline.
