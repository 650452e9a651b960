### What is copied and saved.
