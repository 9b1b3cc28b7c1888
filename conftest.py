"""Every example is executed: the doctests of the source and the code blocks of the documents."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from doctest import ELLIPSIS

from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown import PythonCodeBlockParser


class SourceDocument(PythonDocStringDocument):
    """The docstrings of a source file, those below a constant included."""

    @staticmethod
    def extract_docstrings(python_source_code: str) -> Iterator[tuple[int, int, str]]:
        """Where each text that stands alone as a statement begins and ends."""
        lines = python_source_code.splitlines(keepends=True)
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line))
        for node in ast.walk(ast.parse(python_source_code)):
            if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Constant):
                continue
            text = node.value
            if isinstance(text.value, str):
                source = lines[text.lineno - 1].encode()[text.col_offset :].decode()
                quotes = source.index('"""') + 3
                start = starts[text.lineno - 1] + text.col_offset + quotes
                yield start, start + len(text.value), text.value


# The namespace of a source file is the module itself; documents begin with an empty one.
_source = Sybil(
    parsers=[DocTestParser(ELLIPSIS)],
    path="src",
    pattern="*.py",
    document_types={".py": SourceDocument},
)
_documents = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)],
    patterns=["README.md", "README.id.md", "docs/*.md", "docs/**/*.md"],
    exclude="docs/_build/*",
)

pytest_collect_file = (_source + _documents).pytest()
