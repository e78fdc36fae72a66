using System.Security.Cryptography;
using ClientAuth.MockServer.Standalone.Arguments;
using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Files;
using ClientAuth.Protocol;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Standalone.Nodes;

/// <summary>What makes a run one node of an issuer: the issuer's signing key, and what its nodes share. A server alone has neither.</summary>
internal sealed class Node : IAsyncDisposable
{
    private Node() { }

    /// <summary>Null where the run makes one of its own.</summary>
    public ECDsa? SigningKey { get; private init; }

    /// <summary>Null where the server is alone.</summary>
    public ISharedState? State { get; private init; }

    /// <exception cref="StartFailure">The key or Redis cannot be used, or an option is missing.</exception>
    public static async Task<Node> OpenAsync(
        StandaloneArguments arguments,
        string? signingKey,
        InputFile files,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        RequireWhatBelongsTogether(arguments);
        if (signingKey is not { } file)
        {
            return new Node();
        }

        var (key, isNew) = await SigningKeyFile.OpenAsync(file, files);
        try
        {
            return new Node
            {
                SigningKey = key,
                State = arguments.Redis is { } redis
                    ? await ConnectAsync(redis, Place(redis, arguments, key, isNew, clock), stop)
                    : null,
            };
        }
        catch
        {
            key.Dispose();
            if (isNew)
            {
                TryDelete(file);
            }

            throw;
        }
    }

    /// <summary>A client that all nodes are to know needs a credential that does not come from one run.</summary>
    /// <exception cref="StartFailure">A client lacks it; the message names it.</exception>
    public static void RequireOwnCredentials(IReadOnlyList<ClientMetadata> clients, string path)
    {
        foreach (var client in clients)
        {
            var lacks = client.TokenEndpointAuthMethod switch
            {
                TokenEndpointAuthMethods.ClientSecretBasic
                or TokenEndpointAuthMethods.ClientSecretPost
                or TokenEndpointAuthMethods.ClientSecretJwt when client.ClientSecret is null =>
                    "give it a client_secret",
                TokenEndpointAuthMethods.PrivateKeyJwt
                or TokenEndpointAuthMethods.SelfSignedTlsClientAuth when client is { Jwks: null, JwksUri: null } =>
                    "give it jwks or jwks_uri",
                TokenEndpointAuthMethods.TlsClientAuth =>
                    "register it for self_signed_tls_client_auth, since each node has an authority of its own",
                _ => null,
            };
            if (lacks is not null)
            {
                throw StartFailure.Usage(
                    $"{path}: client '{client.ClientId}' ({client.TokenEndpointAuthMethod}) brings no credential, and each node would make "
                        + $"it another one; with {NodeSyntax.RedisOption}, {lacks}."
                );
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (State is IAsyncDisposable connection)
        {
            await connection.DisposeAsync();
        }

        SigningKey?.Dispose();
    }

    // So that the next start is the first one again. Where it fails, the reason why the node does not start is still the one to tell.
    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    private static void RequireWhatBelongsTogether(StandaloneArguments arguments)
    {
        if (arguments.Redis is not null && (arguments.Issuer is null || arguments.SigningKey is null))
        {
            throw StartFailure.Usage(
                $"{NodeSyntax.RedisOption} needs {NodeSyntax.IssuerOption} and {NodeSyntax.SigningKeyOption}: the nodes of one issuer have "
                    + "one name and one key. Try --help."
            );
        }

        if (arguments is { Redis: null, TakesRedisAsItIs: true })
        {
            throw StartFailure.Usage($"{NodeSyntax.AsItIsOption} needs {NodeSyntax.RedisOption}. Try --help.");
        }
    }

    private static SharedStatePlace Place(
        RedisAddress redis,
        StandaloneArguments arguments,
        ECDsa key,
        bool isNew,
        TimeProvider clock
    ) =>
        new(redis.Host, redis.Port, arguments.Issuer!, Jwk.FromPublicKey(key).Thumbprint(), clock)
        {
            IsNew = isNew,
            TakesAsItIs = arguments.TakesRedisAsItIs,
        };

    private static async Task<ISharedState> ConnectAsync(
        RedisAddress redis,
        SharedStatePlace place,
        CancellationToken stop
    )
    {
        try
        {
            return await RedisFolder.Load().ConnectAsync(place, stop);
        }
        catch (SharedStateException e)
        {
            throw StartFailure.Machine($"{NodeSyntax.RedisOption} {redis}: {e.Message}", e);
        }
    }
}
