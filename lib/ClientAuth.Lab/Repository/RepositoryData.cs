using ClientAuth.Credentials.KeyStorage;

namespace ClientAuth.Lab.Repository;

/// <summary>The <c>data/</c> folder of the checkout that this library was built in, and what lies beside it.</summary>
internal static class RepositoryData
{
    /// <summary>The folder for keys and certificates, which git ignores.</summary>
    /// <exception cref="FileNotFoundException">There is no checkout; the message says where the search began.</exception>
    public static string Certificates => Beside("certs");

    /// <summary>
    /// The folder below which keys are made: the one that <see cref="KeyParent.Variable"/> names, else <see cref="Certificates"/>, else one
    /// of the user's own.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is no checkout; the message says where the search began.</exception>
    public static string Keys => KeyParent.Choose(Environment.GetEnvironmentVariable(KeyParent.Variable), Certificates);

    /// <summary>The folder of the lessons.</summary>
    /// <exception cref="FileNotFoundException">There is no checkout; the message says where the search began.</exception>
    public static string Lessons => Beside("notebooks");

    /// <summary>The path of a file below <c>data/</c>, found from this assembly upwards.</summary>
    /// <exception cref="FileNotFoundException">No folder above has it; the message says where the search began.</exception>
    public static string PathOf(string fileName)
    {
        var start = Path.GetDirectoryName(typeof(RepositoryData).Assembly.Location)!;
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "data", fileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException(
            $"No 'data/{fileName}' in any folder above '{start}'. The lab needs the whole checkout: clone it again, or build it in place."
        );
    }

    private static string Beside(string folder) =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(PathOf("clients.json"))!, "..", folder));
}
