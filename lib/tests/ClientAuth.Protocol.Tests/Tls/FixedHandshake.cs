using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Protocol.Tests.Tls;

/// <summary>The sample with a real certificate, and what can happen to it.</summary>
internal static class FixedHandshake
{
    public static RecordedHandshake Whole { get; } = Create();

    /// <summary>The same bytes, read in pieces of this size, each piece in records of its own where it is readable.</summary>
    public static RecordedHandshake InPiecesOf(int size) =>
        Whole with
        {
            Wire =
            [
                .. Whole.Wire.SelectMany(bytes =>
                    bytes.Bytes.ToArray().Chunk(size).Select(piece => bytes with { Bytes = piece })
                ),
            ],
        };

    /// <summary>What the server sends, and nothing else.</summary>
    public static RecordedHandshake FromServer(params byte[] bytes) =>
        new() { Wire = [SampleHandshake.Received(1, bytes)] };

    private static RecordedHandshake Create()
    {
        using var certificate = SampleCertificate.Fixed();
        return SampleHandshake.Of("localhost", certificate.IssuerName, certificate.RawData);
    }
}
