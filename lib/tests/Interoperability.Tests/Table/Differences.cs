using static Interoperability.Tests.Table.Difference;

namespace Interoperability.Tests.Table;

/// <summary>What the rows taught about the programs that they tried.</summary>
internal static class Differences
{
    public static IReadOnlyList<Difference> All { get; } =
    [
        new(
            "`attest_jwt_client_auth`",
            "node-oidc-provider",
            Theirs,
            "It follows draft 12 of attestation-based client authentication, this project draft 10. A client attestation and its proof are the same in both."
        ),
        new(
            "`attest_jwt_client_auth`",
            "node-oidc-provider",
            Policy,
            "The client library has no such method, since an app exchanges its attestation for a token instead; the test adds the two headers to its request."
        ),
        new(
            "registration",
            "node-oidc-provider",
            Ours,
            "The client library registers from a template, with a token that is bound to the device's key. A server without templates needs the client's metadata, so the test writes the request, and the library reads, uses and withdraws the registration."
        ),
        new(
            "registration",
            "openid-client",
            Theirs,
            "Left to itself it sends the secret of a client that it has registered in the body, also where `client_secret_basic` is registered, and this server refuses that (`client.method`). It has to be told the method."
        ),
        new(
            "PAR",
            "openid-client",
            Policy,
            "It builds the browser's address together with the pushed request, and this server publishes no `authorization_endpoint`. The test adds one to the metadata; nobody calls it."
        ),
        new(
            "DPoP",
            "oauth4webapi",
            Theirs,
            "After `use_dpop_nonce` it leaves the second request to its caller. openid-client and this project's client send it by themselves."
        ),
    ];
}
