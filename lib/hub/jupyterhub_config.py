"""A JupyterHub for a class: each learner has a server, kernels and lessons of their own, and all share one kernel and one library.

notebooks/FACILITATOR.md says how to set it up. The tests of this project start a hub with this file
(lib/tests/NotebookEngine.FrontEnds.Tests/Hub); they replace only what their machine lacks: accounts, passwords, the port.
"""
import os

# The built checkout: owned by root, and read-only for learners.
course = os.environ.get("COURSE_FOLDER", "/srv/client-authentication")

c.JupyterHub.bind_url = "http://127.0.0.1:8000"  # TLS ends in front of it, in nginx for example

# Whoever may log in. PAM checks the passwords of these accounts of the machine.
c.Authenticator.allowed_users = {"anna", "bert"}
c.Authenticator.admin_users = set()

# A hub that is restarted leaves servers and kernels alone, with all their variables.
c.JupyterHub.cleanup_servers = False

# Thirty people start within the same minute; each server takes about 2 s of a processor.
c.Spawner.start_timeout = 180
c.Spawner.http_timeout = 120

# Copies the lessons to the learner's home once, then starts their server; both as the learner.
c.Spawner.cmd = [os.path.join(course, "lib", "hub", "start-learner.sh")]
c.Spawner.notebook_dir = "~/client-authentication"
c.Spawner.default_url = "/tree/notebooks"
c.Spawner.environment = {
    "COURSE_FOLDER": course,
    # A cell that fills the memory gets an OutOfMemoryException at this size, instead of taking the memory of all. No lesson needs half of it.
    "DOTNET_GCHeapHardLimit": "0x20000000",
    # Compile again only what is called 0x400 times, not 30: a kernel would otherwise go on compiling for 8 s of a processor after a lesson.
    "DOTNET_TC_CallCountThreshold": "0x400",
}

# A kernel ends after an hour without use, and a server after another one without a kernel. What was saved stays.
c.Spawner.args = [
    "--MappingKernelManager.cull_idle_timeout=3600",
    "--MappingKernelManager.cull_interval=300",
    "--MappingKernelManager.cull_connected=True",  # a page that was left open keeps no kernel alive
    "--NotebookApp.shutdown_no_activity_timeout=3600",  # Debian's notebook server
    "--ServerApp.shutdown_no_activity_timeout=3600",  # the one of JupyterLab
]
