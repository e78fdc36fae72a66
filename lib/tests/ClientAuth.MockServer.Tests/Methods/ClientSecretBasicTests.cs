using System.Text;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Methods;

public sealed class ClientSecretBasicTests
{
    private const string AwkwardId = "a:b+c d%";
    private const string AwkwardSecret = "s%41+ :&=/\"\\~";

    public static TheoryData<string, string> Unreadable() =>
        new()
        {
            { "no colon", "Basic " + Base64("basic") },
            { "no Base64", "Basic ***" },
            { "white space inside the Base64", "Basic YmFz aWM6cw==" },
            { "nothing after the scheme", "Basic" },
            { "another scheme", "Bearer abc" },
            { "a broken percent escape", "Basic " + Base64("basic:%zz") },
            { "half a percent escape", "Basic " + Base64("basic:a%4") },
            { "NUL", "Basic " + Base64("basic:%00") },
            { "a character outside ASCII, encoded", "Basic " + Base64("basic:%C2%A3") },
            { "a character outside ASCII, raw", "Basic " + Base64("basic:£") },
        };

    public static TheoryData<string, string> Wrong() =>
        new()
        {
            { TestClients.Basic, "not-the-secret" },
            { TestClients.Basic, "" },
            { "nobody", "not-the-secret" },
        };

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public async Task Whatever_the_hash_the_right_secret_passes_and_another_does_not(int iterations)
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Secrets = options.Secrets with { SecretHashIterations = iterations } }
        );

        (await lab.SendAsync(TestCall.Basic(TestClients.Basic, lab.Clients.Secret))).AssertIssued();
        (await lab.SendAsync(TestCall.Basic(TestClients.Basic, "wrong"))).AssertInvalidClient(Rules.SecretValue.Name);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Unreadable_header_is_a_malformed_request(string name, string header)
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await lab.SendAsync(new TestCall().WithHeader("Authorization", header));

        Assert.NotEmpty(name);
        answer.AssertInvalidRequest(Rules.SecretFormat.Name);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_client_or_secret_is_challenged(string id, string secret)
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await lab.SendAsync(TestCall.Basic(id, secret));

        answer.AssertInvalidClient(id == "nobody" ? Rules.ClientKnown.Name : Rules.SecretValue.Name);
        Assert.Equal("client authentication failed", answer.Error().ErrorDescription);
    }

    [Fact]
    public async Task Empty_identifier_names_nobody()
    {
        await using var lab = await TestLab.StartAsync();

        (await lab.SendAsync(TestCall.BasicRaw(":secret"))).AssertInvalidClient(Rules.ClientIdentified.Name);
    }

    [Theory]
    [InlineData("basic")]
    [InlineData("BASIC")]
    public async Task Scheme_is_compared_without_case(string scheme)
    {
        await using var lab = await TestLab.StartAsync();
        var pair = Base64($"{TestClients.Basic}:{lab.Clients.Secret}");

        (await lab.SendAsync(new TestCall().WithHeader("Authorization", $"{scheme} {pair}"))).AssertIssued();
    }

    [Fact]
    public async Task Both_parts_are_form_decoded_exactly_once()
    {
        await using var lab = await TestLab.StartWithAsync(Awkward());

        (await lab.SendAsync(TestCall.Basic(AwkwardId, AwkwardSecret))).AssertIssued();
    }

    [Fact]
    public async Task Space_may_be_a_plus_or_an_escape()
    {
        await using var lab = await TestLab.StartWithAsync(Awkward());
        var escaped = $"{Uri.EscapeDataString(AwkwardId)}:{Uri.EscapeDataString(AwkwardSecret)}";

        var answer = await lab.SendAsync(TestCall.BasicRaw(escaped.Replace("%20", "+", StringComparison.Ordinal)));

        answer.AssertIssued();
    }

    [Theory]
    [InlineData("se+cret", "se+cret")]
    [InlineData("se%41cret", "se%41cret")]
    public async Task Secret_that_was_not_encoded_is_another_secret(string registered, string sent)
    {
        await using var lab = await TestLab.StartWithAsync(
            new ClientMetadata { ClientId = "c", ClientSecret = registered }
        );

        (await lab.SendAsync(TestCall.BasicRaw($"c:{sent}"))).AssertInvalidClient(Rules.SecretValue.Name);
        (await lab.SendAsync(TestCall.Basic("c", sent))).AssertIssued();
    }

    [Fact]
    public async Task Identifier_with_a_raw_colon_is_another_identifier()
    {
        await using var lab = await TestLab.StartWithAsync(new ClientMetadata { ClientId = "a:b", ClientSecret = "s" });

        (await lab.SendAsync(TestCall.BasicRaw("a:b:s"))).AssertInvalidClient(Rules.ClientKnown.Name);
        (await lab.SendAsync(TestCall.Basic("a:b", "s"))).AssertIssued();
    }

    [Fact]
    public async Task Expired_secret_is_refused_from_its_last_second_on()
    {
        await using var lab = await TestLab.StartAsync(
            (lab, options) =>
                options with
                {
                    Clients =
                    [
                        new()
                        {
                            ClientId = "c",
                            ClientSecret = "s",
                            ClientSecretExpiresAt = lab.Clock.GetUtcNow().ToUnixTimeSeconds() + 60,
                        },
                    ],
                }
        );

        (await lab.SendAsync(TestCall.Basic("c", "s"))).AssertIssued();
        lab.Clock.Advance(TimeSpan.FromSeconds(60));
        (await lab.SendAsync(TestCall.Basic("c", "s"))).AssertInvalidClient(Rules.SecretNotExpired.Name);
    }

    [Theory]
    [InlineData("basic", null)]
    [InlineData("post", "client.id_agrees")]
    public async Task Identifier_in_the_body_must_be_the_same(string parameter, string? check)
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Basic(TestClients.Basic, lab.Clients.Secret).And("client_id", parameter);

        var answer = await lab.SendAsync(call);

        if (check is null)
        {
            answer.AssertIssued();
        }
        else
        {
            answer.AssertInvalidClient(check);
        }
    }

    [Fact]
    public async Task Header_twice_is_refused()
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Basic(TestClients.Basic, lab.Clients.Secret);

        var answer = await lab.SendAsync(call with { Headers = [.. call.Headers, .. call.Headers] });

        answer.AssertInvalidRequest(Rules.SecretFormat.Name);
    }

    private static ClientMetadata Awkward() => new() { ClientId = AwkwardId, ClientSecret = AwkwardSecret };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
