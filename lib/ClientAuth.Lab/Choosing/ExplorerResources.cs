namespace ClientAuth.Lab.Choosing;

/// <summary>The script and the looks of the explorer, which lie in this assembly.</summary>
internal static class ExplorerResources
{
    public static string Script => Read("explorer.js");

    public static string Css => Read("explorer.css");

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ExplorerResources).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
