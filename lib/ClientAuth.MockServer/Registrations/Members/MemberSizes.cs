using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations.Members;

/// <summary>
/// How large each member of a registration may be: more than any client needs, and far less than the body may be. What a client
/// registers stays in memory and is shown to people.
/// </summary>
internal static class MemberSizes
{
    private const int LongestName = 256;
    private const int LongestText = 2000;
    private const int LongestCertificate = 8000;
    private const int LongestStatement = 16_000;
    private const int MostEntries = 20;

    /// <summary>Whether every member is small enough, and the name fit to be shown; leaves a line only where not.</summary>
    public static bool Check(ClientMetadata client, CheckTrace trace) =>
        Problems(client).FirstOrDefault() is not { } problem
        || trace.Check(
            Rules.RegisteredSizes with
            {
                Concerns = problem.Member,
            },
            false,
            problem.Expected,
            $"{problem.Member} {problem.Seen}"
        );

    private static IEnumerable<Problem> Problems(ClientMetadata client) =>
        Texts(client)
            .Where(text => text.Value?.Length > text.Longest)
            .Select(text => new Problem(
                text.Member,
                $"at most {text.Longest} characters in each text",
                $"with {text.Value!.Length}"
            ))
            .Concat(
                Lists(client)
                    .Where(list => list.Count > MostEntries)
                    .Select(list => new Problem(
                        list.Member,
                        $"at most {MostEntries} entries in each list",
                        $"with {list.Count}"
                    ))
            )
            .Concat(
                client.ClientName?.Any(IsUnfit) is true
                    ? [new Problem("client_name", "a name without control characters", "with one")]
                    : []
            );

    private static IEnumerable<(string Member, string? Value, int Longest)> Texts(ClientMetadata client) =>
        [
            ("client_name", client.ClientName, LongestName),
            ("token_endpoint_auth_method", client.TokenEndpointAuthMethod, LongestName),
            ("token_endpoint_auth_signing_alg", client.TokenEndpointAuthSigningAlg, LongestName),
            ("scope", client.Scope, LongestText),
            ("jwks_uri", client.JwksUri, LongestText),
            ("tls_client_auth_subject_dn", client.TlsClientAuthSubjectDn, LongestText),
            ("tls_client_auth_san_dns", client.TlsClientAuthSanDns, LongestName),
            ("tls_client_auth_san_uri", client.TlsClientAuthSanUri, LongestText),
            ("tls_client_auth_san_ip", client.TlsClientAuthSanIp, LongestName),
            ("tls_client_auth_san_email", client.TlsClientAuthSanEmail, LongestName),
            ("tls_client_auth_authority_sha256", client.TlsClientAuthAuthoritySha256, LongestName),
            ("software_id", client.SoftwareId, LongestName),
            ("software_statement", client.SoftwareStatement, LongestStatement),
            .. (client.GrantTypes ?? []).Select(grant => ("grant_types", (string?)grant, LongestName)),
            .. (client.RedirectUris ?? []).Select(uri => ("redirect_uris", (string?)uri, LongestText)),
            .. (client.Jwks?.Keys ?? []).SelectMany(Texts).Select(text => ("jwks", text.Value, text.Longest)),
        ];

    private static IEnumerable<(string? Value, int Longest)> Texts(Jwk key) =>
        [
            (key.Kty, LongestName),
            (key.Kid, LongestName),
            (key.Alg, LongestName),
            (key.Use, LongestName),
            (key.Crv, LongestName),
            (key.X, LongestText),
            (key.Y, LongestText),
            (key.N, LongestText),
            (key.E, LongestText),
            .. (key.KeyOps ?? []).Select(operation => ((string?)operation, LongestName)),
            .. (key.X5c ?? []).Select(certificate => ((string?)certificate, LongestCertificate)),
            // What the server does not know, it keeps all the same.
            .. (key.OtherMembers ?? new Dictionary<string, JsonElement>()).Select(member =>
                ((string?)(member.Key + member.Value.GetRawText()), LongestText)
            ),
        ];

    private static IEnumerable<(string Member, int Count)> Lists(ClientMetadata client) =>
        [
            ("grant_types", client.GrantTypes?.Count ?? 0),
            ("redirect_uris", client.RedirectUris?.Count ?? 0),
            .. (client.Jwks?.Keys ?? []).Select(key => ("jwks", key.X5c?.Count ?? 0)),
            .. (client.Jwks?.Keys ?? []).Select(key => ("jwks", key.KeyOps?.Count ?? 0)),
            .. (client.Jwks?.Keys ?? []).Select(key => ("jwks", key.OtherMembers?.Count ?? 0)),
        ];

    // Also those that turn the direction of what follows: a name could show as another.
    private static bool IsUnfit(char c) =>
        char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private sealed record Problem(string Member, string Expected, string Seen);
}
