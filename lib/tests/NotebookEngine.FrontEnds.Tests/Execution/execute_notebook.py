"""Runs a notebook on the kernel that it names, in the current folder: execute_notebook.py SOURCE TARGET SECONDS

TARGET is written whatever happens, as far as the cells were run. SECONDS is the time that one cell may take.
"""

import random
import socket
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, DeadKernelError


CHANNELS = ("shell", "iopub", "stdin", "hb", "control")


def is_free(port):
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_ports():
    """Free ports below those that the system gives out by itself.

    One of the system's may go to another program before the kernel, which needs seconds to start, listens there.
    """
    candidates = random.sample(range(20_000, 32_000), 100)
    return filter(is_free, candidates)


source, target, seconds = sys.argv[1:]
notebook = nbformat.read(source, as_version=nbformat.NO_CONVERT)
# A kernel may start while the machine does much else.
client = NotebookClient(notebook, timeout=int(seconds), startup_timeout=300, record_timing=False)
kernel = client.create_kernel_manager()
kernel.cache_ports = False
for channel, port in zip(CHANNELS, free_ports()):
    setattr(kernel, f"{channel}_port", port)
try:
    client.execute()
except (CellControlSignal, DeadKernelError) as problem:
    sys.exit(f"{type(problem).__name__}: {problem}")
finally:
    nbformat.write(notebook, target)
