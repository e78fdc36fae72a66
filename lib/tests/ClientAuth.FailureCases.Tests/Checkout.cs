namespace ClientAuth.FailureCases.Tests;

/// <summary>The files of the checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Catalogue => PathOf("data", "failure-cases.json");

    public static string Results => Path.Combine(Path.GetDirectoryName(Catalogue)!, "failure-results.json");

    public static string Schema => PathOf("data", "failure-cases.schema.json");

    public static string TestedClientsSchema => PathOf("data", "tested-clients.schema.json");

    public static string TestedClientsExample => PathOf("data", "tested-clients.example.json");

    public static string Devices => PathOf("data", "devices.json");

    public static string ReferencePage => PathOf("notebooks", "failure-cases.md");

    private static string PathOf(string folder, string name)
    {
        for (var root = new DirectoryInfo(AppContext.BaseDirectory); root is not null; root = root.Parent)
        {
            var path = Path.Combine(root.FullName, folder, name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException($"No {folder}/{name} above {AppContext.BaseDirectory}.");
    }
}
