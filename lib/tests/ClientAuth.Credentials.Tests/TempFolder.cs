namespace ClientAuth.Credentials.Tests;

internal sealed class TempFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("client-auth-").FullName;

    public string this[string name] => Path.Combine(_path, name);

    public IEnumerable<string?> Files => Directory.EnumerateFiles(_path).Select(Path.GetFileName);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
