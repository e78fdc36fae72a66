using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Keys;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Signed by another key or another algorithm. What is not given stays as the client would have it.</summary>
public sealed record SignChange : JwtChange
{
    /// <summary>Signs by this algorithm and says so in the header.</summary>
    public string? Alg { get; init; }

    /// <summary>One of the fixture's keys: <c>client</c>, <c>other</c>, <c>attacker</c>, <c>rsa_2048</c>, <c>p384</c> …</summary>
    public string? Key { get; init; }

    /// <summary>What keys a MAC, where that is not the client's secret.</summary>
    public MacKey? MacKey { get; init; }

    /// <summary>Octets of salt, for PS256 alone, where they are not the 32 that RFC 7518 §3.5 demands.</summary>
    public int? SaltLength { get; init; }

    private protected override void Apply(JwtDraft jwt)
    {
        if (Alg is not null)
        {
            jwt.Header.Change(new() { ["alg"] = Alg }, remove: null, again: null);
        }

        jwt.Signing = jwt.Signing with
        {
            Alg = Alg ?? jwt.Signing.Alg,
            KeyName = Key ?? jwt.Signing.KeyName,
            MacKey = MacKey ?? jwt.Signing.MacKey,
            SaltLength = SaltLength,
        };
    }
}
