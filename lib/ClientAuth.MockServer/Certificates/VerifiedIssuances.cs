using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Which certificate signed which, verified once a pair: a connection brings the same certificate with each of its requests.
/// A certificate is forgotten with its last user.
/// </summary>
internal sealed class VerifiedIssuances
{
    private readonly ConditionalWeakTable<
        X509Certificate2,
        ConditionalWeakTable<X509Certificate2, StrongBox<bool>>
    > _known = [];

    /// <summary>Whether the issuer signed it.</summary>
    public bool Contains(X509Certificate2 issued, X509Certificate2 issuer) =>
        _known
            .GetValue(issued, _ => [])
            .GetValue(issuer, key => new StrongBox<bool>(Issuance.IsSignedBy(issued, key)))
            .Value;
}
