"""Files of text processors and electronic books: archives of XML, read without running or fetching anything."""
