"""How the documentation is built: `python -m sphinx -W --keep-going -b html docs docs/_build/html`."""

from __future__ import annotations

import sys
from pathlib import Path

import sakip

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "sakip"
author = "The sakip contributors"
version = release = sakip.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sakip_docs",
    "sakip_formulir",
    "sakip_aturan",
    "sakip_plot",
    "sakip_denah",
    "sakip_galat",
    "sakip_gambar",
    "sakip_halaman",
]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["sakip.css"]
html_show_copyright = False
html_title = f"sakip {version}"

# A reference that leads nowhere is an error; what stands in other projects is not looked up.
nitpicky = True
default_role = "py:obj"
nitpick_ignore_regex = [
    (
        r"py:.*",
        r"(argparse|attrs|collections|datetime|decimal|dt|enum|matplotlib|networkx|nx|os|pathlib)\..*",
    ),
    (r"py:.*", r"Axes|Decimal|repr"),
    (r"py:.*", r"(.*\.)?(T|E|Bagian|PaguLike|TargetLike|Ukuran)"),  # private names in signatures
]

autodoc_default_options = {"members": True}
autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
napoleon_attr_annotations = False
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
python_maximum_signature_line_length = 100
