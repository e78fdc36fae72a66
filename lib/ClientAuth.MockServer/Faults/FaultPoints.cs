using ClientAuth.MockServer.Endpoints;

namespace ClientAuth.MockServer.Faults;

/// <summary>Which path is which point.</summary>
internal static class FaultPoints
{
    public static FaultPoint? At(string path) =>
        path switch
        {
            Paths.Metadata => FaultPoint.Metadata,
            Paths.Jwks => FaultPoint.Jwks,
            Paths.Token => FaultPoint.Token,
            Paths.Introspection => FaultPoint.Introspection,
            Paths.Revocation => FaultPoint.Revocation,
            Paths.PushedAuthorizationRequest => FaultPoint.PushedAuthorizationRequest,
            Paths.Challenge => FaultPoint.Challenge,
            Paths.ClientAttestationToken => FaultPoint.ClientAttestationToken,
            Paths.Registration => FaultPoint.Registration,
            Paths.Resource => FaultPoint.Resource,
            _ when path.StartsWith(Paths.ClientConfigurations, StringComparison.Ordinal) =>
                FaultPoint.ClientConfiguration,
            _ => null,
        };
}
