using ClientAuth.Client;
using ClientAuth.Lab.Expectations;
using ClientAuth.Visuals;

namespace ClientAuth.Lab;

/// <summary>What a lesson claims and shows at once. A claim that does not hold is an exception, so that no lesson teaches what is not so.</summary>
public sealed partial class LessonLab
{
    /// <summary>Claims that something happens without a single request to the server.</summary>
    /// <exception cref="LessonExpectationException">The server has seen one.</exception>
    public async Task<ExchangeListView> MustSendNothingAsync(Func<Task> action)
    {
        var requests = await RequestsOfAsync(action);
        return requests.Count == 0
            ? requests
            : throw new LessonExpectationException($"Expected no request at all, but the server saw {requests.Count}.");
    }

    /// <summary>Claims that what was built by hand is what the library built, and says so in a line to open.</summary>
    /// <exception cref="LessonExpectationException">A part differs; the message names it, and does not quote it.</exception>
    public View MustAgree(params IReadOnlyList<(string Part, string? ByHand, string? ByLibrary)> parts) =>
        LessonExpectations.Agree(parts);

    /// <summary>Claims that what was seen is what was expected.</summary>
    /// <param name="title">What the claims are about.</param>
    /// <param name="claims">What is claimed, what it must be, and what it is.</param>
    /// <exception cref="LessonExpectationException">A claim does not hold; the message names it, and does not quote it.</exception>
    public ComparisonView MustHold(
        string title,
        params IReadOnlyList<(string Claim, string? Expected, string? Seen)> claims
    ) => LessonExpectations.Hold(title, claims);

    /// <summary>Claims that a token was issued, and says so in a line to open.</summary>
    /// <exception cref="LessonExpectationException">The server refused; the message says how, and by which check.</exception>
    public View MustBeIssued(TokenOutcome outcome) => LessonExpectations.Issued(outcome, LastExchange.Trace);

    /// <summary>Claims that the last request was refused in exactly this way, and shows the refusal from both ends.</summary>
    /// <param name="outcome">What the client was told.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="error">Error code on the wire.</param>
    /// <param name="failing">The check that failed, as the decision trace names it.</param>
    /// <exception cref="LessonExpectationException">It was not, or in another way.</exception>
    public RefusalView MustBeRefused(TokenOutcome outcome, int status, string error, string failing) =>
        LessonExpectations.Refused(new(status, error, failing), Refusal.Of(outcome, LastExchange.Trace), LastExchange);

    /// <summary>The same for a request that was sent by hand.</summary>
    public async Task<RefusalView> MustBeRefusedAsync(
        HttpResponseMessage response,
        int status,
        string error,
        string failing
    )
    {
        var exchange = LastExchange;
        return LessonExpectations.Refused(
            new(status, error, failing),
            await Refusal.OfAsync(response, exchange.Trace),
            exchange
        );
    }

    /// <summary>Claims that something fails before there is an answer: in the handshake, in the trust, in the configuration.</summary>
    /// <param name="action">What is to fail.</param>
    /// <param name="saying">What the message, or that of a cause, must hold.</param>
    /// <exception cref="LessonExpectationException">It did not fail, or says something else.</exception>
    public async Task<FactsView> MustFailAsync(Func<Task> action, string saying)
    {
        Exception? thrown = null;
        try
        {
            await action();
        }
        catch (Exception exception)
        {
            thrown = exception;
        }

        return LessonExpectations.Failed(thrown, saying);
    }
}
