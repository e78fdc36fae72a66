using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;
using FsCheck;
using FsCheck.Fluent;

namespace ClientAuth.Protocol.Tests.Tls;

/// <summary>A handshake that was good until bytes of it changed or were missing.</summary>
public sealed class DamagedHandshakeTests
{
    private const int Handshakes = 2_000;

    [Fact]
    public void Damage_is_a_problem_with_a_place_and_never_an_exception()
    {
        var unread = 0;
        var property = Prop.ForAll(
            Arb.From(Damages()),
            damage =>
            {
                var transcript = TlsTranscript.Read(Damaged(damage));

                unread += transcript.Problems.Count > 0 ? 1 : 0;
                Assert.All(transcript.Problems, problem => Assert.True(problem.Offset >= 0, $"{problem}"));
                Assert.All(transcript.Messages, message => Assert.NotEmpty(message.Summary));
            }
        );

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(Handshakes));

        // Damage that nobody notices, such as in a random, must not be all there was.
        Assert.InRange(unread, Handshakes / 10, Handshakes);
    }

    [Fact]
    public void However_early_it_is_cut_off_what_came_before_is_read()
    {
        var server = FixedHandshake.Whole.Wire[1].Bytes;

        Assert.All(
            Enumerable.Range(1, server.Length - 1),
            length => Assert.Single(TlsTranscript.Read(FixedHandshake.FromServer(server[..length].ToArray())).Problems)
        );
    }

    private static Gen<Damage> Damages() =>
        from piece in Gen.Choose(0, FixedHandshake.Whole.Wire.Count - 1)
        from at in Gen.Choose(0, 1500)
        from change in Gen.ArrayOf(Gen.Choose(0, 255), 3)
        from cut in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Damage(piece, at, [.. change.Select(one => (byte)one)], cut);

    private static RecordedHandshake Damaged(Damage damage)
    {
        var wire = FixedHandshake.Whole.Wire.ToArray();
        var bytes = wire[damage.Piece].Bytes.ToArray();
        var at = damage.At % bytes.Length;
        byte[] changed =
        [
            .. bytes[..at],
            .. damage.Change,
            .. damage.IsCutOff ? [] : bytes.Skip(at + damage.Change.Length),
        ];
        wire[damage.Piece] = wire[damage.Piece] with { Bytes = changed };
        return FixedHandshake.Whole with { Wire = wire };
    }

    private sealed record Damage(int Piece, int At, byte[] Change, bool IsCutOff);
}
