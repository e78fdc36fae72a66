using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.Handshakes;

/// <summary>The first exercise of lesson 15: the stub, the solution, and what a mistake is told.</summary>
public sealed class CertificateInFlightExerciseTests
{
    [Fact]
    public async Task Stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => []));

    [Fact]
    public async Task Reading_by_lengths_solves_it() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task The_flight_that_was_misread_is_shown()
    {
        byte[] given = [];
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(flight => (given = flight)[15..30]));

        Assert.Equal("The certificate comes back whole, up to its last byte.", broken.Rule);
        Assert.StartsWith("15 bytes: 30", broken.Seen, StringComparison.Ordinal);
        Assert.EndsWith(
            $", in a flight of {given.Length} bytes, in records of {given.Length - 5}: {Convert.ToHexString(given[..24])}…",
            broken.Seen,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_inner_sequence_is_told_from_the_certificate()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(flight => flight[19..]));

        Assert.Equal("3082…", broken.Expected);
        Assert.StartsWith(
            "A certificate is a SEQUENCE whose content begins with",
            broken.Hint,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_exception_is_shown_with_its_flight()
    {
        byte[] given = [];
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(flight =>
                (given = flight)[5] == 11 ? Solution(flight) : throw new InvalidOperationException("lost")
            )
        );

        Assert.Equal("Other messages before it in the same record are skipped.", broken.Rule);
        Assert.StartsWith(
            $"InvalidOperationException, in a flight of {given.Length} bytes, ",
            broken.Seen,
            StringComparison.Ordinal
        );
        Assert.Equal("The code threw InvalidOperationException: lost", broken.Hint);
    }

    private static byte[] Solution(byte[] flight)
    {
        var joined = new List<byte>();
        for (var at = 0; at < flight.Length; at += 5 + (flight[at + 3] << 8) + flight[at + 4])
        {
            joined.AddRange(flight.Skip(at + 5).Take((flight[at + 3] << 8) + flight[at + 4]));
        }

        int Three(int at) => (joined[at] << 16) + (joined[at + 1] << 8) + joined[at + 2];

        var message = 0;
        while (joined[message] != 11)
        {
            message += 4 + Three(message + 1);
        }

        return [.. joined.Skip(message + 10).Take(Three(message + 7))];
    }

    private static Task<ExerciseResult> JudgeAsync(Func<byte[], byte[]> find) =>
        new LessonExercises().CertificateInFlight.JudgeAsync(find, TestContext.Current.CancellationToken);
}
