using ClientAuth.Devices;
using ClientAuth.MockServer.Options;

namespace ClientAuth.Lab.Devices;

/// <summary>
/// The lab server's copy of the revocation status list of Android's attestation keys. It fetches the list anew for each attestation, as long
/// as it can; cut off, it goes on with the copy that it has, until that is too old.
/// </summary>
public sealed class StatusListCopy(PublishedStatusList published, TimeProvider clock)
{
    private AttestationStatusList? _fetched;
    private volatile bool _isCutOff;

    /// <summary>From now on the list cannot be fetched.</summary>
    public void CutOff() => _isCutOff = true;

    /// <summary>It can be fetched again.</summary>
    public void Reconnect() => _isCutOff = false;

    /// <summary>The list as it was last fetched; null where it never was.</summary>
    internal AttestationStatusList? Current() =>
        _isCutOff ? _fetched : _fetched = AttestationStatusList.Parse(published.ToJson(), clock.GetUtcNow());
}
