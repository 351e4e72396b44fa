"""Many documents: audited by many processes, kept as lines in a folder, and reported on.

``tasks`` says what is to do, ``worker`` does it (a pure function), ``engines`` lets processes or a cluster do it, ``journal`` keeps
what is done, so that a run that was killed goes on where it stopped. Reports are made from the journal alone.
"""
