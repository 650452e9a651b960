### The pane of a meeting.
