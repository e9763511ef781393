"""One module for each family of pages: what goes on them; how it looks stands in the templates."""
