namespace WorkingCopies;

/// <summary>The checkout whose lessons are tested, found from the test assembly upwards.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>File names of the lessons, in order.</summary>
    public static TheoryData<string> Lessons =>
        [
            .. Directory
                .EnumerateFiles(Notebooks, "*.ipynb")
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    public static string PathOf(string lesson) => Path.Combine(Notebooks, lesson);

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
