using System.Web;
using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Attacks;

/// <summary>Requests as an attacker sends them, by hand.</summary>
internal static class TokenRequests
{
    public static async Task PostAsync(
        HttpClient http,
        string endpoint,
        IEnumerable<(string Name, string Value)> form,
        CancellationToken cancellationToken
    )
    {
        using var content = Form(form);
        using var response = await http.PostAsync(new Uri(endpoint), content, cancellationToken);
    }

    /// <summary>Asks for a token with an assertion.</summary>
    public static Task PostAsync(
        Testbed target,
        string assertion,
        CancellationToken cancellationToken,
        string scope = "read"
    ) =>
        PostAsync(
            target.CreateHttpClient(),
            target.Server.Metadata.TokenEndpoint,
            [
                (TokenParameters.GrantType, GrantTypes.ClientCredentials),
                .. With(assertion),
                (TokenParameters.Scope, scope),
            ],
            cancellationToken
        );

    public static IEnumerable<(string Name, string Value)> With(string assertion) =>
        [
            (TokenParameters.ClientAssertionType, ClientAssertionTypes.JwtBearer),
            (TokenParameters.ClientAssertion, assertion),
        ];

    public static FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> form) =>
        new(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>A field of a form that somebody has recorded.</summary>
    public static string FieldOf(string body, string name) =>
        HttpUtility.ParseQueryString(body)[name]
        ?? throw new InvalidOperationException($"The form that was sent has no '{name}'.");

    /// <summary>An assertion in a client's name, to be signed and spoilt.</summary>
    public static ClientAssertionBuilder Draft(Testbed target, string clientId, AssertionSigner signer) =>
        ClientAssertionBuilder.For(clientId, target.Server.Issuer, signer, target.Clock, Guid.NewGuid().ToString("N"));
}
