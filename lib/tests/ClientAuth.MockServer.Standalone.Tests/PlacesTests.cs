using ClientAuth.Credentials.KeyStorage;
using ClientAuth.MockServer.Standalone.Arguments;
using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>Which files are read, and which folder the keys go to: the option counts before the environment, and that before the manifest's folder.</summary>
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
    public void Keys_of_a_server_without_checkout_and_manifest_go_to_a_folder_of_the_users()
    {
        var places = Places.For(Named with { Manifest = null }, "", null);

        Assert.Equal(KeyParent.InsteadOf(KeyParent.UsersOwn ?? Path.GetTempPath()), places.Credentials);
    }

    [Fact]
    public void Program_outside_of_a_checkout_reads_the_data_beside_it_and_nothing_where_there_is_none()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(DefaultFiles.Find(folder.Path));

        Directory.CreateDirectory(folder.File("data"));
        var clients = folder.Write(Path.Combine("data", "clients.json"), "[]");
        var found = DefaultFiles.Find(folder.Path);
        var places = Places.For(new() { Host = "localhost" }, "", found);

        Assert.Equal(new DefaultFiles(clients, folder.File(Path.Combine("data", "client-templates.json"))), found);
        Assert.Equal((found!.Clients, found.Templates), (places.Clients, places.Templates));
    }

    [Fact]
    public void Program_without_data_asks_for_the_clients_file()
    {
        var problem = Assert.Throws<StartFailure>(() => Places.For(new() { Host = "localhost" }, "", null));

        Assert.Equal(ExitCodes.Usage, problem.ExitCode);
        Assert.Equal(
            "--clients is missing; it has no default outside a clone of the project. Try --help.",
            problem.Message
        );
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
