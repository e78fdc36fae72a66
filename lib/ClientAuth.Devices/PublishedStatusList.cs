using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace ClientAuth.Devices;

/// <summary>
/// The revocation status list of attestation certificates, as Google publishes it at
/// <c>https://android.googleapis.com/attestation/status</c> (Android, Certificate revocation status list). This one lists
/// certificates of the simulated makers, and can be changed at any time.
/// </summary>
public sealed class PublishedStatusList
{
    // In the order in which they were withdrawn: serial numbers are random, and would stand in another order in every run.
    private readonly OrderedDictionary<string, (string Status, string Reason)> _entries = new(StringComparer.Ordinal);
    private readonly Lock _changing = new();

    /// <summary>Withdraws a certificate for good: its key has leaked, for example.</summary>
    public void Revoke(X509Certificate2 certificate, string reason = "KEY_COMPROMISE") =>
        Enter(certificate, "REVOKED", reason);

    /// <summary>Withdraws it for the time being.</summary>
    public void Suspend(X509Certificate2 certificate, string reason = "SOFTWARE_FLAW") =>
        Enter(certificate, "SUSPENDED", reason);

    /// <summary>Takes it off the list; nothing happens where it is not on it.</summary>
    public void Reinstate(X509Certificate2 certificate)
    {
        lock (_changing)
        {
            _entries.Remove(SerialOf(certificate));
        }
    }

    /// <summary>The list as it is answered: <c>entries</c> by serial number in lower-case hexadecimal, each with <c>status</c> and <c>reason</c>.</summary>
    public string ToJson()
    {
        var entries = new JsonObject();
        lock (_changing)
        {
            foreach (var (serial, (status, reason)) in _entries)
            {
                entries[serial] = new JsonObject { ["status"] = status, ["reason"] = reason };
            }
        }

        return new JsonObject { ["entries"] = entries }.ToJsonString();
    }

    /// <summary>How many certificates it names.</summary>
    public override string ToString() => $"{_entries.Count} certificate(s)";

    private void Enter(X509Certificate2 certificate, string status, string reason)
    {
        lock (_changing)
        {
            _entries[SerialOf(certificate)] = (status, reason);
        }
    }

    // As a number is written: without zeros in front.
    private static string SerialOf(X509Certificate2 certificate) =>
        Convert.ToHexStringLower(certificate.SerialNumberBytes.Span).TrimStart('0');
}
