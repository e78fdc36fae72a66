using System.Security.Cryptography;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>A request with an assertion while its parts are being chosen.</summary>
internal sealed class RequestDraft(TestLab lab)
{
    public TestLab Lab => lab;

    public DateTimeOffset Now => lab.Clock.GetUtcNow();

    public TestAssertion Assertion { get; } = lab.Assertion(TestClients.Signer);

    public ECDsa Key { get; set; } = lab.Clients.Key;

    public TestCall Call { get; set; } = new();

    public void Claim(string name, object? value) => Assertion.Claims[name] = value;

    public void NoClaim(string name) => Assertion.Claims.Remove(name);

    /// <summary>A claim that lies so many seconds from now.</summary>
    public void Seconds(string name, long fromNow) => Claim(name, Now.ToUnixTimeSeconds() + fromNow);

    public void Form(string name, string value) => Call = Call.And(name, value);

    public TestCall Finish() => Call.And(TokenParameters.ClientAssertion, Assertion.Sign(Key));
}
