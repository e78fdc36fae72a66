using System.Net.Http.Headers;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using AskForToken = System.Func<string, string, string, System.Net.Http.HttpRequestMessage>;

namespace ClientAuth.Lab.Exercises.Secrets;

/// <summary>The request of the colleague's client in lesson 01, as a learner makes it, and as it can be wrong.</summary>
internal static class BasicRequest
{
    /// <summary>The client of <c>data/clients.json</c> in whose name it asks.</summary>
    public const string ClientId = "mobile-app-secret";

    public const string MustPost = "A request for a token is a POST (RFC 6749 §3.2): a GET has no form to send.";

    private const string Address = "https://login.example/token";
    private const string AnySecret = "some-secret";

    /// <summary>Whether it is still as the colleague wrote it.</summary>
    public static bool IsTheColleagues(AskForToken ask)
    {
        using var sent = ask(Address, ClientId, AnySecret);
        using var left = Make(
            Address,
            BasicHeaderSteps.Header(AnySecret, ClientId),
            new()
            {
                ["client_secret"] = AnySecret,
                ["grant_type"] = "client_credential",
                ["scope"] = "read admin",
            }
        );
        return Written(sent) == Written(left);
    }

    public static RuleFinding GoesWhereItShould(AskForToken ask)
    {
        using var sent = ask(Address, ClientId, AnySecret);
        return sent.Method == HttpMethod.Post && $"{sent.RequestUri}" == Address
            ? RuleFinding.Kept
            : RuleFinding.Broken(
                $"POST {Address}",
                $"{sent.Method} {sent.RequestUri}",
                sent.Method == HttpMethod.Post ? null : MustPost
            );
    }

    /// <summary>Asks a server for tokens: in the name of a plain client, and of some that need the encoding.</summary>
    public static async Task<IReadOnlyList<SentRequest>> SendAllAsync(
        AskForToken ask,
        CancellationToken cancellationToken
    )
    {
        AwkwardClient[] awkward = [.. AwkwardClient.Known, AwkwardClient.Any()];
        var plain = new ClientMetadata { ClientId = ClientId, Scope = "read write dcr" };
        await using var lab = await Testbed.StartAsync([plain, .. awkward.Select(client => client.Registration)]);
        var sent = new List<SentRequest> { new($"client '{ClientId}'", await FailureAsync(ClientId)) };
        foreach (var client in awkward.TakeWhile(_ => sent[^1].Failure is null))
        {
            sent.Add(new SentRequest($"{client}", await FailureAsync(client.Id)));
        }

        return sent;

        async Task<Decision?> FailureAsync(string clientId) =>
            (await SendAsync(lab, clientId, ask, cancellationToken)).Trace.Failure;
    }

    /// <summary>Asks a lab's server for a token in the name of one of its clients.</summary>
    public static async Task<RecordedExchange> SendAsync(
        Testbed lab,
        string clientId,
        AskForToken ask,
        CancellationToken cancellationToken
    )
    {
        using var request = ask(lab.Server.Metadata.TokenEndpoint, clientId, lab.Client(clientId).Secret!.Reveal());
        using var response = await lab.CreateHttpClient().SendAsync(request, cancellationToken);
        return lab.LastExchange;
    }

    /// <summary>The request mended, and then changed.</summary>
    public static AskForToken Mended(Action<HttpRequestMessage> change) =>
        (to, id, secret) =>
        {
            var sent = Make(to, BasicHeaderSteps.Header(id, secret), RightForm);
            change(sent);
            return sent;
        };

    /// <summary>The request mended, but for its header.</summary>
    public static AskForToken MendedHeader(Func<string, string, string> header) =>
        (to, id, secret) => Make(to, header(id, secret), RightForm);

    /// <summary>The request mended, but for its form.</summary>
    public static AskForToken MendedForm(Action<Dictionary<string, string>> change) =>
        (to, id, secret) =>
        {
            var form = RightForm;
            change(form);
            return Make(to, BasicHeaderSteps.Header(id, secret), form);
        };

    /// <summary>The request mended, but with the credential in the body.</summary>
    public static HttpRequestMessage InTheBody(string to, string id, string secret)
    {
        var form = RightForm;
        (form["client_id"], form["client_secret"]) = (id, secret);
        var sent = Make(to, BasicHeaderSteps.Header(id, secret), form);
        sent.Headers.Authorization = null;
        return sent;
    }

    private static Dictionary<string, string> RightForm =>
        new() { ["grant_type"] = GrantTypes.ClientCredentials, ["scope"] = "read" };

    private static HttpRequestMessage Make(string to, string header, Dictionary<string, string> form)
    {
        var sent = new HttpRequestMessage(HttpMethod.Post, to) { Content = new FormUrlEncodedContent(form) };
        sent.Headers.Authorization = AuthenticationHeaderValue.Parse(header);
        return sent;
    }

    private static string Written(HttpRequestMessage sent)
    {
        using var body = new StreamReader(sent.Content?.ReadAsStream() ?? Stream.Null);
        return $"{sent.Method} {sent.RequestUri} {sent.Headers.Authorization} {body.ReadToEnd()}";
    }
}
