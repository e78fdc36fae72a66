namespace ClientAuth.MockServer.Standalone.Tests.Handshakes;

/// <summary>The catalogue of the checkout that these tests were built from.</summary>
internal static class CatalogueFile
{
    public static string Path
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var path = System.IO.Path.Combine(folder.FullName, "data", "failure-cases.json");
                if (File.Exists(path))
                {
                    return path;
                }
            }

            throw new FileNotFoundException($"No data/failure-cases.json above {AppContext.BaseDirectory}.");
        }
    }
}
