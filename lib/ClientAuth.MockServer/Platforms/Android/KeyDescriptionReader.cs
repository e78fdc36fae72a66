using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Platforms.Android;

/// <summary>
/// Finds the description of an attested key. It must be in the first certificate alone: an attested key of an app is no authority, and
/// one that signed another description would vouch for itself.
/// </summary>
internal static class KeyDescriptionReader
{
    /// <summary>The description, or null where the check failed.</summary>
    public static KeyDescription? Read(CertificatePath path, CheckTrace trace)
    {
        var description = Parse(path.Leaf, out var seen);
        var above = path.Authorities.Count(authority => Find(authority) is not null);
        var holds = trace.Check(
            Rules.AndroidKeyDescription,
            description is not null && above == 0,
            $"a key description ({KeyDescription.Oid}) in the first certificate, and in no other",
            above == 0 ? seen : $"{seen}, and {above} in the certificates above"
        );
        return holds ? description : null;
    }

    private static KeyDescription? Parse(X509Certificate2 leaf, out string seen)
    {
        if (Find(leaf) is not { } extension)
        {
            seen = "none";
            return null;
        }

        try
        {
            var description = KeyDescription.Read(extension.RawData);
            seen = "1, in the first certificate";
            return description;
        }
        catch (AsnContentException)
        {
            seen = "1 that cannot be read";
            return null;
        }
    }

    private static X509Extension? Find(X509Certificate2 certificate) =>
        certificate.Extensions.FirstOrDefault(extension => extension.Oid?.Value == KeyDescription.Oid);
}
