using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.KeySets;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Weaknesses;

/// <summary>
/// What a verifier does that lets the header choose algorithm and key. It takes the text of the client's public key for the secret of a
/// MAC, and needs no key at all for <c>none</c>; it believes the key that stands there, fetches one from wherever it points to
/// (RFC 7515 §4.1.2 to §4.1.6), and looks a <c>kid</c> up among the keys of all clients. Only without
/// <see cref="Defence.AlgorithmOfRegistration"/>, <see cref="Defence.KeysOfRegistration"/> and <see cref="Defence.KeysOfThatClient"/>.
/// </summary>
internal sealed class HeaderChoice
{
    private const string None = "none";

    private readonly IReadOnlyList<Defence> _switchedOff;
    private readonly RegisteredClients _clients;
    private readonly KeySetDownload _download;

    private HeaderChoice(IReadOnlyList<Defence> switchedOff, RegisteredClients clients, KeySetDownload download)
    {
        _switchedOff = switchedOff;
        _clients = clients;
        _download = download;
    }

    /// <summary>Null with these defences: then the registration decides alone.</summary>
    public static HeaderChoice? For(
        IReadOnlyList<Defence> switchedOff,
        RegisteredClients clients,
        KeySetDownload download
    ) =>
        switchedOff.Any(defence =>
            defence is Defence.AlgorithmOfRegistration or Defence.KeysOfRegistration or Defence.KeysOfThatClient
        )
            ? new HeaderChoice(switchedOff, clients, download)
            : null;

    /// <summary>What the algorithm in the header makes of the client's keys; null where they are used as what they are.</summary>
    public IReadOnlyList<SecurityKey>? ByAlgorithm(DecodedJwt jwt, IReadOnlyList<Jwk> registered, CheckTrace trace)
    {
        var alg = jwt.HeaderString("alg");
        if (
            !_switchedOff.Contains(Defence.AlgorithmOfRegistration)
            || (alg != None && !SignatureAlgorithms.Symmetric.Contains(alg))
        )
        {
            return null;
        }

        trace.LookAway(
            Rules.Key,
            Defence.AlgorithmOfRegistration,
            alg == None ? "no key, since alg is none" : $"the text of each public key, as a secret for {alg}"
        );
        return alg == None ? [new UnsecuredKey()] : [.. registered.Where(PublicKeys.IsKnownType).Select(AsSecret)];
    }

    /// <summary>The client's keys, and with them those that the header leads to; they go by the name that it asks for.</summary>
    public async Task<IReadOnlyList<Jwk>> WithThoseOfAsync(DecodedJwt jwt, IReadOnlyList<Jwk> registered)
    {
        IReadOnlyList<Jwk> brought = _switchedOff.Contains(Defence.KeysOfRegistration) ? await BroughtAsync(jwt) : [];
        IReadOnlyList<Jwk> others = _switchedOff.Contains(Defence.KeysOfThatClient)
            ? [.. _clients.Snapshot().SelectMany(client => client.Jwks?.Keys ?? [])]
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
            keys.AddRange(KeySetDocument.Read(await _download.GetAsync(keySet), int.MaxValue, _ => null).Keys);
        }

        if (Address(jwt, "x5u") is { } certificates)
        {
            var pem = Encoding.UTF8.GetString(await _download.GetAsync(certificates));
            using var certificate = X509Certificate2.CreateFromPem(pem);
            keys.Add(Jwk.FromCertificate(certificate));
        }

        return keys;
    }

    private static Uri? Address(DecodedJwt jwt, string header) =>
        Uri.TryCreate(jwt.HeaderString(header), UriKind.Absolute, out var uri) ? uri : null;

    private static SymmetricSecurityKey AsSecret(Jwk jwk)
    {
        using var key = PublicKeys.Import(jwk);
        return new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key.ExportSubjectPublicKeyInfoPem()));
    }
}
