using System.Security.Cryptography;
using System.Text;

namespace ExecutedLessons;

/// <summary>A hash over files, their names and whatever else decides a result: the same only where all of it is the same.</summary>
internal sealed class ContentId : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public ContentId Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _hash.AppendData(BitConverter.GetBytes(bytes.Length));
        _hash.AppendData(bytes);
        return this;
    }

    /// <summary>The files of a folder whose names match, and with subfolders the files of those.</summary>
    public ContentId Add(string folder, string pattern, SearchOption depth)
    {
        foreach (var path in Directory.EnumerateFiles(folder, pattern, depth).Order(StringComparer.Ordinal))
        {
            Add(Path.GetRelativePath(folder, path));
            using var file = File.OpenRead(path);
            Add(Convert.ToHexString(SHA256.HashData(file)));
        }

        return this;
    }

    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash())[..32];

    public void Dispose() => _hash.Dispose();
}
