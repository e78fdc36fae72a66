using System.Text;
using System.Text.RegularExpressions;
using ClientAuth.Client;
using ClientAuth.Lab.Choosing;
using ClientAuth.Lab.Devices;

namespace ClientAuth.Lab.Tests.Statements;

/// <summary>What the SDK's documentation says of the secret, each statement proven by a test of its name.</summary>
public sealed class SecretStatementTests
{
    private const string App = "mobile-app-secret";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_client_sends_a_static_shared_secret_on_the_token_request()
    {
        await using var lab = await LessonLab.OpenAsync();
        var secret = lab.Client(App).Secret!;
        var client = lab.TokenClient(App, new ClientAuthenticationMethodConfiguration.Secret(secret));

        var first = await AuthorizationOfAsync(lab, client);
        lab.Clock.Advance(TimeSpan.FromDays(30));
        var later = await AuthorizationOfAsync(lab, client);

        Assert.Equal(first, later);
        var sent = Encoding.ASCII.GetString(Convert.FromBase64String(first["Basic ".Length..]));
        Assert.Equal($"{App}:{secret.Reveal()}", sent);
        Assert.Equal(secret.Reveal(), lab.Server.Clients.Find(App)!.ClientSecret);
    }

    [Fact]
    public async Task Easy_to_set_up()
    {
        await using var lab = await LessonLab.OpenAsync();

        // An identifier and a string: no key, no certificate, no registration of a device.
        var typed = new ClientAuthenticationMethodConfiguration.Secret(lab.Client(App).Secret!.Reveal());

        Assert.IsType<TokenOutcome.Issued>(await lab.TokenClient(App, typed).RequestTokenAsync("read", Cancellation));
    }

    [Fact]
    public async Task The_secret_is_identical_for_every_install_of_the_app()
    {
        await using var lab = await LessonLab.OpenAsync();
        var compiledIn = lab.Client(App).Secret!.Reveal();

        var fromAlice = LongWord(AppPackage.Build("alice-phone", compiledIn));
        var fromBob = LongWord(AppPackage.Build("bob-phone", compiledIn));

        Assert.Equal(fromAlice, fromBob);
        var stolen = new ClientAuthenticationMethodConfiguration.Secret(fromBob);
        Assert.IsType<TokenOutcome.Issued>(await lab.TokenClient(App, stolen).RequestTokenAsync("read", Cancellation));
    }

    [Fact]
    public async Task Appropriate_only_for_development_or_controlled_environments()
    {
        var model = DecisionModel.Load();
        await using var lab = await LessonLab.OpenAsync();
        var secret = new ClientAuthenticationMethodConfiguration.Secret(lab.Client(App).Secret!);

        // What a leak costs: the only remedy is a new secret, and with it every install is locked out at once.
        lab.Server.Clients.RotateSecret(App, new("a-new-secret-of-more-than-32-characters"), TimeSpan.Zero);
        var everyInstall = await lab.TokenClient(App, secret).RequestTokenAsync("read", Cancellation);

        lab.MustBeRefused(everyInstall, 401, "invalid_client", "secret.not_expired");
        Assert.Equal(
            ["controlled", "development"],
            model
                .Situations.Where(situation => model.Recommend(situation).Method.Id == "secret")
                .Select(situation => situation["environment"])
                .Distinct()
                .Order()
        );
    }

    [Fact]
    public async Task Secret_stays_in_development_and_prototyping_do_not_ship_it()
    {
        var model = DecisionModel.Load();
        await using var lab = await LessonLab.OpenAsync();

        // Once shipped, it is anybody's, and the server cannot tell the app from somebody who unzipped it.
        var shipped = LongWord(AppPackage.Build("any-phone", lab.Client(App).Secret!.Reveal()));
        var anybody = lab.TokenClient(App, new ClientAuthenticationMethodConfiguration.Secret(shipped));
        Assert.IsType<TokenOutcome.Issued>(await anybody.RequestTokenAsync("read write dcr", Cancellation));
        Assert.Null(lab.LastExchange.Trace.Failure);

        Assert.Equal("secret", model.Recommend("development", "simulator").Method.Id);
        Assert.All(
            model.Situations.Where(situation => situation["environment"] == "production").Select(model.Recommend),
            recommendation => Assert.True(recommendation.Others.Single(other => other.Method.Id == "secret").IsRuledOut)
        );
    }

    private static async Task<string> AuthorizationOfAsync(LessonLab lab, TokenClient client)
    {
        Assert.IsType<TokenOutcome.Issued>(await client.RequestTokenAsync("read", Cancellation));
        return lab.LastExchange.Request.Header("Authorization")!;
    }

    private static string LongWord(byte[] package) =>
        AppPackage
            .Unzip(package)
            .SelectMany(file => Regex.Matches(Encoding.Latin1.GetString(file), "[A-Za-z0-9_-]{40,}"))
            .Single()
            .Value;
}
