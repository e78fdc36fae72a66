using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Client;

public abstract partial record ServerTrust
{
    /// <summary>Trusts what this machine trusts: for a server whose certificate comes from a public authority (RFC 5280 §6.1).</summary>
    public sealed record MachineStore : ServerTrust
    {
        private protected override X509ChainTrustMode TrustMode => X509ChainTrustMode.System;

        private protected override string Expectation(string host) =>
            "a chain to an authority that this machine trusts";

        private protected override string? ProblemWithKey(string host, byte[] hash) => null;
    }
}
