"""Pages of HTML that the library writes when the documentation is built, to be taken home and opened.

```{halaman} berkas
What the link says.
```

runs the Python blocks that stand above it on its page, as a plot does, and links the file
whose path the name holds.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sakip_plot import run_blok
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Halaman(SphinxDirective):
    """The file of a name, as it stands after the blocks above."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Run the blocks, keep the file beside the pages, and link it."""
        path, line = self.get_source_info()
        _, names = run_blok(path, line)
        written = Path(names[self.arguments[0]])
        target = Path(self.env.doctreedir) / "halaman" / written.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(written, target)
        link = addnodes.download_reference(
            reftarget=os.path.relpath(target, Path(path).parent), refdoc=self.env.docname, refexplicit=True
        )
        link += nodes.inline(text=" ".join(self.content))
        return [nodes.paragraph("", "", link)]


def setup(app: Sphinx) -> dict[str, bool]:
    """Enter the directive."""
    app.add_directive("halaman", Halaman)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
