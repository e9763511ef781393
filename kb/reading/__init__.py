"""From the corpus folder to typed values: every problem of every file is reported at once."""
