using ClientAuth.Protocol;

namespace Interoperability.Tests;

/// <summary>What two programs are tried with: the rows of the table. A method is called as it is registered.</summary>
internal static class Feature
{
    public const string Dpop = "DPoP";
    public const string PushedRequests = "PAR";
    public const string Introspection = "introspection";
    public const string Revocation = "revocation";
    public const string Registration = "registration";

    /// <summary>Every row, in the order of the table.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        TokenEndpointAuthMethods.ClientSecretBasic,
        TokenEndpointAuthMethods.ClientSecretPost,
        TokenEndpointAuthMethods.ClientSecretJwt,
        TokenEndpointAuthMethods.PrivateKeyJwt,
        TokenEndpointAuthMethods.TlsClientAuth,
        TokenEndpointAuthMethods.SelfSignedTlsClientAuth,
        TokenEndpointAuthMethods.AttestJwtClientAuth,
        TokenEndpointAuthMethods.AttestJwtClientAuthDpop,
        Dpop,
        PushedRequests,
        Introspection,
        Revocation,
        Registration,
    ];
}
