using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>The extension in which App Attest certifies that a key was made for one request: a sequence that holds [1] and in it the nonce.</summary>
internal static class NonceExtension
{
    private const string Oid = "1.2.840.113635.100.8.2";

    private static readonly Asn1Tag NonceTag = new(TagClass.ContextSpecific, 1);

    public static bool Check(X509Certificate2 leaf, byte[] nonce, CheckTrace trace)
    {
        var certified = Read(leaf, out var problem);
        return trace.Check(
            Rules.AppAttestNonce,
            certified.AsSpan().SequenceEqual(nonce),
            $"the hash of the authenticator's data, the challenge and the DPoP key, {Quote.Bytes(nonce)}",
            problem ?? Quote.Bytes(certified)
        );
    }

    private static byte[]? Read(X509Certificate2 leaf, out string? problem)
    {
        if (leaf.Extensions.FirstOrDefault(extension => extension.Oid?.Value == Oid) is not { } found)
        {
            problem = $"no extension {Oid}";
            return null;
        }

        try
        {
            var whole = new AsnReader(found.RawData, AsnEncodingRules.DER);
            var sequence = whole.ReadSequence();
            whole.ThrowIfNotEmpty();
            var tagged = sequence.ReadSequence(NonceTag);
            sequence.ThrowIfNotEmpty();
            var nonce = tagged.ReadOctetString();
            tagged.ThrowIfNotEmpty();
            problem = null;
            return nonce;
        }
        catch (AsnContentException)
        {
            problem = $"an extension {Oid} that cannot be read";
            return null;
        }
    }
}
