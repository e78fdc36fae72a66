"""Runs a notebook on the kernel that it names, in the current folder: execute_notebook.py SOURCE TARGET SECONDS

TARGET is written whatever happens, as far as the cells were run. SECONDS is the time that one cell may take.
"""

import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, DeadKernelError

source, target, seconds = sys.argv[1:]
notebook = nbformat.read(source, as_version=nbformat.NO_CONVERT)
# A kernel may start while the machine does much else.
client = NotebookClient(notebook, timeout=int(seconds), startup_timeout=300, record_timing=False)
try:
    client.execute()
except (CellControlSignal, DeadKernelError) as problem:
    sys.exit(f"{type(problem).__name__}: {problem}")
finally:
    nbformat.write(notebook, target)
