using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Tests.Lab;
using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Tests.Load;

/// <summary>Requests of every method, good and bad, and what each must get.</summary>
internal sealed class MixedRequests(TestLab lab)
{
    /// <summary>Over a connection without a certificate.</summary>
    public IReadOnlyList<ExpectedAnswer> WithoutCertificate() =>
        [
            Good("basic", () => TestCall.Basic(TestClients.Basic, lab.Clients.Secret)),
            Bad("basic, wrong secret", () => TestCall.Basic(TestClients.Basic, "wrong")),
            Good("post", () => TestCall.Post(TestClients.Post, lab.Clients.Secret)),
            Bad("post, wrong secret", () => TestCall.Post(TestClients.Post, "wrong")),
            Bad("post, unknown client", () => TestCall.Post("nobody", "wrong")),
            Good("MAC", () => TestCall.Asserting(lab.SignedAssertion(TestClients.Mac))),
            Bad(
                "MAC, expired",
                () => Claiming(TestClients.Mac, "exp", lab.Clock.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds())
            ),
            Good("signature", () => TestCall.Asserting(lab.SignedAssertion(TestClients.Signer))),
            Bad("signature, other audience", () => Claiming(TestClients.Signer, "aud", "https://other.example")),
            Bad(
                "signature, other key",
                () => TestCall.Asserting(lab.Assertion(TestClients.Signer).Sign(lab.Clients.OtherKey))
            ),
            Bad("certificate missing", () => TestCall.Presenting(TestClients.Tls, null)),
            new("public client", () => TestCall.With("client_id", TestClients.Public), 400, UnauthorizedClient),
            new(
                "two mechanisms",
                () => TestCall.Basic(TestClients.Basic, lab.Clients.Secret).And("client_secret", "x"),
                400,
                InvalidRequest
            ),
            new(
                "another scope",
                () => TestCall.Post(TestClients.Post, lab.Clients.Secret).And("scope", "admin"),
                400,
                InvalidScope
            ),
            new(
                "no form",
                () => new TestCall { RawBody = "{}", ContentType = "application/json" },
                400,
                InvalidRequest
            ),
        ];

    /// <summary>Over a connection with this client's certificate.</summary>
    public IReadOnlyList<ExpectedAnswer> With(X509Certificate2 certificate, string owner) =>
        [
            Good($"certificate of {owner}", () => TestCall.Presenting(owner, certificate)),
            Bad($"certificate of {owner}, another's name", () => TestCall.Presenting(Other(owner), certificate)),
            Bad($"certificate of {owner}, nobody's name", () => TestCall.Presenting("nobody", certificate)),
            Good(
                "signature and certificate",
                () => TestCall.Asserting(lab.SignedAssertion(TestClients.Signer)) with { Certificate = certificate }
            ),
        ];

    private static string Other(string owner) => owner == TestClients.Tls ? TestClients.SelfSigned : TestClients.Tls;

    private TestCall Claiming(string client, string claim, object value)
    {
        var assertion = lab.Assertion(client);
        assertion.Claims[claim] = value;
        return TestCall.Asserting(lab.Sign(client, assertion));
    }

    private static ExpectedAnswer Good(string name, Func<TestCall> make) => new(name, make, 200, null);

    private static ExpectedAnswer Bad(string name, Func<TestCall> make) => new(name, make, 401, InvalidClient);
}
