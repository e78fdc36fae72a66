using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Tests.Samples;

/// <summary>Three clients: one with its token, one that is refused, and one whose token is no good sign.</summary>
internal static class SampleClientBoard
{
    public static ClientBoardView View { get; } =
        new(
            [
                new("billing", "client_secret_jwt", 200, null, null),
                new(
                    "orders",
                    "client_secret_basic",
                    401,
                    "invalid_client",
                    new Decision(
                        "secret.value",
                        "the registered secret",
                        "35 characters, different from the registered secret",
                        Verdict.Failed,
                        "RFC 6749 §2.3.1"
                    )
                ),
                new("gate", "tls_client_auth", 200, null, null) { Objection = "registration weakened: none" },
            ],
            mended: 4,
            faults: 10
        );
}
