using System.Buffers.Text;
using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Lab.Attacks;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using MakeAssertion = System.Func<string, string, string, System.DateTimeOffset, string>;

namespace ClientAuth.Lab.Exercises.Assertions;

/// <summary>The assertion of the colleague's client in lesson 02, as a learner makes it, and as it can be wrong.</summary>
internal static class SecretAssertion
{
    /// <summary>The client of <c>data/clients.json</c> in whose name it speaks.</summary>
    public const string ClientId = "mobile-app-jwt-symmetric";

    private const string Issuer = "https://login.example";

    // 32 zero octets in Base64url, so that it can be decoded as the colleague does.
    private static readonly string DecodableSecret = Base64Url.EncodeToString(new byte[32]);

    /// <summary>Whether all four mistakes of the colleague are still there.</summary>
    public static bool IsTheColleagues(MakeAssertion make)
    {
        var compact = make(ClientId, DecodableSecret, Issuer, DateTimeOffset.UnixEpoch.AddYears(60));
        // What is no JWT has been changed, and its rule says how.
        return DecodedJwt.TryParse(compact, out var jwt, out _)
            && jwt.HeaderString("typ") == "at+jwt"
            && jwt.Signature.Span.SequenceEqual(HMACSHA256.HashData(new byte[32], jwt.SigningInput))
            && Seconds(jwt, "exp") - Seconds(jwt, "iat") == 3600
            && jwt.ClaimString("jti") is null;
    }

    /// <summary>Asks a server for tokens: twice as a plain client, and three hours later as two others.</summary>
    public static async Task<IReadOnlyList<SentRequest>> SendAllAsync(
        MakeAssertion make,
        CancellationToken cancellationToken
    )
    {
        // No Base64url, and long enough for HS256; a passphrase protects nothing here.
        var (anyId, phraseId) = ($"client-{Guid.NewGuid():N}", "passphrase-client");
        await using var lab = await Testbed.StartAsync(
            Registration(ClientId),
            Registration(anyId),
            Registration(phraseId) with
            {
                ClientSecret = "correct horse, battery + staple: 32 and more",
            }
        );
        var first = new SentRequest("the first", await FailureAsync(ClientId));
        if (first.Failure is not null)
        {
            return [first];
        }

        var second = new SentRequest("the second", await FailureAsync(ClientId));
        lab.Clock.Move(TimeSpan.FromHours(3));
        return
        [
            first,
            second,
            new($"client '{anyId}', three hours later", await FailureAsync(anyId)),
            new($"client '{phraseId}', whose secret is no Base64url", await FailureAsync(phraseId)),
        ];

        async Task<Decision?> FailureAsync(string clientId) =>
            (await SendAsync(lab, clientId, make, cancellationToken)).Trace.Failure;
    }

    /// <summary>Asks a lab's server for a token in the name of one of its clients.</summary>
    public static async Task<RecordedExchange> SendAsync(
        Testbed lab,
        string clientId,
        MakeAssertion make,
        CancellationToken cancellationToken
    )
    {
        var secret = lab.Client(clientId).Secret!.Reveal();
        var assertion = make(clientId, secret, lab.Server.Metadata.Issuer, lab.Clock.GetUtcNow());
        await TokenRequests.PostAsync(lab, assertion, cancellationToken);
        return lab.LastExchange;
    }

    /// <summary>A right assertion, to be built or spoilt.</summary>
    public static ClientAssertionBuilder Right(string id, string secret, string issuer, DateTimeOffset now) =>
        ClientAssertionBuilder.For(
            id,
            issuer,
            new AssertionSigner.Hmac(new ClientSecret(secret), SignatureAlgorithms.HS256),
            new StandingClock(now),
            Guid.NewGuid().ToString("N")
        );

    /// <summary>Mended, and then changed before it is signed.</summary>
    public static MakeAssertion Mended(Func<ClientAssertionBuilder, ClientAssertionBuilder> change) =>
        (id, secret, issuer, now) => change(Right(id, secret, issuer, now)).Build().Compact;

    /// <summary>Mended, but signed with what the secret decodes to.</summary>
    public static string KeyDecoded(string id, string secret, string issuer, DateTimeOffset now) =>
        SignedBy(Base64Url.DecodeFromChars(secret), Right(id, secret, issuer, now));

    /// <summary>Mended, but signed with a key that has nothing to do with the secret.</summary>
    public static string OtherKey(string id, string secret, string issuer, DateTimeOffset now) =>
        SignedBy(new byte[32], Right(id, secret, issuer, now));

    private static string SignedBy(byte[] key, ClientAssertionBuilder good)
    {
        var unsigned = good.Build();
        return unsigned.WithSignature(HMACSHA256.HashData(key, unsigned.SigningInput)).Compact;
    }

    private static ClientMetadata Registration(string id) =>
        new()
        {
            ClientId = id,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.ClientSecretJwt,
            TokenEndpointAuthSigningAlg = SignatureAlgorithms.HS256,
            Scope = "read write",
        };

    private static long? Seconds(DecodedJwt jwt, string claim) =>
        jwt.Payload.TryGetProperty(claim, out var value) && value.TryGetInt64(out var seconds) ? seconds : null;
}
