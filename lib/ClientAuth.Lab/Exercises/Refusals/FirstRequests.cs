using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using static ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Lab.Exercises.Refusals;

/// <summary>The five requests of lesson 00 whose results a learner predicts, and their results at a real server.</summary>
internal sealed class FirstRequests
{
    /// <summary>What a request ends with that is not refused.</summary>
    public const string Token = "token";

    public const string IsCheck =
        "That is a check, which only the server's log names. Here the client's side is asked for: the error code in the response.";

    // The answers that are right, for those that are wrong in one place. A test compares them with a real server.
    private static Dictionary<string, string> Right =>
        new()
        {
            ["own-secret"] = Token,
            ["too-much"] = OAuthErrors.InvalidScope,
            ["new-key"] = OAuthErrors.InvalidClient,
            ["public"] = OAuthErrors.UnauthorizedClient,
            ["borrowed"] = OAuthErrors.InvalidClient,
        };

    private readonly Lazy<Task<IReadOnlyDictionary<string, string>>> _ends = new(EndsAsync);

    public static IReadOnlyList<string> Names => [.. Right.Keys];

    public static IReadOnlyList<string> Ends { get; } =
    [Token, OAuthErrors.InvalidClient, OAuthErrors.UnauthorizedClient, OAuthErrors.InvalidScope];

    /// <summary>The right answers, but for one.</summary>
    public static IReadOnlyDictionary<string, string> Answer((string Name, string Said) but) =>
        new Dictionary<string, string>(Right) { [but.Name] = but.Said };

    public static RuleFinding KnowsEach(IReadOnlyDictionary<string, string> answer) =>
        Names.FirstOrDefault(name => answer.Said(name).Contains('.', StringComparison.Ordinal)) is { } name
            ? RuleFinding.Broken(string.Join(", ", Ends), $"{name}: {answer.Said(name)}", IsCheck)
            : answer.Answers(Names, said => Ends.Contains(said), string.Join(", ", Ends));

    /// <summary>The answers are right for the requests that end in some way.</summary>
    public ExerciseRule<IReadOnlyDictionary<string, string>> Agrees(
        string rule,
        string hint,
        Func<string, bool> ends,
        IReadOnlyList<WrongAnswer<IReadOnlyDictionary<string, string>>> wrong,
        params IReadOnlyList<string> moreHints
    ) => Rule(rule, hint, (said, end) => !ends(end) || said == end, wrong, moreHints);

    /// <summary>No answer says token for a request that gets none.</summary>
    public ExerciseRule<IReadOnlyDictionary<string, string>> Refuses(
        string rule,
        string hint,
        IReadOnlyList<WrongAnswer<IReadOnlyDictionary<string, string>>> wrong
    ) => Rule(rule, hint, (said, end) => said != Token || end == Token, wrong, []);

    private ExerciseRule<IReadOnlyDictionary<string, string>> Rule(
        string rule,
        string hint,
        Func<string, string, bool> holds,
        IReadOnlyList<WrongAnswer<IReadOnlyDictionary<string, string>>> wrong,
        IReadOnlyList<string> moreHints
    ) =>
        new(
            rule,
            hint,
            async (answer, _) =>
            {
                var ends = await _ends.Value;
                return answer.Agrees(Names, name => holds(answer.Said(name), ends[name]));
            }
        )
        {
            WrongAnswers = wrong,
            MoreHints = moreHints,
        };

    private static async Task<IReadOnlyDictionary<string, string>> EndsAsync()
    {
        await using var lab = await Testbed.StartAsync();
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var secret = new Secret(lab.Client("mobile-app-secret").Secret!);
        var newKey = new SignedJwt.Asymmetric(
            made,
            SignatureAlgorithms.ES256,
            lab.Client("mobile-app-jwt-asymmetric").KeyId
        );
        return new Dictionary<string, string>
        {
            ["own-secret"] = await EndAsync(lab, "mobile-app-secret", secret, "read write"),
            ["too-much"] = await EndAsync(lab, "mobile-app-secret", secret, "read admin"),
            ["new-key"] = await EndAsync(lab, "mobile-app-jwt-asymmetric", newKey, "read"),
            ["public"] = await EndAsync(lab, "mobile-app", new None(), "read admin"),
            ["borrowed"] = await EndAsync(lab, "nobody-knows-me", secret, "read admin"),
        };
    }

    private static async Task<string> EndAsync(
        Testbed lab,
        string clientId,
        ClientAuthenticationMethodConfiguration method,
        string scope
    ) =>
        await lab.TokenClient(clientId, method).RequestTokenAsync(scope) is TokenOutcome.Issued
            ? Token
            : $"{JsonNode.Parse(lab.LastExchange.Response.Body)!["error"]}";
}
