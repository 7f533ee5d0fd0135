"""The API's own pages: the schema, and a page that reads it aloud."""
