namespace ClientAuth.Visuals.Transcripts;

/// <summary>Path and query of a request, credentials in the query shortened: a secret in a URL is a fault worth seeing.</summary>
internal static class RequestTarget
{
    public static string Show(string target)
    {
        var parts = target.Split('?', 2);
        return parts.Length == 1
            ? target
            : $"{parts[0]}?{string.Join('&', FormParameter.ReadAll(parts[1]).Select(p => $"{p.Name}={p.Sent}"))}";
    }
}
