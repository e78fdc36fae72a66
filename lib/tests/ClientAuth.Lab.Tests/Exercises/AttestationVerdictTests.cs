using ClientAuth.Lab.Exercises;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Attestation;
using static ClientAuth.Visuals.Attestation.AndroidSecurityLevel;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The exercise of lesson 14, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class AttestationVerdictTests
{
    private const string Package = "com.example.mobileapp";
    private const string Digest = "xK8zzdkE08eIMOm9BG/Wju8dJvXGFNJVM+f5R1CQUXQ=";

    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _) => ""));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public Task A_verdict_of_ones_own_is_named() =>
        BreaksAsync("The verdict is \"accept\" or one of the five reasons.", (_, _) => "fine");

    [Fact]
    public Task Refusing_everybody_is_named() =>
        BreaksAsync("The genuine app on a sound phone is accepted.", (_, _) => "package");

    [Fact]
    public Task Asking_for_the_trusted_environment_and_nothing_else_is_named() =>
        BreaksAsync(
            "A security chip is as good as a trusted environment.",
            (says, challenge) =>
                says.KeyMintSecurityLevel != TrustedEnvironment ? "security_level" : Solution(says, challenge)
        );

    [Fact]
    public Task Forgetting_the_challenge_is_named() =>
        BreaksAsync(
            "A statement for another challenge is refused.",
            (says, _) => Solution(says, says.AttestationChallenge)
        );

    [Fact]
    public Task Looking_only_where_the_statement_was_made_is_named() =>
        BreaksAsync(
            "A key in software is refused, although hardware wrote the statement.",
            (says, challenge) => Solution(says with { KeyMintSecurityLevel = says.AttestationSecurityLevel }, challenge)
        );

    [Fact]
    public Task Looking_only_where_the_key_lives_is_named() =>
        BreaksAsync(
            "A statement that software wrote is refused, whatever it says of the key.",
            (says, challenge) => Solution(says with { AttestationSecurityLevel = says.KeyMintSecurityLevel }, challenge)
        );

    [Fact]
    public Task Forgetting_the_boot_loader_is_named() =>
        BreaksAsync(
            "An unlocked boot loader is refused.",
            (says, challenge) => Solution(WithRoot(says, root => root with { DeviceLocked = true }), challenge)
        );

    [Fact]
    public Task Forgetting_who_signed_the_system_is_named() =>
        BreaksAsync(
            "A system that somebody else signed is refused, although the boot loader is locked.",
            (says, challenge) =>
                Solution(WithRoot(says, root => root with { VerifiedBootState = AndroidBootState.Verified }), challenge)
        );

    [Fact]
    public Task Believing_the_system_about_its_own_start_is_named() =>
        BreaksAsync(
            "What the system says of its own start counts for nothing.",
            (says, challenge) => Solution(says.HardwareEnforced.RootOfTrust is null ? Swapped(says) : says, challenge)
        );

    [Fact]
    public Task Forgetting_the_package_is_named() =>
        BreaksAsync(
            "Another app of the same maker is refused for its package.",
            (says, challenge) => Without("package", says, challenge)
        );

    [Fact]
    public Task Forgetting_the_digest_is_named() =>
        BreaksAsync(
            "The app, changed and signed by somebody else, is refused for its digest.",
            (says, challenge) => Without("signature_digest", says, challenge)
        );

    [Fact]
    public Task Another_order_is_named_by_the_server() =>
        BreaksAsync(
            "A real server says the same of every Android phone of the lab.",
            (says, challenge) =>
                says.HardwareEnforced.RootOfTrust is null or { DeviceLocked: false }
                    ? "boot_state"
                    : Solution(says, challenge)
        );

    private static string Solution(AndroidKeyDescription says, string challenge)
    {
        var app = says.SoftwareEnforced.ApplicationId;
        var start = says.HardwareEnforced.RootOfTrust;
        return says switch
        {
            _ when says.AttestationChallenge != challenge => "challenge",
            _ when says.AttestationSecurityLevel < TrustedEnvironment => "security_level",
            _ when says.KeyMintSecurityLevel < TrustedEnvironment => "security_level",
            _ when start is not { DeviceLocked: true, VerifiedBootState: AndroidBootState.Verified } => "boot_state",
            _ when app?.Packages is not [{ Name: Package }] => "package",
            _ when app.SignatureDigests is not [Digest] => "signature_digest",
            _ => "accept",
        };
    }

    private static string Without(string reason, AndroidKeyDescription says, string challenge) =>
        Solution(says, challenge) is var verdict && verdict == reason ? "accept" : verdict;

    private static AndroidKeyDescription WithRoot(
        AndroidKeyDescription says,
        Func<AndroidRootOfTrust, AndroidRootOfTrust> change
    ) =>
        says.HardwareEnforced.RootOfTrust is { } root
            ? says with
            {
                HardwareEnforced = says.HardwareEnforced with { RootOfTrust = change(root) },
            }
            : says;

    private static AndroidKeyDescription Swapped(AndroidKeyDescription says) =>
        says with
        {
            HardwareEnforced = says.SoftwareEnforced,
        };

    private static async Task BreaksAsync(string rule, Func<AndroidKeyDescription, string, string> answer) =>
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(answer)).Rule);

    private static async Task<ExerciseResult> JudgeAsync(Func<AndroidKeyDescription, string, string> answer)
    {
        await using var lab = await LessonLab.OpenAsync(new ClientMetadata { ClientId = "any" });
        return await lab.Exercises.AttestationVerdict.JudgeAsync(answer, TestContext.Current.CancellationToken);
    }
}
