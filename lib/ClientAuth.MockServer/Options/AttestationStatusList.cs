using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace ClientAuth.MockServer.Options;

/// <summary>
/// Which attestation certificates of Android devices are no longer believed, in the form of
/// <c>https://android.googleapis.com/attestation/status</c> (Android, Certificate revocation status list).
/// </summary>
public sealed class AttestationStatusList
{
    private readonly Dictionary<string, string> _entries;

    private AttestationStatusList(Dictionary<string, string> entries, DateTimeOffset fetchedAt)
    {
        _entries = entries;
        FetchedAt = fetchedAt;
    }

    /// <summary>When it was fetched, by the clock of the server.</summary>
    public DateTimeOffset FetchedAt { get; }

    /// <summary>How many certificates it names.</summary>
    public int Count => _entries.Count;

    /// <summary>Reads a list. One that cannot be read is none: whoever fetches goes on with the one before, until that is too old.</summary>
    /// <param name="json"><c>entries</c> by serial number in lower-case hexadecimal, each with <c>status</c> and perhaps <c>reason</c>.</param>
    /// <param name="fetchedAt">When it was fetched, by the clock of the server.</param>
    /// <exception cref="FormatException">It is no such list; the message says where.</exception>
    public static AttestationStatusList Parse(string json, DateTimeOffset fetchedAt)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var entries = document
                .RootElement.GetProperty("entries")
                .EnumerateObject()
                .ToDictionary(entry => entry.Name, entry => StatusOf(entry.Value), StringComparer.Ordinal);
            return new AttestationStatusList(entries, fetchedAt);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(
                $"The revocation status list cannot be read; it needs entries, each with a status: {e.Message}",
                e
            );
        }
    }

    /// <summary>What the list says of a certificate, such as <c>REVOKED: KEY_COMPROMISE</c>; null where it does not name it.</summary>
    internal string? StatusOf(X509Certificate2 certificate) => _entries.GetValueOrDefault(SerialOf(certificate));

    /// <summary>The serial number as the list writes it: lower case, without zeros in front.</summary>
    internal static string SerialOf(X509Certificate2 certificate) =>
        certificate.SerialNumber.TrimStart('0').ToLowerInvariant();

    // Whatever stands there, a certificate that is listed is not believed: a status of tomorrow is no better than those of today.
    private static string StatusOf(JsonElement entry)
    {
        var status = entry.GetProperty("status").GetString() ?? throw new JsonException("a status is null");
        return entry.TryGetProperty("reason", out var reason) ? $"{status}: {reason.GetString()}" : status;
    }
}
