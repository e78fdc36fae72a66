"""What a test's hub has in place of a real one's: the rest is the configuration that facilitators copy."""
import os

from jupyterhub.spawner import SimpleLocalProcessSpawner

load_subconfig(os.environ["HUB_CONFIG"])


class LearnerSpawner(SimpleLocalProcessSpawner):
    """A home of one's own, and where the hub is root a number of one's own, as an account has; but no account."""

    def make_preexec_fn(self, name):
        home = self.home_dir
        number = 61_000 + sorted(self.authenticator.allowed_users).index(name)

        def become_learner():
            os.makedirs(home, 0o700, exist_ok=True)
            if os.geteuid() == 0:
                os.chown(home, number, number)
                os.setgroups([])
                os.setgid(number)
                os.setuid(number)
            os.chdir(home)

        return become_learner

    def get_args(self):
        # Of an option that is given twice, the notebook server makes a list.
        own = self.user_options.get("args", [])
        names = tuple(option.split("=")[0] + "=" for option in own)
        return [arg for arg in super().get_args() if not names or not arg.startswith(names)] + own


# The hub works in its own folder, where its database and its secrets are.
os.chmod(".", 0o700)

c.JupyterHub.bind_url = os.environ["HUB_ADDRESS"]
c.JupyterHub.hub_port = int(os.environ["HUB_PORT"])
c.ConfigurableHTTPProxy.api_url = os.environ["HUB_PROXY_API"]
c.ConfigurableHTTPProxy.command = ["node", os.environ["HUB_PROXY"]]
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = os.environ["HUB_PASSWORD"]
c.JupyterHub.spawner_class = LearnerSpawner
c.LearnerSpawner.home_dir_template = os.path.join(os.environ["HUB_HOMES"], "{username}")
c.Spawner.environment["JUPYTER_PATH"] = os.environ["HUB_KERNELS"]
# By these marks the tests find what they have started; and .NET is told here how programs that live for seconds do best.
c.Spawner.env_keep = ["PATH", "LANG", "LC_ALL", "FRONT_END_TEST", "CLIENT_AUTH_TEST_HOST"] + [
    name for name in os.environ if name.startswith("DOTNET_")
]

# Until a server has ended, whoever ended it waits: on a busy machine ten seconds, which is the default, are not enough.
c.JupyterHub.tornado_settings = {"slow_stop_timeout": 600}

c.JupyterHub.services = [{"name": "facilitator", "api_token": os.environ["HUB_TOKEN"]}]
c.JupyterHub.load_roles = [
    {
        "name": "facilitator",
        "services": ["facilitator"],
        "scopes": ["admin:users", "admin:servers", "access:servers"],
    }
]
