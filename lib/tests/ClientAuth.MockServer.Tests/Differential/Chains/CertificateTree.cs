using System.Security.Cryptography;

namespace ClientAuth.MockServer.Tests.Differential.Chains;

/// <summary>A certificate as a tree of DER whose parts can be replaced, and which can be signed again (RFC 5280 §4.1).</summary>
internal sealed class CertificateTree
{
    // The version, [0], stands in front of all that a certificate of version 3 has.
    private const int Issuer = 3;
    private const int Subject = 5;

    private readonly DerNode _content;
    private readonly DerNode _signature;

    public CertificateTree(ReadOnlySpan<byte> der)
    {
        Whole = DerNode.Read(der);
        _content = Whole.Children![0];
        _signature = Whole.Children[2];
        SubjectName = _content.Children![Subject];
    }

    public DerNode Whole { get; }

    /// <summary>The values that a signature covers.</summary>
    public IEnumerable<(DerNode Node, DerNode? Parent)> Signed => _content.All(Whole);

    /// <summary>The algorithm and the signature, which no signature covers.</summary>
    public IEnumerable<(DerNode Node, DerNode? Parent)> Unsigned =>
        Whole.Children!.Where(part => part != _content).SelectMany(part => part.All(Whole));

    /// <summary>The subject, as it is to be found in the certificates that it issues.</summary>
    public DerNode SubjectName { get; }

    public void NameIssuer(DerNode name) => _content.Children![Issuer] = name.Copy();

    public void Sign(AsymmetricAlgorithm key, HashAlgorithmName hash)
    {
        var content = _content.Encode();
        var signature = key is ECDsa ec
            ? ec.SignData(content, hash, DSASignatureFormat.Rfc3279DerSequence)
            : ((RSA)key).SignData(content, hash, RSASignaturePadding.Pkcs1);
        _signature.Children = key is ECDsa ? [DerNode.Read(signature)] : null;
        _signature.Prefix = [0];
        _signature.Content = [0, .. signature];
    }

    public byte[] Encode() => Whole.Encode();
}
