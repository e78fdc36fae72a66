using ClientAuth.Lab.OwnServer;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Lab.OwnServer.Settings;

namespace ClientAuth.Lab;

/// <summary>The learner's own server beside the lab's.</summary>
public sealed partial class LessonLab
{
    private YourServer? _yours;

    /// <summary>
    /// The server that the learner has set up, in environment variables or in <c>certs/own-server.json</c>. Without either, this
    /// project's own in a process of its own, one for each lab; it ends with the lab.
    /// </summary>
    /// <exception cref="OwnServerSettingsException">What is set up is wrong; the message says where, what, and what to do.</exception>
    public Task<YourServer> YourServerAsync(CancellationToken cancellationToken = default) =>
        YourServerAsync(OwnServerSettings.Find(), cancellationToken);

    internal async Task<YourServer> YourServerAsync(OwnServerSettings? settings, CancellationToken cancellationToken)
    {
        // A cell that runs again finds the same process; settings are read anew.
        if (settings is null && _yours is { IsForeign: false, HasEnded: false } running)
        {
            return running;
        }

        if (_yours is { } before)
        {
            await before.DisposeAsync();
        }

        return _yours = await YourServer.OpenAsync(settings, TimeProvider.System, cancellationToken);
    }

    /// <summary>
    /// Sends the mistakes that a request can show to the lab's server, and to the learner's if they agree, each once and by clients of
    /// the same method.
    /// </summary>
    /// <param name="yours">What <see cref="YourServerAsync(CancellationToken)"/> gave, with tokens asked for already.</param>
    /// <param name="credentialsTo">Its token endpoint's address, where the learner agrees; else empty.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public Task<MistakeComparison> CompareAsync(
        YourServer yours,
        string credentialsTo,
        CancellationToken cancellationToken = default
    ) =>
        MistakeComparison.RunAsync(
            async mistake =>
            {
                var (response, client) = await yours.AskAsync(mistake, credentialsTo, cancellationToken);
                return (response, client?.MethodName);
            },
            this,
            cancellationToken
        );

    /// <summary>The same with the server of another lab in place of the learner's.</summary>
    public async Task<MistakeComparison> CompareAsync(LessonLab other, CancellationToken cancellationToken = default)
    {
        using var others = ProbedServer.Of(other);
        return await MistakeComparison.RunAsync(
            async mistake =>
            {
                var client = mistake.ClientOf(others.Clients)!;
                return (await others.AskAsync(client, mistake.Make, cancellationToken), client.MethodName);
            },
            this,
            cancellationToken
        );
    }
}
