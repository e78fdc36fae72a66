using ClientAuth.Lab.OwnServer;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Tests.OwnServer;

/// <summary>All steps of the lesson against one server, with the learner's consent, and everything that was shown on the way.</summary>
internal sealed record Asked(MistakeComparison Comparison, IReadOnlyList<string> Shown)
{
    public static async Task<Asked> RunAsync(YourServer yours, LessonLab lab, string sendTo, Func<string> credentialsTo)
    {
        var cancellation = TestContext.Current.CancellationToken;
        List<View> views =
        [
            yours.Summary(),
            yours.PlanOfDiscovery(sendTo),
            await yours.DiscoverAsync(sendTo, lab.Server.Metadata, cancellation),
        ];
        views.Add(yours.PlanOfRequests(credentialsTo()));
        views.Add(await yours.RequestTokensAsync(credentialsTo(), cancellation));
        var comparison = await lab.CompareAsync(yours, credentialsTo(), cancellation);
        views.Add(comparison.View());
        views.Add(yours.Account());
        return new Asked(
            comparison,
            [
                .. views.SelectMany(view => new[] { view.ToString(), view.ToHtml() }),
                comparison.ChecksOfTheLab().ToHtml(),
            ]
        );
    }

    /// <summary>Against a lab's server as a stranger's.</summary>
    public static async Task<Asked> RunAsync(LessonLab theirs, LessonLab lab)
    {
        using var folder = SettingsFolder.For(theirs);
        await using var yours = await folder.OpenAsync();
        return await RunAsync(yours, lab, theirs.Server.Issuer, () => theirs.Server.Metadata.TokenEndpoint);
    }
}
