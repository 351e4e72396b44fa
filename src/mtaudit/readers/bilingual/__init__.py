"""Files of translators: the source and its translation side by side (PO, XLIFF, TMX).

The Document's text is the file as it stands; a Segment is one translation, with what it translates as its ``source``.
``translations`` makes Segments of the pieces that a format's reader finds, ``codes`` knows what in such texts is no prose,
``elements`` reads XML with the places of its text.
"""
