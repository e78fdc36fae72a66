using ClientAuth.Client.Attestation;
using ClientAuth.Client.Registration;
using ClientAuth.Client.TokenRequests;
using ClientAuth.Protocol;
using Microsoft.Extensions.Time.Testing;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Client.Tests;

/// <summary>What holds for all methods, whichever there are: the cases are found by reflection.</summary>
public sealed class EveryMethodTests : IDisposable
{
    private static readonly string[] Credentials = ["Authorization", "client_secret", "client_assertion"];

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly MethodExamples _examples;
    private readonly RecordingHandler _wire = new(200, AnyServer.TokenJson);

    public EveryMethodTests() => _examples = new MethodExamples(_clock);

    public static TheoryData<Type> Cases => MethodExamples.Cases;

    public void Dispose()
    {
        _examples.Dispose();
        _wire.Dispose();
    }

    [Fact]
    public void The_set_is_closed()
    {
        Type[] bases =
        [
            typeof(Method),
            typeof(Method.SignedJwt),
            typeof(AssertionSigner),
            typeof(TokenOutcome),
            typeof(ServerTrust),
            typeof(RegistrationOutcome),
            typeof(AttestationOutcome),
        ];

        Assert.All(
            bases,
            type =>
            {
                Assert.True(type.IsAbstract);
                Assert.Contains(
                    type.GetMethods(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic),
                    method => method.IsAbstract && (method.IsAssembly || method.IsFamilyAndAssembly)
                );
                Assert.All(MethodExamples.Nested(type), one => Assert.True(one.IsAbstract || one.IsSealed));
            }
        );
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_method_has_a_registered_name_and_prints_nothing_else(Type type)
    {
        var method = _examples.Of(type);

        Assert.Contains(method.MethodName, TokenEndpointAuthMethods.All);
        Assert.Equal(method.MethodName, method.ToString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_request_names_each_parameter_once_and_carries_one_credential_at_most(Type type)
    {
        var request = Prepare(_examples.Of(type));

        Assert.Distinct(request.Parameters.Select(one => one.Key));
        var credentials = request.Headers.Select(one => one.Name).Concat(request.Parameters.Select(one => one.Key));
        Assert.InRange(credentials.Intersect(Credentials).Count(), 0, 1);
        Assert.Equal("https", request.Endpoint.Scheme);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nothing_but_the_request_itself_prints_a_secret(Type type)
    {
        var method = _examples.Of(type);
        var request = Prepare(method);

        Assert.DoesNotContain(MethodExamples.Secret, $"{method} {request}", StringComparison.Ordinal);
        Assert.Equal($"POST {request.Endpoint}", request.ToString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_request_is_not_sent_where_the_endpoint_is_without_tls(Type type)
    {
        var server = AnyServer.Metadata with { TokenEndpoint = "http://as.example/token", MtlsEndpointAliases = null };

        var error = Assert.Throws<AuthorizationServerException>(() => Prepare(_examples.Of(type), server));

        Assert.Equal(
            "The token_endpoint 'http://as.example/token' is no absolute https URL; a credential must not travel without TLS. "
                + "Check the server's metadata.",
            error.Message
        );
        Assert.Null(_wire.Request);
    }

    private PreparedTokenRequest Prepare(Method method, AuthorizationServerMetadata? server = null)
    {
        using var http = new HttpClient(_wire, disposeHandler: false);
        return new TokenClient(http, server ?? AnyServer.Metadata, "app", method, _clock).Prepare("read");
    }
}
