using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;

namespace ClientAuth.Lab.Attacks;

/// <summary>No signature at all: <c>alg</c> is <c>none</c>, and nothing follows the second full stop (RFC 7518 §3.6).</summary>
public sealed class UnsecuredAssertion()
    : ForgedAssertion(
        new(
            "unsecured-assertion",
            AttackGroup.Forges,
            "alg none",
            "nothing but the client_id",
            "the registration names the algorithm"
        )
    )
{
    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        SwitchOff(options, Defence.AlgorithmOfRegistration);

    private protected override string Forge(Testbed target)
    {
        using var anyKey = NewKey();
        return SignedBy(target, anyKey).WithHeader("alg", "none").Build().WithSignature([]).Compact;
    }
}
