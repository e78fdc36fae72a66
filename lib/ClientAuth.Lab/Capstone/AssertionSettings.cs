using ClientAuth.Client;

namespace ClientAuth.Lab.Capstone;

/// <summary>What a client that signs a JWT is configured with.</summary>
public record AssertionSettings
{
    /// <summary>The header parameter <c>typ</c>.</summary>
    public string Type { get; set; } = ClientAssertionBuilder.Type;

    /// <summary>The claim <c>aud</c>.</summary>
    public required string Audience { get; set; }

    /// <summary>From <c>iat</c> to <c>exp</c>.</summary>
    public TimeSpan Lifetime { get; set; } = ClientAssertionBuilder.DefaultLifetime;

    /// <summary>How far the client's clock is ahead of the right time; negative where it is behind.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>Makes an assertion what these settings say.</summary>
    internal ClientAssertionBuilder Apply(ClientAssertionBuilder assertion, DateTimeOffset now) =>
        assertion
            .WithHeader("typ", Type)
            .WithClaim("aud", Audience)
            .WithClaim("iat", (now + ClockOffset).ToUnixTimeSeconds())
            .WithClaim("exp", (now + ClockOffset + Lifetime).ToUnixTimeSeconds());
}
