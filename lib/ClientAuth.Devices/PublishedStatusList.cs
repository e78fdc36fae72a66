using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace ClientAuth.Devices;

/// <summary>
/// Which attestation certificates are no longer to be believed, as Google publishes it at
/// <c>https://android.googleapis.com/attestation/status</c> (Android, Certificate revocation status list). This one names certificates of the
/// simulated makers, and can be changed at any time.
/// </summary>
public sealed class PublishedStatusList
{
    private readonly ConcurrentDictionary<string, (string Status, string Reason)> _entries = new(
        StringComparer.Ordinal
    );

    /// <summary>Withdraws a certificate for good: its key has leaked, for example.</summary>
    public void Revoke(X509Certificate2 certificate, string reason = "KEY_COMPROMISE") =>
        _entries[SerialOf(certificate)] = ("REVOKED", reason);

    /// <summary>Withdraws it for the time being.</summary>
    public void Suspend(X509Certificate2 certificate, string reason = "SOFTWARE_FLAW") =>
        _entries[SerialOf(certificate)] = ("SUSPENDED", reason);

    /// <summary>Takes it off the list; nothing happens where it is not on it.</summary>
    public void Reinstate(X509Certificate2 certificate) => _entries.TryRemove(SerialOf(certificate), out _);

    /// <summary>The list as it is answered: <c>entries</c> by serial number in lower-case hexadecimal, each with <c>status</c> and <c>reason</c>.</summary>
    public string ToJson()
    {
        var entries = new JsonObject();
        foreach (var (serial, entry) in _entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            entries[serial] = new JsonObject { ["status"] = entry.Status, ["reason"] = entry.Reason };
        }

        return new JsonObject { ["entries"] = entries }.ToJsonString();
    }

    /// <summary>How many certificates it names.</summary>
    public override string ToString() => $"{_entries.Count} certificate(s)";

    // As a number is written: without zeros in front.
    private static string SerialOf(X509Certificate2 certificate) =>
        Convert.ToHexStringLower(certificate.SerialNumberBytes.Span).TrimStart('0');
}
