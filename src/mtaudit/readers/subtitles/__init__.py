"""Subtitles: SubRip (SRT) and WebVTT.

A cue is a segment; a cue in which several people speak, each line with a dash before it, is one for each of them. Segments are
of the kind ``caption``: a cue may end in the middle of a sentence, people speak in whatever register they have, and nobody
ends a subtitle with a full stop. Lines of a cue belong together as the wrapped lines of a paragraph do.
"""
