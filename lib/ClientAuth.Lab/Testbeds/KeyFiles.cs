using ClientAuth.Credentials.KeyStorage;
using ClientAuth.Lab.Repository;

namespace ClientAuth.Lab.Testbeds;

/// <summary>
/// The files into which a lesson writes keys: below <c>certs/</c> or, where that cannot be written to, below a folder of the user's own.
/// They end with the testbed.
/// </summary>
internal sealed class KeyFiles : IDisposable
{
    private readonly string _parent;
    private readonly Lazy<KeyFolder> _folder;

    public KeyFiles()
        : this(RepositoryData.Keys) { }

    /// <param name="parent">The folder below which that of the keys is made.</param>
    internal KeyFiles(string parent)
    {
        _parent = parent;
        _folder = new(Create);
        LeftBehind = AbandonedKeyFolders.RemoveBelow(_parent);
    }

    /// <summary>Removes what killed processes left, and says what could not be removed.</summary>
    public IReadOnlyList<string> LeftBehind { get; }

    /// <summary>The path of a file in a folder of this testbed alone, which is made for the first one.</summary>
    public string PathOf(string name) =>
        name.Length > 0 && Path.GetFileName(name) == name
            ? _folder.Value.File(name)
            : throw new ArgumentException(
                $"'{name}' is no plain file name; write one like \"my-phone.p12\".",
                nameof(name)
            );

    private KeyFolder Create()
    {
        try
        {
            return KeyFolder.CreateBelow(_parent, "lab");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"No folder for keys can be made in '{_parent}': {e.Message} Name another in the environment variable {KeyParent.Variable}.",
                e
            );
        }
    }

    public void Dispose()
    {
        if (_folder.IsValueCreated)
        {
            _folder.Value.Dispose();
        }
    }
}
