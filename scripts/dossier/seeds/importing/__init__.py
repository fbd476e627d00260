"""What people have (Markdown, text, pages, tables, Word files, feeds) to seeds, once: a module per form."""
