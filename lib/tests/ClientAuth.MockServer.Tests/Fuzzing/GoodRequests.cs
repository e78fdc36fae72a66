using System.Text;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>Good token requests of every method that sends its credential in the request itself.</summary>
internal sealed class GoodRequests(TestLab lab)
{
    private const string Grant = "grant_type=client_credentials&scope=read";

    public static IReadOnlyList<string> Clients { get; } =
    [TestClients.Basic, TestClients.Post, TestClients.Mac, TestClients.Signer];

    public GoodRequest Of(string client) =>
        client switch
        {
            TestClients.Basic => Basic(),
            TestClients.Post => Post(),
            _ => Assertion(client),
        };

    private GoodRequest Basic()
    {
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TestClients.Basic}:{lab.Clients.Secret}"));
        return new GoodRequest(Form(Grant, ("Authorization", $"Basic {pair}")), pair);
    }

    private GoodRequest Post() =>
        new(Form($"{Grant}&client_id={TestClients.Post}&client_secret={lab.Clients.Secret}"), lab.Clients.Secret);

    private GoodRequest Assertion(string client)
    {
        var compact = lab.SignedAssertion(client);
        var type = Uri.EscapeDataString(ClientAssertionTypes.JwtBearer);
        return new GoodRequest(Form($"{Grant}&client_assertion_type={type}&client_assertion={compact}"), compact);
    }

    private static WireRequest Form(string body, params IReadOnlyList<(string Name, string Value)> headers) =>
        new("POST", "/token", body, [("Content-Type", "application/x-www-form-urlencoded"), .. headers]);
}
