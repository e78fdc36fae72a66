using System.Net;
using ClientAuth.Protocol;

namespace ClientAuth.Visuals.Transcripts;

/// <summary>One parameter of a form or a query, as it was sent and as it is meant, with credentials shortened.</summary>
/// <param name="Name">Decoded.</param>
/// <param name="Sent">The value in its percent-encoding.</param>
/// <param name="Meant">The value decoded.</param>
internal sealed record FormParameter(string Name, string Sent, string Meant)
{
    /// <summary>Whether decoding changed nothing.</summary>
    public bool IsPlain => Sent == Meant;

    /// <summary>Reads <c>application/x-www-form-urlencoded</c> text, repeated and empty parameters included, in order.</summary>
    public static IReadOnlyList<FormParameter> ReadAll(string form) =>
        [.. form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    private static FormParameter Read(string pair)
    {
        var parts = pair.Split('=', 2);
        var name = WebUtility.UrlDecode(parts[0]);
        var sent = parts.Length == 2 ? parts[1] : "";
        var meant = WebUtility.UrlDecode(sent);

        // JSON or a second form, sent inside a parameter, may carry a credential under a name that is not the parameter's.
        return !CredentialNames.IsMember(name) && CredentialText.Assigns($"{name} {meant}")
            ? new FormParameter(Shortened.Secret(name), Shortened.Secret(sent), Shortened.Secret(meant))
            : new FormParameter(name, Shortened.Member(name, sent), Shortened.Member(name, meant));
    }
}
