using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Keys;

/// <summary>Key pairs by the names that cases call them; each is made when it is first asked for.</summary>
internal sealed class CaseKeys : IDisposable
{
    public const string Client = "client";
    public const string Other = "other";

    /// <summary>The key of the attester that the servers trust.</summary>
    public const string Attester = "attester";

    /// <summary>Signs access tokens; each server gets a copy.</summary>
    public const string Server = "server";

    /// <summary>Signs the client's DPoP proofs.</summary>
    public const string Dpop = "dpop";

    /// <summary>Signs software statements.</summary>
    public const string Publisher = "publisher";

    private readonly ConcurrentDictionary<string, Lazy<AsymmetricAlgorithm>> _keys = new(StringComparer.Ordinal);

    private readonly Func<string, AsymmetricAlgorithm>? _find;

    public CaseKeys() { }

    /// <summary>Some keys are there already; it disposes of them, too.</summary>
    public CaseKeys(IReadOnlyDictionary<string, AsymmetricAlgorithm> known)
    {
        foreach (var (name, key) in known)
        {
            _keys[name] = new Lazy<AsymmetricAlgorithm>(key);
        }
    }

    private CaseKeys(Func<string, AsymmetricAlgorithm> find) => _find = find;

    /// <summary>These keys, and in front of them others.</summary>
    /// <param name="others">The key of that name, or null where these have to know it.</param>
    public CaseKeys With(Func<string, AsymmetricAlgorithm?> others) => new(name => others(name) ?? Find(name));

    /// <exception cref="UnusableCaseException">There is no key of this name.</exception>
    public AsymmetricAlgorithm Find(string name) =>
        _find?.Invoke(name) ?? _keys.GetOrAdd(name, _ => new Lazy<AsymmetricAlgorithm>(() => Create(name))).Value;

    /// <summary>A copy of the key that signs access tokens: a key object is not made for several servers at once.</summary>
    public ECDsa CopyOfServerKey() =>
        ECDsa.Create(((ECDsa)Find(Server)).ExportParameters(includePrivateParameters: true));

    public Jwk PublicJwk(string name) => Jwk.FromPublicKey(Find(name));

    /// <summary>The public JWK as JSON text.</summary>
    public string PublicJwkText(string name) =>
        JsonSerializer
            .SerializeToElement(new JwkSet { Keys = [PublicJwk(name)] }, ProtocolJson.Default.JwkSet)
            .GetProperty("keys")[0]
            .GetRawText();

    /// <summary>The JWK with its private part, for a client that publishes it by mistake.</summary>
    /// <exception cref="UnusableCaseException">The key is on no curve.</exception>
    public string PrivateJwkText(string name)
    {
        var key = Find(name) as ECDsa ?? throw new UnusableCaseException($"the key '{name}' is no EC key");
        var members = JsonNode.Parse(PublicJwkText(name))!;
        members["d"] = Base64Url.EncodeToString(key.ExportParameters(includePrivateParameters: true).D);
        return members.ToJsonString();
    }

    /// <summary>The modulus, or the point without compression (SEC 1, §2.3.3).</summary>
    public byte[] RawPublicKey(string name) =>
        Find(name) switch
        {
            RSA rsa => rsa.ExportParameters(includePrivateParameters: false).Modulus!,
            ECDsa ec when ec.ExportParameters(includePrivateParameters: false).Q is var point =>
            [
                4,
                .. point.X!,
                .. point.Y!,
            ],
            _ => [],
        };

    /// <summary>A certificate that the key has signed for itself, in standard Base64 of DER.</summary>
    public string SelfMadeCertificate(string name, DateTimeOffset now)
    {
        const string subject = "CN=Self-made";
        var request = Find(name) switch
        {
            ECDsa ec => new CertificateRequest(subject, ec, HashAlgorithmName.SHA256),
            RSA rsa => new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => throw new UnusableCaseException($"the key '{name}' cannot sign a certificate: use an EC or RSA key"),
        };
        using var certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(1));
        return Convert.ToBase64String(certificate.RawData);
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values.Where(key => key.IsValueCreated))
        {
            key.Value.Dispose();
        }
    }

    private static AsymmetricAlgorithm Create(string name) =>
        name switch
        {
            Client or Other or Attester or Dpop or Server or "attacker" or "second" or Publisher =>
                KeyAlgorithm.EcP256.CreateKey(),
            "p384" => KeyAlgorithm.EcP384.CreateKey(),
            "p521" => KeyAlgorithm.EcP521.CreateKey(),
            "rsa_2048" or "rsa_attacker" => KeyAlgorithm.Rsa2048.CreateKey(),
            "rsa_3072" => KeyAlgorithm.Rsa3072.CreateKey(),
            // Too short on purpose: a registration with it must be refused.
            "rsa_1024" => RSA.Create(1024),
            _ => throw new UnusableCaseException($"there is no key '{name}'"),
        };
}
