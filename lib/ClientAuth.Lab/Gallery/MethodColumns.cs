using ClientAuth.Protocol;

namespace ClientAuth.Lab.Gallery;

/// <summary>The columns of the gallery's matrix: methods that prove something in the same way share one.</summary>
internal static class MethodColumns
{
    public static IReadOnlyList<string> All { get; } =
    ["secret", "secret JWT", "key JWT", "certificate", "attestation", "none"];

    /// <exception cref="ArgumentException">No such method.</exception>
    public static string Of(string method) =>
        method switch
        {
            TokenEndpointAuthMethods.ClientSecretBasic or TokenEndpointAuthMethods.ClientSecretPost => All[0],
            TokenEndpointAuthMethods.ClientSecretJwt => All[1],
            TokenEndpointAuthMethods.PrivateKeyJwt => All[2],
            TokenEndpointAuthMethods.TlsClientAuth or TokenEndpointAuthMethods.SelfSignedTlsClientAuth => All[3],
            TokenEndpointAuthMethods.AttestJwtClientAuth or TokenEndpointAuthMethods.AttestJwtClientAuthDpop => All[4],
            TokenEndpointAuthMethods.None => All[5],
            _ => throw new ArgumentException($"There is no method '{method}'.", nameof(method)),
        };
}
