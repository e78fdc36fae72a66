namespace ClientAuth.MockServer;

/// <summary>
/// Which dates of an Android device's certificates must hold. Those of the attested key's own never say much: the device writes them.
/// </summary>
public enum AndroidDates
{
    /// <summary>
    /// Those of authorities that were provisioned remotely, which are renewed; none of a chain from the factory, which nobody can
    /// renew. So Google's own verifier has it.
    /// </summary>
    AsProvisioned,

    /// <summary>All, the attested key's own and the root's included (RFC 5280 §6.1.3). Honest phones grow too old for it.</summary>
    Every,
}
