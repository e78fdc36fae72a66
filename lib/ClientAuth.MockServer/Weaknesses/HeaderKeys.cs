using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.KeySets;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Weaknesses;

/// <summary>
/// What a verifier does that lets the header choose the key: it believes the one that stands there, fetches one from wherever it points to
/// (RFC 7515 §4.1.2 to §4.1.6), and looks a <c>kid</c> up among the keys of all clients. Only without
/// <see cref="Defence.KeysOfRegistration"/> and <see cref="Defence.KeysOfThatClient"/>.
/// </summary>
internal sealed class HeaderKeys(IReadOnlyList<Defence> switchedOff, RegisteredClients clients, KeySetDownload download)
{
    /// <summary>The client's keys, and with them those that the header leads to; they go by the name that it asks for.</summary>
    public async Task<IReadOnlyList<Jwk>> WithThoseOfAsync(DecodedJwt jwt, IReadOnlyList<Jwk> registered)
    {
        IReadOnlyList<Jwk> brought = switchedOff.Contains(Defence.KeysOfRegistration) ? await BroughtAsync(jwt) : [];
        IReadOnlyList<Jwk> others = switchedOff.Contains(Defence.KeysOfThatClient)
            ? [.. clients.Snapshot().SelectMany(client => client.Jwks?.Keys ?? [])]
            : [];
        return [.. registered, .. brought.Select(key => key with { Kid = jwt.HeaderString("kid") }), .. others];
    }

    private async Task<IReadOnlyList<Jwk>> BroughtAsync(DecodedJwt jwt)
    {
        try
        {
            IReadOnlyList<Jwk> brought = [.. InHeader(jwt), .. await ElsewhereAsync(jwt)];
            foreach (var key in brought.Where(PublicKeys.IsKnownType))
            {
                // Numbers that make no key are noticed here, and not where a registered key is taken for granted.
                PublicKeys.Import(key).Dispose();
            }

            return brought;
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or CryptographicException
                        or FormatException
                        or NotSupportedException
                        or KeySetUnavailableException
            )
        {
            // As careless as it is, it has no key then, and the client's own decide.
            return [];
        }
    }

    private static IEnumerable<Jwk> InHeader(DecodedJwt jwt)
    {
        if (jwt.Header.TryGetProperty("jwk", out var jwk) && jwk.Deserialize(ProtocolJson.Default.Jwk) is { } key)
        {
            yield return key;
        }

        if (
            jwt.Header.TryGetProperty("x5c", out var chain)
            && chain is { ValueKind: JsonValueKind.Array }
            && chain.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } der
        )
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(der.GetString()!));
            yield return Jwk.FromCertificate(certificate);
        }
    }

    private async Task<IReadOnlyList<Jwk>> ElsewhereAsync(DecodedJwt jwt)
    {
        List<Jwk> keys = [];
        if (Address(jwt, "jku") is { } keySet)
        {
            keys.AddRange(KeySetDocument.Read(await download.GetAsync(keySet), _ => null).Keys);
        }

        if (Address(jwt, "x5u") is { } certificates)
        {
            var pem = Encoding.UTF8.GetString(await download.GetAsync(certificates));
            using var certificate = X509Certificate2.CreateFromPem(pem);
            keys.Add(Jwk.FromCertificate(certificate));
        }

        return keys;
    }

    private static Uri? Address(DecodedJwt jwt, string header) =>
        Uri.TryCreate(jwt.HeaderString(header), UriKind.Absolute, out var uri) ? uri : null;
}
