using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The exercise of lesson 15, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class CertificateInFlightTests
{
    private const int MessageHeader = 4;
    private const int CertificateType = 11;

    [Fact]
    public async Task Stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => []));

    [Fact]
    public async Task Reading_by_lengths_solves_it() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public Task Leaving_the_length_of_the_certificate_before_it_is_named() =>
        AssertBreaksAsync(
            flight => flight[12..],
            "The answer begins where the certificate does, with a SEQUENCE of DER: 30."
        );

    [Fact]
    public Task Reading_one_byte_of_the_length_is_named() =>
        AssertBreaksAsync(
            flight => flight[15..(15 + flight[14])],
            "The certificate comes back whole, up to its last byte."
        );

    [Fact]
    public Task Taking_the_rest_of_the_record_is_named() =>
        AssertBreaksAsync(flight => flight[15..], "What follows the certificate is not part of it.");

    [Fact]
    public Task Expecting_the_certificate_in_the_first_message_is_named() =>
        AssertBreaksAsync(
            flight => [.. flight.Skip(15).Take(Length(flight, 12))],
            "Messages before it in the same record are passed over."
        );

    [Fact]
    public Task Reading_the_first_record_alone_is_named() =>
        AssertBreaksAsync(
            flight => InMessages(flight[5..(5 + flight[3] * 256 + flight[4])]) ?? [0x30],
            "Records before it are passed over."
        );

    [Fact]
    public Task Reading_each_record_by_itself_is_named() =>
        AssertBreaksAsync(
            flight => Contents(flight).Select(InMessages).FirstOrDefault(found => found is not null) ?? [0x30],
            "A message may go on in the next record."
        );

    [Fact]
    public Task Searching_for_the_message_is_named() =>
        AssertBreaksAsync(
            flight =>
            {
                byte[] content = [.. Contents(flight).SelectMany(one => one)];
                var at = Enumerable.Range(0, content.Length).First(at => IsCertificate(content, at));
                return InMessages(content[at..])!;
            },
            "What only looks like a certificate is none."
        );

    [Fact]
    public Task Expecting_a_certificate_of_256_bytes_at_least_is_named_by_random_flights() =>
        AssertBreaksAsync(
            flight => Solution(flight) is { Length: >= 256 } found ? found : [0x30],
            "It is found in flights that are made up at random."
        );

    [Fact]
    public Task Reading_what_a_server_sends_alone_is_named_by_a_real_flight() =>
        AssertBreaksAsync(
            flight => Contents(flight).First()[0] == 1 ? [0x30] : Solution(flight),
            "It is found in what a client of the lab really sends."
        );

    private static byte[] Solution(byte[] flight) => InMessages([.. Contents(flight).SelectMany(one => one)])!;

    private static IEnumerable<byte[]> Contents(byte[] flight)
    {
        for (var at = 0; at < flight.Length; )
        {
            var end = at + 5 + flight[at + 3] * 256 + flight[at + 4];
            yield return flight[(at + 5)..end];
            at = end;
        }
    }

    // Null where these bytes end before a whole certificate was found.
    private static byte[]? InMessages(byte[] content)
    {
        for (var at = 0; at + MessageHeader <= content.Length; at += MessageHeader + Length(content, at + 1))
        {
            if (content[at] == CertificateType && at + 10 <= content.Length)
            {
                var end = at + 10 + Length(content, at + 7);
                return end <= content.Length ? content[(at + 10)..end] : null;
            }
        }

        return null;
    }

    private static bool IsCertificate(byte[] content, int at) =>
        content[at] == CertificateType
        && at + 10 < content.Length
        && content[at + 10] == 0x30
        && Length(content, at + 1) == Length(content, at + 4) + 3
        && Length(content, at + 4) >= Length(content, at + 7) + 3;

    private static int Length(byte[] bytes, int at) => (bytes[at] << 16) + (bytes[at + 1] << 8) + bytes[at + 2];

    private static async Task AssertBreaksAsync(Func<byte[], byte[]> wrong, string rule) =>
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(wrong)).Rule);

    private static Task<ExerciseResult> JudgeAsync(Func<byte[], byte[]> find) =>
        new LessonExercises().CertificateInFlight.JudgeAsync(find, TestContext.Current.CancellationToken);
}
