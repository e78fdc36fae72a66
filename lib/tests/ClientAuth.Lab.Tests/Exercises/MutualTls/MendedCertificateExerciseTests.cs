using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Lab.Exercises;
using ClientAuth.Protocol;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Tests.Exercises.MutualTls;

/// <summary>The second exercise of lesson 04: the stub, solutions, and what the lesson shows.</summary>
public sealed class MendedCertificateExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((order, _) => order));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task An_order_that_is_written_anew_is_solved_too() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(
                (_, registration) =>
                    CertificateProfile.Client("CN=any") with
                    {
                        DnsNames = [registration.TlsClientAuthSanDns!],
                    }
            )
        );

    [Fact]
    public async Task A_list_that_is_null_is_named()
    {
        await using var lab = await LessonLab.OpenAsync();
        static CertificateProfile Mend(CertificateProfile order, ClientMetadata registration) =>
            Solution(order, registration) with
            {
                OtherExtensions = null!,
            };

        var shown = await lab.SendOrderedAsync(Mend);
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(Mend));

        Assert.Contains("OtherExtensions is null. [] says none.", $"{shown}", StringComparison.Ordinal);
        Assert.Equal(("OtherExtensions is null", "`[]` says none."), (broken.Seen, broken.Hint));
    }

    [Fact]
    public async Task Another_check_than_those_of_the_draft_is_shown_as_the_log_has_it()
    {
        var policy = new X509Extension("2.5.29.36", [0x30, 0x03, 0x80, 0x01, 0x00], critical: true);

        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync((order, of) => Solution(order, of) with { OtherExtensions = [policy] })
        );

        Assert.StartsWith("certificate.extensions: ", broken.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lesson_shows_the_first_refusal_and_after_the_mend_none()
    {
        await using var lab = await LessonLab.OpenAsync();

        Assert.Contains(
            "check     certificate.extensions",
            Assert.IsType<RefusalView>(await lab.SendOrderedAsync((order, _) => order)).ToString(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "A token for the ordered certificate\n",
            (await lab.SendOrderedAsync(Solution)).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_name_that_the_registration_does_not_have_is_explained()
    {
        await using var lab = await LessonLab.OpenAsync();
        static CertificateProfile Mend(CertificateProfile order, ClientMetadata registration) =>
            order with
            {
                Subject = registration.TlsClientAuthSubjectDn!,
            };

        var shown = await lab.SendOrderedAsync(Mend);
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(Mend));

        Assert.Contains("The order's Subject is null.", $"{shown}", StringComparison.Ordinal);
        Assert.Contains("The order's Subject is null.", broken.Hint, StringComparison.Ordinal);
    }

    private static CertificateProfile Solution(CertificateProfile order, ClientMetadata registration) =>
        order with
        {
            OtherExtensions = [],
            StartsIn = TimeSpan.FromMinutes(-5),
            ExtendedKeyUsages = ["1.3.6.1.5.5.7.3.2"],
            DnsNames = [registration.TlsClientAuthSanDns!],
        };

    private static Task<ExerciseResult> JudgeAsync(
        Func<CertificateProfile, ClientMetadata, CertificateProfile> answer
    ) => new LessonExercises().MendedCertificate.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
