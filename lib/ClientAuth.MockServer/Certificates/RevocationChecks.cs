using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Whether an authority has withdrawn a certificate of the path (RFC 5280 §6.3). Off without lists. With lists, every authority of
/// the path needs one that is in force: what cannot be known is refused, or an attacker would only have to withhold the news.
/// </summary>
internal sealed class RevocationChecks(IReadOnlyList<RevocationList> lists, TimeProvider clock)
{
    /// <param name="lists">In DER.</param>
    /// <param name="clock">The server's.</param>
    /// <exception cref="InvalidOptionException">One of them cannot be read; the message names it.</exception>
    public static RevocationChecks Against(IReadOnlyList<byte[]> lists, TimeProvider clock) =>
        new([.. lists.Select(Read)], clock);

    public bool Check(CertificatePath path, CheckTrace trace)
    {
        if (lists is [])
        {
            return true;
        }

        var now = clock.GetUtcNow();
        var problem = path
            .Issued.Select(link => Problem(link.Certificate, link.Issuer, now))
            .FirstOrDefault(p => p is not null);
        return trace.Check(
            Rules.CertificateNotRevoked,
            problem is null,
            $"on no revocation list, and a list of each authority in force at {now:u}",
            problem ?? $"serial number {path.Leaf.SerialNumber}, on none of {lists.Count}"
        );
    }

    private static RevocationList Read(byte[] list, int index)
    {
        try
        {
            return RevocationList.Read(list);
        }
        catch (AsnContentException e)
        {
            throw new InvalidOptionException(
                nameof(CertificateOptions.RevocationLists),
                $"RevocationLists[{index}] is no revocation list in DER that the server understands: {e.Message}",
                e
            );
        }
    }

    private string? Problem(X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset now)
    {
        var own = lists.Where(list => list.IsFrom(issuer)).ToList();
        var current = own.Where(list => list.IsCurrent(now)).ToList();
        return (own, current) switch
        {
            ([], _) => $"no list of {Quote.Text(issuer.Subject)}",
            (_, []) => $"the list of {Quote.Text(issuer.Subject)} is from {own[^1]}",
            _ when current.Any(list => list.Lists(certificate)) =>
                $"{Quote.Text(certificate.Subject)}, serial number {certificate.SerialNumber}, is revoked",
            _ => null,
        };
    }
}
