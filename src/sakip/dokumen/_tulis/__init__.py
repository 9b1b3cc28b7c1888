"""A laid out form into a file: XLSX, DOCX, HTML, Markdown, CSV."""
