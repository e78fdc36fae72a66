namespace ClientAuth.Lab.Tests;

/// <summary>The checkout that these tests were built from, found from the test assembly upwards.</summary>
internal static class Checkout
{
    private static readonly string Root = FindRoot();

    public static string PathOf(params IReadOnlyList<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClientAuthNotebooks.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No checkout of the project above {AppContext.BaseDirectory}.");
    }
}
