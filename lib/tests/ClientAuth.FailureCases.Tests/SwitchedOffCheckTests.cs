using ClientAuth.FailureCases.Catalogue;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.FailureCases.Tests;

/// <summary>
/// Whether the catalogue would notice: each check of the server is switched off in turn, and then at least one case must fail. A
/// check that nobody would miss is either no check, or has no case.
/// </summary>
public sealed class SwitchedOffCheckTests(SharedCaseFixture shared) : IClassFixture<SharedCaseFixture>
{
    // Lines that tell of the server itself or of the TLS library below it, and that it cannot let pass.
    private static readonly string[] NoChecks =
    [
        Rules.ServerFailure.Name,
        Rules.SharedState.Name,
        Rules.CertificateHandshake.Name,
    ];

    private static readonly FailureCatalogue Catalogue = FailureCatalogue.Load(Checkout.Catalogue);

    public static TheoryData<string> Checks() =>
        [.. Rules.All.Select(rule => rule.Name).Distinct().Except(NoChecks).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task A_check_that_is_switched_off_is_noticed_by_a_case(string check)
    {
        var runner = new CaseRunner(shared.Fixture, options => options with { NewTrace = () => new BlindTrace(check) });
        var candidates = Catalogue.Cases.Where(failureCase => Names(failureCase, check)).ToList();
        Assert.True(candidates.Count > 0, $"no case of the catalogue expects the check {check} to fail");

        foreach (var failureCase in candidates)
        {
            var result = await runner.RunAsync(
                failureCase,
                failureCase.Methods[0],
                TestContext.Current.CancellationToken
            );
            if (!result.IsAsExpected)
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"{check}: noticed by {result}");
                return;
            }
        }

        Assert.Fail($"{check} is switched off, and none of {string.Join(", ", candidates.Select(c => c.Id))} notices");
    }

    // Lines of the mended request count as well: a case may show its check only there.
    private static bool Names(FailureCase failureCase, string check) =>
        failureCase.Expect.Check == check
        || failureCase
            .Before.Concat(failureCase.After ?? [])
            .OfType<Steps.RequestStep>()
            .Any(s => s.Expect?.Check == check);
}
