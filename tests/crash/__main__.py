"""python -m tests.crash --cycles 20: what `make crash` runs."""

import sys

from tests.crash.harness import main

sys.exit(main())
