using ClientAuth.MockServer.Standalone.Arguments;
using ClientAuth.MockServer.Standalone.Exits;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>Which folder the keys go to: the option counts before the environment, and that before the manifest's folder.</summary>
public sealed class PlacesTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "places"));
    private static readonly StandaloneArguments Named = new()
    {
        Host = "localhost",
        Clients = Path.Combine(Root, "clients.json"),
        Manifest = Path.Combine(Root, "server.json"),
    };

    [Fact]
    public void Option_counts_before_the_environment_and_that_before_the_manifests_folder()
    {
        var (option, variable) = (Path.Combine(Root, "option"), Path.Combine(Root, "variable"));

        Assert.Equal(option, Places.For(Named with { Keys = option }, variable, null).Credentials);
        Assert.Equal(variable, Places.For(Named, variable, null).Credentials);
        Assert.Equal(Root, Places.For(Named, "", null).Credentials);
    }

    [Fact]
    public void Environment_that_names_no_absolute_path_is_refused()
    {
        var problem = Assert.Throws<StartFailure>(() => Places.For(Named, "keys", null));

        Assert.Equal(ExitCodes.Usage, problem.ExitCode);
        Assert.Equal(
            "CLIENT_AUTH_KEYS is 'keys', which is no absolute path. Name the folder by its whole path.",
            problem.Message
        );
    }
}
