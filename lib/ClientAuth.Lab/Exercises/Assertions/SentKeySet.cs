using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Client;
using ClientAuth.Lab.Attacks;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Exercises.Assertions;

/// <summary>The key set of lesson 03 as a learner makes it, registered at a server, and the app that signs with the key.</summary>
internal static class SentKeySet
{
    /// <summary>Where a registration is refused before any request: in the words of a trace, so that the rules are all alike.</summary>
    public const string IsASet = "jwks.format";
    public const string HoldsNothingPrivate = "jwks.private";
    public const string IsRegistered = "jwks.keys";

    private const string ClientId = "colleagues-app";

    /// <summary>Whether the mistakes that show for every key are still there.</summary>
    public static bool IsTheColleagues(Func<ECDsa, string> keySet)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (its, jwk) = (key.ExportParameters(includePrivateParameters: true), Jwk.FromPublicKey(key));
        try
        {
            return JsonNode.Parse(keySet(key))?["keys"]?[0] is JsonObject left
                && $"{left["d"]}" == Trimmed(its.D!)
                && $"{left["x"]}" == Trimmed(its.Q.Y!)
                && $"{left["kid"]}" != jwk.Kid;
        }
        catch (Exception unread)
            when (unread is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            // What is no set with a key has been changed, and its rule says how.
            return false;
        }
    }

    /// <summary>Registers sets and asks for tokens: for a key like most, and for two whose x or y begins with a zero.</summary>
    public static async Task<IReadOnlyList<SentRequest>> SendAllAsync(
        Func<ECDsa, string> keySet,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync(new ClientMetadata { ClientId = "somebody-else" });
        (string What, Func<ECPoint, bool> IsOne)[] kinds =
        [
            ("a key like most", point => point.X![0] != 0 && point.Y![0] != 0),
            ("a key whose x begins with a zero", point => point.X![0] == 0),
            ("a key whose y begins with a zero", point => point.Y![0] == 0),
        ];
        var sent = new List<SentRequest>();
        foreach (var (what, isOne) in kinds.TakeWhile(_ => sent.All(one => one.Failure is null)))
        {
            using var key = Make(isOne);
            var (refused, exchange) = await SendAsync(lab, key, keySet, cancellationToken);
            sent.Add(new SentRequest(what, refused ?? exchange!.Trace.Failure));
        }

        return sent;
    }

    /// <summary>Registers the set for a new client, and asks for a token with the key.</summary>
    /// <returns>Why the set was refused, or what came of the request.</returns>
    public static async Task<(Decision? Refused, RecordedExchange? Exchange)> SendAsync(
        Testbed lab,
        ECDsa key,
        Func<ECDsa, string> keySet,
        CancellationToken cancellationToken
    )
    {
        var clientId = $"{ClientId}-{Guid.NewGuid():N}";
        if (Register(lab, clientId, keySet(key)) is { } refused)
        {
            return (refused, null);
        }

        var signer = AssertionSigner.ForKey(key, SignatureAlgorithms.ES256, Jwk.FromPublicKey(key).Kid);
        var assertion = TokenRequests.Draft(lab, clientId, signer).Build().Compact;
        await TokenRequests.PostAsync(lab, assertion, cancellationToken);
        return (null, lab.LastExchange);
    }

    /// <summary>A set with one key, changed.</summary>
    public static Func<ECDsa, string> Of(Func<Jwk, Jwk> change) => key => Write(change(Jwk.FromPublicKey(key)));

    /// <summary>The first key of a set by itself.</summary>
    public static Func<ECDsa, string> AsKeyAlone(this Func<ECDsa, string> keySet) =>
        key => JsonNode.Parse(keySet(key))!["keys"]![0]!.ToJsonString();

    public static string WithPrivateNumber(ECDsa key)
    {
        var set = JsonNode.Parse(Write(Jwk.FromPublicKey(key)))!;
        set["keys"]![0]!["d"] = Base64Url.EncodeToString(key.ExportParameters(includePrivateParameters: true).D);
        return set.ToJsonString();
    }

    public static string OfAnotherKey(ECDsa key)
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Write(Jwk.FromPublicKey(other) with { Kid = Jwk.FromPublicKey(key).Kid });
    }

    public static string WithoutZeros(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return Write(Jwk.FromPublicKey(key) with { X = Trimmed(point.X!), Y = Trimmed(point.Y!) });
    }

    private static Decision? Register(Testbed lab, string clientId, string json)
    {
        try
        {
            lab.Server.Clients.Register(
                new ClientMetadata
                {
                    ClientId = clientId,
                    TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                    TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
                    Scope = "read write",
                    Jwks = JsonSerializer.Deserialize(json, ProtocolJson.Default.JwkSet),
                }
            );
            return null;
        }
        catch (JsonException unread) when (unread.Message.Contains("private", StringComparison.Ordinal))
        {
            return Refused(HoldsNothingPrivate, "public keys alone", unread.Message, "RFC 7517 §9.2");
        }
        catch (JsonException unread)
        {
            return Refused(IsASet, "a JWK Set", unread.Message, "RFC 7517 §5");
        }
        catch (ArgumentException wrong)
        {
            return Refused(IsRegistered, "a set that can be registered", Found(wrong.Message), "RFC 7518 §6.2");
        }
    }

    private static Decision Refused(string check, string expected, string seen, string specification) =>
        new(check, expected, seen, Verdict.Failed, specification);

    // The server's message says much of RSA as well, which the key here is not: what it found is the news.
    private static string Found(string message)
    {
        const string Before = ", found ";
        var from = message.LastIndexOf(Before, StringComparison.Ordinal);
        var to = message.LastIndexOf(" (", StringComparison.Ordinal);
        return from >= 0 && to > from ? message[(from + Before.Length)..to] : message;
    }

    private static string Write(Jwk jwk) =>
        JsonSerializer.Serialize(new JwkSet { Keys = [jwk] }, ProtocolJson.Default.JwkSet);

    private static string Trimmed(byte[] number) => Base64Url.EncodeToString(number.AsSpan().TrimStart((byte)0));

    // One of a kind is found after some hundred keys, which takes milliseconds.
    private static ECDsa Make(Func<ECPoint, bool> isOne)
    {
        while (true)
        {
            var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            if (isOne(key.ExportParameters(includePrivateParameters: false).Q))
            {
                return key;
            }

            key.Dispose();
        }
    }
}
