namespace ClientAuth.MockServer.Standalone.Tests.Handshakes;

/// <summary>The data of the checkout that these tests were built from.</summary>
internal static class DataFile
{
    public static string PathOf(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "data", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException($"No data/{name} above {AppContext.BaseDirectory}.");
    }
}
