"""Read before any test module, and so before Ray."""

import os

# A machine that is busy with other things needs longer than Ray waits for itself.
os.environ.setdefault("RAY_raylet_start_wait_time_s", "300")
