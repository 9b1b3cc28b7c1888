"""``python -m sakip``."""

from __future__ import annotations

import sys

from sakip.cli import main

sys.exit(main())
