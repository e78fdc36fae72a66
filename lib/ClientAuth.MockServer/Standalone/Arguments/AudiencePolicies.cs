using System.CommandLine.Parsing;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Standalone.Arguments;

/// <summary>The audience policies as a command line writes them.</summary>
internal static class AudiencePolicies
{
    public const string Option = "--audience-policy";

    /// <summary>The issuer or a token endpoint.</summary>
    public const string Legacy = "legacy";

    private static readonly (string Word, AudiencePolicy Policy)[] All =
    [
        ("issuer-only", AudiencePolicy.IssuerOnly),
        (Legacy, AudiencePolicy.Legacy),
        ("token-endpoint-only", AudiencePolicy.TokenEndpointOnly),
    ];

    public static AudiencePolicy Read(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (All.FirstOrDefault(one => one.Word == text) is { Word: not null } known)
        {
            return known.Policy;
        }

        argument.AddError($"{Option} is '{text}'; it takes {string.Join(", ", All.Select(one => one.Word))}.");
        return default;
    }
}
