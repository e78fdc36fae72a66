using System.Security.Cryptography;
using ClientAuth.Credentials;
using ClientAuth.Protocol;
using Microsoft.Extensions.Time.Testing;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Client.Tests;

/// <summary>What holds for all methods, whichever there are: the cases are found by reflection.</summary>
public sealed class EveryMethodTests : IDisposable
{
    private const string Secret = "correct-horse-battery-staple-and-more";

    private static readonly string[] Credentials = ["Authorization", "client_secret", "client_assertion"];

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RecordingHandler _wire = new(200, AnyServer.TokenJson);

    public static TheoryData<Type> Cases => [.. Nested(typeof(Method)).Where(type => !type.IsAbstract)];

    public void Dispose()
    {
        _key.Dispose();
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
                Assert.All(Nested(type), one => Assert.True(one.IsAbstract || one.IsSealed));
            }
        );
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_method_has_a_registered_name_and_prints_nothing_else(Type type)
    {
        var method = Example(type);

        Assert.Contains(method.MethodName, TokenEndpointAuthMethods.All);
        Assert.Equal(method.MethodName, method.ToString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_request_names_each_parameter_once_and_carries_one_credential_at_most(Type type)
    {
        var request = Prepare(Example(type));

        Assert.Distinct(request.Parameters.Select(one => one.Key));
        var credentials = request.Headers.Select(one => one.Name).Concat(request.Parameters.Select(one => one.Key));
        Assert.InRange(credentials.Intersect(Credentials).Count(), 0, 1);
        Assert.Equal("https", request.Endpoint.Scheme);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nothing_but_the_request_itself_prints_a_secret(Type type)
    {
        var method = Example(type);
        var request = Prepare(method);

        Assert.DoesNotContain(Secret, $"{method} {request}", StringComparison.Ordinal);
        Assert.Equal($"POST {request.Endpoint}", request.ToString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_request_is_not_sent_where_the_endpoint_is_without_tls(Type type)
    {
        var server = AnyServer.Metadata with { TokenEndpoint = "http://as.example/token", MtlsEndpointAliases = null };

        var error = Assert.Throws<AuthorizationServerException>(() => Prepare(Example(type), server));

        Assert.Equal(
            "The token_endpoint 'http://as.example/token' is no absolute https URL; a credential must not travel without TLS. "
                + "Check the server's metadata.",
            error.Message
        );
        Assert.Null(_wire.Request);
    }

    private static IEnumerable<Type> Nested(Type type) =>
        type.GetNestedTypes().SelectMany(one => Nested(one).Prepend(one)).Where(type.IsAssignableFrom);

    private PreparedTokenRequest Prepare(Method method, AuthorizationServerMetadata? server = null)
    {
        using var http = new HttpClient(_wire, disposeHandler: false);
        return new TokenClient(http, server ?? AnyServer.Metadata, "app", method, _clock).Prepare("read");
    }

    // A case that is missing here fails every test above, so that none is left out.
    private Method Example(Type type) =>
        type.Name switch
        {
            nameof(Method.None) => new Method.None(),
            nameof(Method.Secret) => new Method.Secret(Secret),
            nameof(Method.Mtls) => new Method.Mtls(
                SelfSignedCertificate.Create(CertificateProfile.Client("CN=app"), _clock)
            ),
            nameof(Method.SignedJwt.Symmetric) => new Method.SignedJwt.Symmetric(new ClientSecret(Secret)),
            nameof(Method.SignedJwt.Asymmetric) => new Method.SignedJwt.Asymmetric(_key, "ES256"),
            _ => throw new NotSupportedException($"Add an example of {type}."),
        };
}
