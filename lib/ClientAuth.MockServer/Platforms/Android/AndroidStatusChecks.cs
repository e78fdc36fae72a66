using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Platforms.Android;

/// <summary>
/// Whether a certificate of the chain, the root included, stands on the revocation status list. Without a list that is fresh nothing is
/// believed: whoever has a leaked key would only have to keep the list away.
/// </summary>
/// <param name="status">Gives the list as it was last fetched; null where it never was.</param>
/// <param name="maximumAge">How long ago that may be.</param>
/// <param name="clock">The server's.</param>
internal sealed class AndroidStatusChecks(Func<AttestationStatusList?>? status, TimeSpan maximumAge, TimeProvider clock)
{
    public bool Check(CertificatePath path, AttestationPolicy policy, CheckTrace trace)
    {
        if (!policy.VerifyRevocation)
        {
            return true;
        }

        var oldest = clock.GetUtcNow() - maximumAge;
        var list = status?.Invoke();
        var problem =
            list is null ? "no list"
            : list.FetchedAt <= oldest ? $"a list that was fetched at {list.FetchedAt:u}"
            : Listed(path, list);
        return trace.Check(
            Rules.AndroidKeyNotRevoked,
            problem is null,
            $"no certificate on the revocation status list, fetched after {oldest:u}",
            problem
                ?? $"{path.Certificates.Count} certificates, none on the list that was fetched at {list!.FetchedAt:u}"
        );
    }

    private static string? Listed(CertificatePath path, AttestationStatusList list) =>
        path
            .Certificates.Select(certificate =>
                list.StatusOf(certificate) is { } status
                    ? $"{Quote.Text(certificate.Subject)}, serial number {AttestationStatusList.SerialOf(certificate)}, is {status}"
                    : null
            )
            .FirstOrDefault(listed => listed is not null);
}
