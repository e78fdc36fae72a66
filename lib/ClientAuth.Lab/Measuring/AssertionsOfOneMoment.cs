using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Lab.Testbeds;

namespace ClientAuth.Lab.Measuring;

/// <summary>Assertions that all say the same <c>iat</c> and <c>exp</c>, sent at other moments: the lab's clock is moved there.</summary>
internal sealed class AssertionsOfOneMoment
{
    private readonly Dictionary<string, ClientAssertionBuilder> _made = [];
    private readonly string _clientId;
    private readonly string _audience;
    private readonly ClientAuthenticationMethodConfiguration.SignedJwt _method;
    private readonly LabClock _clock;
    private readonly DateTimeOffset _iat;

    /// <param name="clientId">Who makes them.</param>
    /// <param name="audience">For whom.</param>
    /// <param name="method">Signs them, and says how long they are good.</param>
    /// <param name="clock">Is moved forward only.</param>
    /// <param name="first">The first moment at which one is sent, in seconds from <c>iat</c> on.</param>
    public AssertionsOfOneMoment(
        string clientId,
        string audience,
        ClientAuthenticationMethodConfiguration.SignedJwt method,
        LabClock clock,
        int first
    )
    {
        (_clientId, _audience, _method, _clock) = (clientId, audience, method, clock);
        // A whole second, as the claim has it, and so far ahead that the first moment is still to come.
        _iat = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds() + 1 + Math.Max(0, -first));
    }

    /// <summary>Moves the clock, and gives the method that sends the assertion of this name; whether it was sent before.</summary>
    public (bool Repeats, ClientAuthenticationMethodConfiguration Method) Send(string name, int second)
    {
        var repeats = !_made.TryAdd(name, Made());
        _clock.Set(_iat.AddSeconds(second));
        return (repeats, _method with { Alter = _ => _made[name] });
    }

    private ClientAssertionBuilder Made() =>
        ClientAssertionBuilder.For(
            _clientId,
            _audience,
            _method.Signer,
            new StandingClock(_iat),
            Guid.NewGuid().ToString("N"),
            _method.Lifetime
        );
}
