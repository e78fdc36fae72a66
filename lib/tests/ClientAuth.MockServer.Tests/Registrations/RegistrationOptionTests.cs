using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Registrations;

/// <summary>What an operator says about registration is judged when the server starts.</summary>
public sealed class RegistrationOptionTests
{
    private static readonly ClientTemplate Good = new()
    {
        Client = new ClientMetadata { ClientId = "t", Scope = "read" },
        AuthenticateClientBy = TestClients.Main,
        SetByDevice = ["client_name"],
    };

    private static readonly Dictionary<string, (IReadOnlyList<ClientTemplate> Templates, string Message)> Wrong = new()
    {
        ["no identifier"] = (
            [Good with { Client = new ClientMetadata { ClientId = "" } }],
            "ClientTemplates: '' needs an identifier of its own."
        ),
        ["identifier twice"] = ([Good, Good], "ClientTemplates: 't' needs an identifier of its own."),
        ["secret for all"] = (
            [Good with { Client = Good.Client with { ClientSecret = "s" } }],
            "ClientTemplates: 't' has a client_secret; each device gets its own."
        ),
        ["devices that register others"] = (
            [Good with { Client = Good.Client with { Scope = "read dcr" } }],
            "ClientTemplates: 't' has the scope dcr; a device does not register others."
        ),
        ["member that the server makes"] = (
            [Good with { SetByDevice = ["client_secret"] }],
            "ClientTemplates: 't' lets a device set 'client_secret', which is no member that a client sets."
        ),
        ["member that there is not"] = (
            [Good with { SetByDevice = ["clientname"] }],
            "ClientTemplates: 't' lets a device set 'clientname', which is no member that a client sets."
        ),
    };

    public static TheoryData<string> WrongNames() => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(WrongNames))]
    public async Task Wrong_template_is_named(string name)
    {
        var (templates, message) = Wrong[name];

        Assert.Equal(
            message,
            await RefusalOfAsync(options =>
                options with
                {
                    Registration = options.Registration with { ClientTemplates = templates },
                }
            )
        );
    }

    [Theory]
    [InlineData("http://keys.example")]
    [InlineData("https://keys.example/")]
    [InlineData("https://keys.example:443")]
    [InlineData("https://user@keys.example")]
    [InlineData("keys.example")]
    public async Task Origin_that_is_none_is_named(string origin) =>
        Assert.Equal(
            $"JwksUriOrigins has '{origin}'; an origin is https, host and perhaps port, such as https://keys.example:8443.",
            await RefusalOfAsync(options =>
                options with
                {
                    KeySets = options.KeySets with { JwksUriOrigins = [origin] },
                }
            )
        );

    [Fact]
    public async Task Issuer_of_statements_without_a_key_is_named()
    {
        var issuer = new SoftwareStatementIssuer
        {
            Issuer = "https://publisher.example",
            Keys = new JwkSet { Keys = [] },
            ApprovedSoftwareIds = [],
        };

        Assert.Equal(
            "SoftwareStatementIssuers: 'https://publisher.example' needs at least one RSA or EC key.",
            await RefusalOfAsync(options =>
                options with
                {
                    Registration = options.Registration with { SoftwareStatementIssuers = [issuer] },
                }
            )
        );
    }

    private static async Task<string> RefusalOfAsync(
        Func<AuthorizationServerOptions, AuthorizationServerOptions> change
    ) =>
        (
            await Assert.ThrowsAnyAsync<ArgumentException>(() => TestLab.StartAsync((_, options) => change(options)))
        ).Message;
}
