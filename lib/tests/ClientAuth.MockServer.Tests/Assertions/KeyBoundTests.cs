using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Tests.KeySets;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Assertions;

/// <summary>How many keys a client may have, and how many of them one assertion may be verified with.</summary>
public sealed class KeyBoundTests : IDisposable
{
    private readonly List<ECDsa> _keys =
    [
        .. Enumerable.Range(0, 9).Select(_ => ECDsa.Create(ECCurve.NamedCurves.nistP256)),
    ];

    public void Dispose() => _keys.ForEach(key => key.Dispose());

    [Fact]
    public async Task Of_eight_keys_that_fit_each_is_tried_and_of_nine_none()
    {
        await using var eight = await StartAsync(Public(8));
        await using var nine = await StartAsync(Public(9));

        (await eight.SendAsync(Signed(eight, 7))).AssertIssued();
        var answer = await nine.SendAsync(Signed(nine, 0));

        answer.AssertInvalidClient(Rules.Key.Name);
        Assert.Equal(
            (
                "a registered key for ES256, named by its kid where more than 8 fit",
                "kid nothing, 9 of 9 registered keys"
            ),
            (answer.Exchange.Trace.Failure?.Expected, answer.Exchange.Trace.Failure?.Seen)
        );
    }

    [Fact]
    public async Task Among_many_keys_the_one_that_is_named_is_used()
    {
        var keys = Public(9);
        await using var lab = await StartAsync(keys);

        (await lab.SendAsync(Signed(lab, 8, keys[8].Kid))).AssertIssued();
        (await lab.SendAsync(Signed(lab, 7, keys[8].Kid))).AssertInvalidClient(Rules.Signature.Name);
    }

    [Fact]
    public async Task Keys_that_share_a_name_count_as_those_without()
    {
        await using var lab = await StartAsync([.. Public(9).Select(key => key with { Kid = "same" })]);

        (await lab.SendAsync(Signed(lab, 0, "same"))).AssertInvalidClient(Rules.Key.Name);
    }

    [Fact]
    public async Task Keys_that_do_not_fit_are_not_counted()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        await using var lab = await StartAsync([.. Public(8), Jwk.FromPublicKey(p384)]);

        (await lab.SendAsync(Signed(lab, 0))).AssertIssued();
    }

    [Theory]
    [InlineData(8, KeyCheck)]
    [InlineData(9, null)]
    public async Task Bound_of_attempts_is_an_option(int most, string? check)
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) =>
                options with
                {
                    Clients = [TestClients.WithKeys("c", null, Public(9))],
                    Assertions = options.Assertions with { MaximumKeysTried = most },
                }
        );

        Assert.Equal(check, (await lab.SendAsync(Signed(lab, 8))).Exchange.Trace.Failure?.Check);
    }

    [Theory]
    [InlineData(20, 201)]
    [InlineData(21, 400)]
    public async Task Device_registers_up_to_twenty_keys(int count, int status)
    {
        await using var lab = await TestLab.StartAsync();
        using var registrant = new Registrant(lab);

        var answer = await registrant.RegisterAsync(
            $$"""{"token_endpoint_auth_method":"private_key_jwt","jwks":{{Json(Repeated(count))}}}"""
        );

        Assert.Equal(status, answer.Status);
        if (status == 400)
        {
            Assert.Equal(RegistrationErrors.InvalidClientMetadata, answer.Error().Error);
            Assert.Equal(
                (Rules.RegisteredKeyCount.Name, "at most 20 keys in jwks", "21"),
                (
                    answer.Exchange.Trace.Failure!.Check,
                    answer.Exchange.Trace.Failure.Expected,
                    answer.Exchange.Trace.Failure.Seen
                )
            );
        }
    }

    [Fact]
    public async Task Bound_of_keys_holds_for_the_operator_and_for_every_method_and_is_an_option()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Keys = options.Keys with { MaximumKeysPerClient = 2 } }
        );
        var client = new ClientMetadata
        {
            ClientId = "c",
            ClientSecret = lab.Clients.Secret,
            Jwks = new JwkSet { Keys = Repeated(3) },
        };

        var error = Assert.Throws<InvalidRegistrationException>(() => lab.Server.Clients.Register(client));

        Assert.Equal("Client 'c': expected at most 2 keys in jwks, found 3 (RFC 7591 §5).", error.Message);
        lab.Server.Clients.Register(client with { Jwks = new JwkSet { Keys = Repeated(2) } });
    }

    [Fact]
    public async Task Published_set_with_too_many_keys_is_not_taken()
    {
        await using var lab = await KeyHostLab.StartAsync();
        lab.Host.Publish([Jwk.FromPublicKey(lab.Key), .. Repeated(20)]);

        var answer = await lab.SendAsync();

        answer.AssertInvalidClient(Rules.KeysFetched.Name);
        Assert.Equal("21 keys, more than 20", answer.Exchange.Trace.Failure?.Seen);
    }

    [Fact]
    public async Task Statement_of_an_issuer_with_many_keys_names_one()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) =>
                options with
                {
                    Registration = options.Registration with
                    {
                        SoftwareStatementIssuers =
                        [
                            new SoftwareStatementIssuer
                            {
                                Issuer = "https://publisher.example",
                                Keys = new JwkSet { Keys = Public(9) },
                                ApprovedSoftwareIds = ["app"],
                            },
                        ],
                    },
                }
        );
        using var registrant = new Registrant(lab);
        string Statement(string? kid)
        {
            var statement = new TestAssertion("https://publisher.example", "", lab.Clock.GetUtcNow());
            statement.Claims["software_id"] = "app";
            statement.Claims.Remove("aud");
            if (kid is not null)
            {
                statement.Header["kid"] = kid;
            }

            return $$"""{"software_statement":"{{statement.Sign(_keys[8])}}"}""";
        }

        var unnamed = await registrant.RegisterAsync(Statement(null));
        var named = await registrant.RegisterAsync(Statement(Public(9)[8].Kid));

        Assert.Equal((400, Rules.StatementSignature.Name), (unnamed.Status, unnamed.Exchange.Trace.Failure?.Check));
        Assert.EndsWith(", named by its kid where more than 8 fit", unnamed.Exchange.Trace.Failure?.Expected);
        Assert.True(named.Status == 201, $"{named.Exchange.Trace.Failure}");
    }

    private const string KeyCheck = "assertion.key";

    private static Task<TestLab> StartAsync(IReadOnlyList<Jwk> keys) =>
        TestLab.StartWithAsync(TestClients.WithKeys("c", null, keys));

    private List<Jwk> Public(int count) => [.. _keys.Take(count).Select(Jwk.FromPublicKey)];

    // One key so many times.
    private List<Jwk> Repeated(int count) => [.. Enumerable.Range(0, count).Select(_ => Jwk.FromPublicKey(_keys[0]))];

    private static string Json(IReadOnlyList<Jwk> keys) =>
        JsonSerializer.Serialize(new JwkSet { Keys = keys }, ProtocolJson.Default.JwkSet);

    private TestCall Signed(TestLab lab, int number, string? kid = null)
    {
        var assertion = lab.Assertion("c");
        if (kid is not null)
        {
            assertion.Header["kid"] = kid;
        }

        return TestCall.Asserting(assertion.Sign(_keys[number]));
    }
}
