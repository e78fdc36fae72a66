using ClientAuth.MockServer.Exchanges;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests;

/// <summary>In what is kept to be shown, a JWT is hidden, and what only looks like its beginning is not.</summary>
public sealed class SecretsInTextTests
{
    private const string Header = "eyJhbGciOiJFUzI1NiJ9";

    private readonly SecretsInText _secrets = new(
        new RegisteredClients(
            [],
            new RegistrationRules(new KeyOptions(), [], TokenEndpointAuthMethods.All, []),
            new LimitOptions(),
            TimeProvider.System
        )
    );

    [Theory]
    [InlineData($"{Header}.eyJpc3MiOiJhIn0.AAAA", "(a JWT of 41 characters)")]
    [InlineData($"a scope {Header}", "a scope (a JWT of 20 characters)")]
    [InlineData($"token%3D{Header}", "token%3D(a JWT of 20 characters)")]
    [InlineData($"x{Header}", "x(a JWT of 20 characters)")]
    [InlineData("eyJraWQiOiLDvGJlciIsImFsZyI6IkVTMjU2In0", "(a JWT of 39 characters)")] // {"kid":"über", …
    public void A_jwt_is_hidden_wherever_it_stands(string text, string shown) =>
        Assert.Equal(shown, _secrets.Hide(text));

    // One fingerprint in ten thousand has these three letters in it.
    [Theory]
    [InlineData("n8rq1uQM869KfVBXi6eyJ3fVxk8-9Rw_qTtZ0nYpLm2")]
    [InlineData("eyJ3fVxk8-9Rw_qTtZ0nYpLm2n8rq1uQM869KfVBXi6")]
    public void The_fingerprint_of_a_key_is_shown_whole(string fingerprint) =>
        Assert.Equal($"kid '{fingerprint}'", _secrets.Hide($"kid '{fingerprint}'"));
}
