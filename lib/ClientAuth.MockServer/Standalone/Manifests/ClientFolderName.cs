namespace ClientAuth.MockServer.Standalone.Manifests;

/// <summary>
/// Names the folder of a client. An identifier may be a URI, hold <c>..</c>, or differ from another in case alone; the number
/// keeps the folders apart, the rest is for people.
/// </summary>
internal static class ClientFolderName
{
    private const int MaximumLength = 40;

    public static string Of(int number, string clientId)
    {
        var safe = string.Concat(clientId.Take(MaximumLength).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return $"{number:00}-{safe}";
    }
}
