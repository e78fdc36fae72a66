using ClientAuth.Credentials.KeyStorage;
using ClientAuth.Lab.Repository;

namespace ClientAuth.Lab.Testbeds;

/// <summary>The files below <c>certs/</c> into which a lesson writes keys. They end with the testbed.</summary>
internal sealed class KeyFiles : IDisposable
{
    private readonly Lazy<KeyFolder> _folder = new(() => KeyFolder.CreateBelow(RepositoryData.Certificates, "lab"));

    /// <summary>Removes what killed processes left, and says what could not be removed.</summary>
    public IReadOnlyList<string> LeftBehind { get; } = AbandonedKeyFolders.RemoveBelow(RepositoryData.Certificates);

    /// <summary>The path of a file in a folder of this testbed alone, which is made for the first one.</summary>
    public string PathOf(string name) =>
        name.Length > 0 && Path.GetFileName(name) == name
            ? _folder.Value.File(name)
            : throw new ArgumentException(
                $"'{name}' is no plain file name; write one like \"my-phone.p12\".",
                nameof(name)
            );

    public void Dispose()
    {
        if (_folder.IsValueCreated)
        {
            _folder.Value.Dispose();
        }
    }
}
