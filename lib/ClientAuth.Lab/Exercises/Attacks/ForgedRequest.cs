using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Client;
using ClientAuth.Lab.Attacks;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Attacks;

/// <summary>The five forged requests of lesson 11 whose results a learner predicts.</summary>
internal static class ForgedRequest
{
    public const string Hs256 = "hs256";
    public const string Jwk = "jwk";
    public const string Rs256Jwk = "rs256-jwk";
    public const string NoneCrit = "none-crit";
    public const string Replay = "replay";

    /// <summary>What a request that is not refused ends with.</summary>
    public const string Token = "token";

    private const string Victim = "victim";

    public static IReadOnlyList<string> All { get; } = [Hs256, Jwk, Rs256Jwk, NoneCrit, Replay];

    /// <summary>How each of them may end.</summary>
    public static IReadOnlyList<string> Ends { get; } =
    [Token, Rules.Alg.Name, Rules.Crit.Name, Rules.Key.Name, Rules.Signature.Name, Rules.JtiUnused.Name];

    /// <summary>How each of them ends at a real server that goes without some defences.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> FatesAsync(
        IReadOnlyList<Defence> off,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync(
            new TestbedOptions { Clients = [Registration], Server = options => options with { SwitchedOff = off } },
            cancellationToken
        );
        using var rsa = RSA.Create(2048);
        var fates = new Dictionary<string, string>();
        foreach (var request in All)
        {
            var assertion = Make(lab, request, rsa);
            await TokenRequests.PostAsync(lab, assertion, cancellationToken);
            if (request == Replay)
            {
                await TokenRequests.PostAsync(lab, assertion, cancellationToken);
            }

            fates[request] = lab.LastExchange.Trace.Failure?.Check ?? Token;
        }

        return fates;
    }

    /// <summary>How each of them ends, by reasoning.</summary>
    public static string Reasoned(Defence[] off, string request) =>
        request switch
        {
            Jwk => off.Contains(Defence.KeysOfRegistration) ? Token : Rules.Signature.Name,
            Replay => off.Contains(Defence.SingleUse) ? Token : Rules.JtiUnused.Name,
            _ when !off.Contains(Defence.AlgorithmOfRegistration) => Rules.Alg.Name,
            Rs256Jwk => off.Contains(Defence.KeysOfRegistration) ? Token : Rules.Key.Name,
            NoneCrit => off.Contains(Defence.CriticalHeaders) ? Token : Rules.Crit.Name,
            _ => Token,
        };

    /// <summary>Each of them at every server that goes without any of these defences; first at one that has all.</summary>
    public static IEnumerable<(Defence[] Off, string Request)> AtAnyServer(IReadOnlyList<Defence> defences) =>
        from choice in Enumerable.Range(0, 1 << defences.Count)
        let off = defences.Where((_, number) => (choice >> number & 1) == 1).ToArray()
        from request in All
        select (off, request);

    private static ClientMetadata Registration =>
        new()
        {
            ClientId = Victim,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
            TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
            Scope = "read",
        };

    private static string Make(Testbed lab, string request, RSA rsa)
    {
        var victim = lab.Client(Victim);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = request switch
        {
            Hs256 => TokenRequests.Draft(lab, Victim, ByPublicKey(victim.PrivateKey!)).Build(),
            Jwk => By(ec, SignatureAlgorithms.ES256).WithHeader("jwk", PublicJwk(ec)).Build(),
            Rs256Jwk => By(rsa, SignatureAlgorithms.RS256).WithHeader("jwk", PublicJwk(rsa)).Build(),
            NoneCrit => By(ec, SignatureAlgorithms.ES256)
                .WithHeader("alg", "none")
                .WithHeader("crit", new JsonArray("x-test"))
                .WithHeader("x-test", 1)
                .Build()
                .WithSignature([]),
            _ => By(victim.PrivateKey!, SignatureAlgorithms.ES256).Build(),
        };
        return made.Compact;

        ClientAssertionBuilder By(AsymmetricAlgorithm key, string alg) =>
            TokenRequests.Draft(lab, Victim, AssertionSigner.ForKey(key, alg, victim.KeyId));
    }

    private static AssertionSigner.Hmac ByPublicKey(AsymmetricAlgorithm key) =>
        new(new ClientSecret(key.ExportSubjectPublicKeyInfoPem()), SignatureAlgorithms.HS256);

    private static JsonNode? PublicJwk(AsymmetricAlgorithm key) =>
        JsonSerializer.SerializeToNode(Protocol.Jwk.FromPublicKey(key), ProtocolJson.Default.Jwk);
}
