namespace ClientAuth.MockServer.Endpoints;

/// <summary>Which endpoint answers which path.</summary>
/// <param name="Path">One of <see cref="Paths"/>; one that ends in a slash stands for everything below it.</param>
/// <param name="Endpoint">What answers.</param>
internal sealed record Route(string Path, Endpoint Endpoint)
{
    public bool Matches(string path) =>
        Path.EndsWith('/')
            ? path.StartsWith(Path, StringComparison.Ordinal) && path.Length > Path.Length
            : path == Path;
}
