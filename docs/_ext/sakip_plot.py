"""Pictures of plots, drawn by the library when the documentation is built.

```{plot} ax
:alt: what it shows
```

runs the Python blocks that stand above it on its page and shows the axes that the name
holds. So what a reader sees is what the blocks give, and they are run by pytest too.
"""

from __future__ import annotations

import contextlib
import doctest
import hashlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from matplotlib import pyplot as plt
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx

AKAR = Path(__file__).parents[2]
"""Where the blocks are run: the folder that `examples` is in."""
_BLOK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def read_blok(page: str) -> str:
    """The code of a page: of its blocks, those of sessions without what they print."""
    parser = doctest.DocTestParser()
    parts = []
    for block in _BLOK.findall(page):
        examples = parser.get_examples(block)
        parts.append("".join(item.source for item in examples) if examples else block)
    return "\n".join(parts)


def run_blok(path: str, line: int) -> tuple[str, dict[str, Any]]:
    """The code of the blocks above a line of a page, and the names it leaves."""
    lines = Path(path).read_text(encoding="utf-8").splitlines(keepends=True)
    code = read_blok("".join(lines[: line - 1]))
    names: dict[str, Any] = {}
    with contextlib.chdir(AKAR):
        exec(compile(code, path, "exec"), names)  # noqa: S102  # the page is ours
    return code, names


class Plot(SphinxDirective):
    """The axes of a name, as they stand after the blocks above."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"alt": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Run the blocks, save the figure beside the pages, and show it."""
        path, line = self.get_source_info()
        code, names = run_blok(path, line)
        name = self.arguments[0]
        key = hashlib.sha256(code.encode()).hexdigest()[:12]
        target = Path(self.env.doctreedir) / "plot" / f"{name}-{key}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        names[name].figure.savefig(target, dpi=110)
        plt.close("all")
        return [nodes.image(uri=os.path.relpath(target, Path(path).parent), alt=self.options["alt"])]


def setup(app: Sphinx) -> dict[str, bool]:
    """Enter the directive."""
    app.add_directive("plot", Plot)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
