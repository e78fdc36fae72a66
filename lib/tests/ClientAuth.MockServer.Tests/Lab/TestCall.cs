using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>A token request, made by hand.</summary>
internal sealed record TestCall
{
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>Below the server's origin; the token endpoint unless <see cref="At"/> says otherwise.</summary>
    public string Path { get; init; } = "/token";

    public string Query { get; init; } = "";

    public IReadOnlyList<(string Name, string Value)> Form { get; init; } =
    [(TokenParameters.GrantType, GrantTypes.ClientCredentials)];

    /// <summary>Takes the place of <see cref="Form"/>.</summary>
    public string? RawBody { get; init; }

    public string ContentType { get; init; } = "application/x-www-form-urlencoded";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>With one, the request goes to the endpoint that asks for it.</summary>
    public X509Certificate2? Certificate { get; init; }

    public X509Certificate2Collection? Intermediates { get; init; }

    public static TestCall With(string name, string value) => new TestCall().And(name, value);

    /// <summary>Identifier and secret, form-encoded and Base64, as RFC 6749 §2.3.1 has it.</summary>
    public static TestCall Basic(string id, string secret) =>
        BasicRaw($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}");

    /// <summary>The pair as it is, only in Base64.</summary>
    public static TestCall BasicRaw(string pair) =>
        new TestCall().WithHeader("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));

    public static TestCall Post(string id, string secret) =>
        With(TokenParameters.ClientId, id).And(TokenParameters.ClientSecret, secret);

    public static TestCall Asserting(string assertion) =>
        With(TokenParameters.ClientAssertionType, ClientAssertionTypes.JwtBearer)
            .And(TokenParameters.ClientAssertion, assertion);

    public static TestCall Presenting(string id, X509Certificate2? certificate) =>
        With(TokenParameters.ClientId, id) with
        {
            Certificate = certificate,
        };

    /// <summary>A request with an access token, as a resource gets it (RFC 6750 §2.1).</summary>
    public static TestCall Bearing(string token, string scheme = "Bearer") =>
        (new TestCall() with { Method = HttpMethod.Get, Path = "/resource" }).WithHeader(
            "Authorization",
            $"{scheme} {token}"
        );

    /// <summary>The same credential at another endpoint, where no grant is asked for.</summary>
    public TestCall At(string path) => Without(TokenParameters.GrantType) with { Path = path };

    public TestCall And(string name, string value) => this with { Form = [.. Form, (name, value)] };

    public TestCall Without(string name) => this with { Form = [.. Form.Where(parameter => parameter.Name != name)] };

    public TestCall WithHeader(string name, string value) => this with { Headers = [.. Headers, (name, value)] };

    public HttpContent? Body()
    {
        if (Method == HttpMethod.Get)
        {
            return null;
        }

        var pairs = Form.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}");
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(RawBody ?? string.Join('&', pairs)));
        content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return content;
    }
}
