"""From raw documents to text with metadata and regions, and to its linguistic analysis."""

import os

# The matrix library takes all cores for a single document, and waiting for one another costs them
# several times what they save. It reads this once, when numpy is loaded, and the modules here load
# numpy: later would be too late. Who sets it otherwise is heeded.
os.environ.setdefault("OMP_NUM_THREADS", "1")
