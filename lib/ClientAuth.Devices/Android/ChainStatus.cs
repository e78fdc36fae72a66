namespace ClientAuth.Devices.Android;

/// <summary>What the revocation status list says of the certificate of a device's attestation key.</summary>
public enum ChainStatus
{
    /// <summary>Withdrawn for good, since the key has leaked.</summary>
    Revoked,

    /// <summary>Withdrawn for the time being.</summary>
    Suspended,
}
