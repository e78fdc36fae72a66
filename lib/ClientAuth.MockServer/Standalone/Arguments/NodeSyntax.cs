using System.CommandLine;

namespace ClientAuth.MockServer.Standalone.Arguments;

/// <summary>The part of the command line that makes the server one of several nodes of an issuer.</summary>
internal sealed class NodeSyntax
{
    public const string IssuerOption = "--issuer";
    public const string SigningKeyOption = "--signing-key";
    public const string RedisOption = "--redis";
    public const string AsItIsOption = SharedState.SharedStatePlace.AsItIsOption;

    private readonly Option<string?> _issuer = new(IssuerOption)
    {
        Description =
            "The issuer that the server is, where it is not the origin of its token endpoint: an https URL, the same at all nodes.",
        HelpName = "URL",
        CustomParser = Issuers.Read,
    };

    private readonly Option<string?> _signingKey = new(SigningKeyOption)
    {
        Description =
            "The issuer's signing key in PEM, on P-256, the same at all nodes. The first node makes the file where there is none. "
            + "Default: a key for this run.",
        HelpName = "FILE",
    };

    private readonly Option<RedisAddress?> _redis = new(RedisOption)
    {
        Description =
            "A Redis server where the nodes of one issuer share what was used, revoked, pushed and registered. "
            + $"It needs {IssuerOption}, {SigningKeyOption}, and --clients with clients that bring their own keys or secrets. "
            + "Default: none; the server is alone and keeps all that in memory.",
        HelpName = "HOST:PORT",
        CustomParser = RedisAddress.Read,
    };

    private readonly Option<bool> _asItIs = new(AsItIsOption)
    {
        Description =
            $"Goes on with what the server of {RedisOption} holds now, though it may have forgotten what was used. "
            + "Without it, the node does not start in such a case.",
    };

    public IReadOnlyList<Option> Options => [_issuer, _signingKey, _redis, _asItIs];

    public StandaloneArguments Read(ParseResult parsed, StandaloneArguments others) =>
        others with
        {
            Issuer = parsed.GetValue(_issuer),
            SigningKey = parsed.GetValue(_signingKey),
            Redis = parsed.GetValue(_redis),
            TakesRedisAsItIs = parsed.GetValue(_asItIs),
        };
}
