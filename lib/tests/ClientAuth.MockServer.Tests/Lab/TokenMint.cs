using System.Security.Cryptography;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>A lab whose server signs with a key that the test has too, so that it can mint what the server never would.</summary>
internal sealed class TokenMint : IAsyncDisposable
{
    private TokenMint(TestLab lab, ECDsa key)
    {
        Lab = lab;
        Key = key;
    }

    public TestLab Lab { get; }

    public ECDsa Key { get; }

    public static async Task<TokenMint> OpenAsync()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new TokenMint(
            await TestLab.StartAsync((_, options) => options with { Keys = new() { SigningKey = key } }),
            key
        );
    }

    /// <summary>A token as good as the server's own, to be spoiled by the test.</summary>
    public TestAssertion Draft()
    {
        var draft = Lab.Assertion(TestClients.Basic);
        draft.Header["typ"] = "at+jwt";
        draft.Claims["iss"] = Lab.Server.Issuer;
        draft.Claims["client_id"] = TestClients.Basic;
        draft.Claims["scope"] = "read";
        return draft;
    }

    public async ValueTask DisposeAsync()
    {
        await Lab.DisposeAsync();
        Key.Dispose();
    }
}
