using ClientAuth.Lab.Exercises;
using ClientAuth.Lab.Exercises.Handshakes;
using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;

namespace ClientAuth.Lab.Tests.Exercises.Handshakes;

/// <summary>The second exercise of lesson 15: the stub, solutions, and what a mistake is told.</summary>
public sealed class MendedMonitorExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(
            await JudgeAsync(it => it.Messages.Any(one => one.Name == "Certificate") ? "sent" : "not asked")
        );

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task The_proof_tells_as_well_whether_a_certificate_was_sent() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(it =>
                Solution(it) is "sent" or "none"
                    ? it.Messages.Any(one => one.Name == "CertificateVerify")
                        ? "sent"
                        : "none"
                    : Solution(it)
            )
        );

    [Fact]
    public async Task A_null_for_an_answer_is_named()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(_ => null!));

        Assert.Equal("Something is null: the answer itself, or a value that its code uses.", broken.Hint);
    }

    [Fact]
    public async Task The_handshake_that_was_misread_is_shown()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(it => Solution(it) == "none" ? "sent" : Solution(it))
        );

        Assert.Null(broken.Expected);
        Assert.StartsWith("\"sent\", which is wrong for Client: ClientHello (", broken.Seen, StringComparison.Ordinal);
        Assert.Contains("; Client: Certificate (7 bytes), ClientKeyExchange (", broken.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_handshake_for_which_the_code_throws_is_shown()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(it =>
                it.Messages.Single(one => one is { Sender: Participant.Client, Name: "Certificate" }).Size > 7
                    ? "sent"
                    : "not asked"
            )
        );

        Assert.Equal("Every report is one of the six words.", broken.Rule);
        Assert.StartsWith(
            "InvalidOperationException, for Client: ClientHello (",
            broken.Seen,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("; Client: Certificate (", broken.Seen, StringComparison.Ordinal);
        Assert.Equal("The code threw InvalidOperationException: Sequence contains no matching element", broken.Hint);
    }

    [Fact]
    public async Task A_stub_that_an_editor_makes_is_not_done_yet_and_no_report_that_threw() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => throw new NotImplementedException()));

    [Fact]
    public void Drafts_are_read_without_a_problem() =>
        Assert.All(
            new[]
            {
                DraftedHandshake.Mutual(),
                DraftedHandshake.AskedInVain(),
                DraftedHandshake.NotAsked(),
                DraftedHandshake.Resumed12(),
                DraftedHandshake.Resumed13(),
                DraftedHandshake.RefusedByClient(),
                DraftedHandshake.RefusedByServer(),
                DraftedHandshake.NoVersion(),
                DraftedHandshake.Encrypted(),
            },
            handshake => Assert.Empty(handshake.Problems)
        );

    private static string Solution(TlsTranscript it)
    {
        bool Any(string name) => it.Messages.Any(one => one.Name == name);
        if (Any("Alert"))
        {
            return "refused";
        }

        if (it.IsResumed)
        {
            return "resumed";
        }

        if (it.Version == "TLS 1.3")
        {
            return "hidden";
        }

        if (!Any("CertificateRequest"))
        {
            return "not asked";
        }

        var clients = it.Messages.Single(one => one.Sender == Participant.Client && one.Name == "Certificate");
        return clients.Size > 7 ? "sent" : "none";
    }

    private static Task<ExerciseResult> JudgeAsync(Func<TlsTranscript, string> report) =>
        new LessonExercises().MendedMonitor.JudgeAsync(report, TestContext.Current.CancellationToken);
}
