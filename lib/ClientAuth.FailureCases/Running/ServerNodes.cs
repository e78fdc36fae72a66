using System.Security.Cryptography;
using ClientAuth.FailureCases.ServerOverrides;
using ClientAuth.FailureCases.Values;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Jwt;

namespace ClientAuth.FailureCases.Running;

/// <summary>The servers of one issuer in a case: one, or two that sign with the same key.</summary>
internal sealed class ServerNodes(MockAuthorizationServer first, MockAuthorizationServer? second, ECDsa signingKey)
    : IAsyncDisposable
{
    public MockAuthorizationServer First => first;

    /// <exception cref="UnusableCaseException">The case has no second server.</exception>
    public MockAuthorizationServer Second =>
        second ?? throw new UnusableCaseException("the issuer has no second node; set second_node");

    public static async Task<ServerNodes> StartAsync(
        AuthorizationServerOptions options,
        ECDsa signingKey,
        ServerChoices? choices,
        CancellationToken cancellationToken
    )
    {
        try
        {
            options = options with { Keys = options.Keys with { SigningKey = signingKey } };
            if (choices is not { SecondNode: true })
            {
                var only = await MockAuthorizationServer.StartAsync(options, cancellationToken);
                return new ServerNodes(only, second: null, signingKey);
            }

            var spent = choices.SharedAssertions is false ? null : new ReplayCache(options.Clock);
            options = options with { ReplayCache = spent };
            var first = await MockAuthorizationServer.StartAsync(options, cancellationToken);
            var second = await MockAuthorizationServer.StartAsync(
                options with
                {
                    Issuer = first.Issuer,
                },
                cancellationToken
            );
            return new ServerNodes(first, second, signingKey);
        }
        catch
        {
            signingKey.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await first.DisposeAsync();
        if (second is not null)
        {
            await second.DisposeAsync();
        }

        signingKey.Dispose();
    }
}
