using System.Net;
using System.Net.Http.Headers;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Secrets;

/// <summary>What the rules of the Basic header find for one client after another; a failure shows the client that failed.</summary>
internal static class BasicHeaderFindings
{
    public const string NoColon =
        "The colon that separates is encoded, too. Encode each part by itself, and join them after that.";
    public const string Twice = "A part is encoded twice: decoded once, it is still encoded. Encode each part once.";

    public static string HeaderOf(Func<string, string, string> header, AwkwardClient client) =>
        header(client.Id, client.Secret);

    /// <summary>The first client for which the header is wrong.</summary>
    public static RuleFinding Each(
        IReadOnlyList<AwkwardClient> clients,
        Func<string, string, string> header,
        Func<AwkwardClient, string, RuleFinding> find
    ) =>
        clients.Select(client => find(client, HeaderOf(header, client))).FirstOrDefault(found => !found.Holds)
        ?? RuleFinding.Kept;

    public static RuleFinding BeginsWithScheme(AwkwardClient client, string value) =>
        value.StartsWith(BasicHeaderSteps.Scheme, StringComparison.OrdinalIgnoreCase)
            ? RuleFinding.Kept
            : RuleFinding.Broken("'Basic', a space, and the credential", $"for {client}: {value}");

    public static RuleFinding IsBase64(AwkwardClient client, string value) =>
        BasicHeaderSteps.Decoded(value) is not null
            ? RuleFinding.Kept
            : RuleFinding.Broken("letters of standard Base64, a multiple of four", $"for {client}: {value}");

    public static RuleFinding HasOneColon(AwkwardClient client, string value) =>
        BasicHeaderSteps.Decoded(value)!.Count(character => character == ':') switch
        {
            1 => RuleFinding.Kept,
            var count => RuleFinding.Broken(
                "one colon before Base64",
                $"for {client}: {BasicHeaderSteps.Decoded(value)}",
                count == 0 ? NoColon : null
            ),
        };

    public static RuleFinding UsesBoth(IReadOnlyList<AwkwardClient> clients, Func<string, string, string> header) =>
        clients
            .Zip(
                clients.Skip(1),
                (one, next) =>
                    new[] { one with { Id = next.Id }, one with { Secret = next.Secret } }
                        .Where(other => HeaderOf(header, other) == HeaderOf(header, one))
                        .Select(other => RuleFinding.Broken("two values", $"the same for {one} and for {other}"))
            )
            .SelectMany(same => same)
            .FirstOrDefault()
        ?? RuleFinding.Kept;

    public static RuleFinding IsInOrder(AwkwardClient client, string value) =>
        WebUtility.UrlDecode(BasicHeaderSteps.Decoded(value)!.Split(':')[0]) != client.Secret
            ? RuleFinding.Kept
            : RuleFinding.Broken("the identifier before the colon", $"for {client}: {BasicHeaderSteps.Decoded(value)}");

    public static async Task<RuleFinding> IsAcceptedAsync(
        IReadOnlyList<AwkwardClient> clients,
        Func<string, string, string> header,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await Testbed.StartAsync([.. clients.Select(client => client.Registration)]);
        foreach (var client in clients)
        {
            var value = HeaderOf(header, client);
            using var request = new HttpRequestMessage(HttpMethod.Post, lab.Server.Metadata.TokenEndpoint)
            {
                Content = new FormUrlEncodedContent([new(TokenParameters.GrantType, GrantTypes.ClientCredentials)]),
            };
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(value);
            using var response = await lab.CreateHttpClient().SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return Misread(client, value, $"{lab.LastExchange.Trace.Failure?.Check}");
            }
        }

        return RuleFinding.Kept;
    }

    private static RuleFinding Misread(AwkwardClient client, string value, string check)
    {
        string[] read = [.. BasicHeaderSteps.Decoded(value)!.Split(':').Select(part => WebUtility.UrlDecode(part))];
        var again = read.Select(part => WebUtility.UrlDecode(part));
        return RuleFinding.Broken(
            $"a token for {client}",
            check == Rules.SecretFormat.Name
                ? $"refused at {check}: {BasicHeaderSteps.Decoded(value)} is not form-encoded"
                : $"refused at {check}: the server reads the identifier '{read[0]}' and the secret '{read[1]}'",
            again.SequenceEqual([client.Id, client.Secret]) ? Twice : null
        );
    }
}
