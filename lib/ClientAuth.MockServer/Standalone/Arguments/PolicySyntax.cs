using System.CommandLine;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Standalone.Arguments;

/// <summary>The part of the command line that says what the server accepts. Each option is one of the library's, and has its default.</summary>
internal sealed class PolicySyntax
{
    public const string ClockSkewOption = "--clock-skew";
    public const string AssertionLifetimeOption = "--assertion-lifetime";
    public const string JwksUriOriginOption = "--jwks-uri-origin";
    public const string JwksUriAuthoritiesOption = "--jwks-uri-ca";
    public const string SoftwareIdsOption = "--accept-unknown-software-ids";

    private static readonly AuthorizationServerOptions Defaults = CommandLineSyntax.Defaults;

    // Nullable, and without a default of its own: the help would show that as the library writes it.
    private readonly Option<AudiencePolicy?> _audience = new(AudiencePolicies.Option)
    {
        Description =
            "The aud that an assertion must have: issuer-only (the issuer identifier), token-endpoint-only, or legacy (either). "
            + "Many clients send the URL of the token endpoint. Default: issuer-only.",
        HelpName = "POLICY",
        CustomParser = argument => AudiencePolicies.Read(argument),
    };

    private readonly Option<TimeSpan?> _skew = new(ClockSkewOption)
    {
        Description =
            $"How far the clocks of client and server may differ. Default: {Defaults.ClockSkew.TotalSeconds:0}.",
        HelpName = "SECONDS",
        CustomParser = argument => Numbers.Seconds(argument, least: 0),
    };

    private readonly Option<TimeSpan?> _lifetime = new(AssertionLifetimeOption)
    {
        Description =
            "How far ahead exp of an assertion may lie, and how long ago its iat. "
            + $"Default: {Defaults.Assertions.MaximumAssertionLifetime.TotalSeconds:0}.",
        HelpName = "SECONDS",
        CustomParser = argument => Numbers.Seconds(argument, least: 1),
    };

    private readonly Option<string[]> _origins = new(JwksUriOriginOption)
    {
        Description =
            "An origin that the jwks_uri of a client may have, such as https://keys.example:8443; may be given several times. "
            + $"It needs {JwksUriAuthoritiesOption}. Default: none, so that the server fetches nothing.",
        HelpName = "ORIGIN",
    };

    private readonly Option<string?> _authorities = new(JwksUriAuthoritiesOption)
    {
        Description =
            "The certificates, in PEM, that are trusted for the hosts of jwks_uri. The server never asks the machine's own store.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _softwareIds = new(SoftwareIdsOption)
    {
        Description =
            "Lets a client register with a software_id of its own, as many libraries send one. "
            + "Without it, software_id must name a template.",
    };

    public IReadOnlyList<Option> Options => [_audience, _skew, _lifetime, _origins, _authorities, _softwareIds];

    public StandaloneArguments Read(ParseResult parsed, StandaloneArguments others) =>
        others with
        {
            AudiencePolicy = parsed.GetValue(_audience) ?? Defaults.Assertions.AudiencePolicy,
            ClockSkew = parsed.GetValue(_skew) ?? Defaults.ClockSkew,
            AssertionLifetime = parsed.GetValue(_lifetime) ?? Defaults.Assertions.MaximumAssertionLifetime,
            JwksUriOrigins = parsed.GetValue(_origins) ?? [],
            JwksUriAuthorities = parsed.GetValue(_authorities),
            AcceptUnknownSoftwareIds = parsed.GetValue(_softwareIds),
        };
}
