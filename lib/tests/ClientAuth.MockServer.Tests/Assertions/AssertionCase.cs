using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Assertions;

/// <summary>One thing wrong with an otherwise good assertion.</summary>
/// <param name="Spoil">Makes it wrong; gets the time of the server's clock in seconds.</param>
/// <param name="Check">The check that must refuse it.</param>
internal sealed record AssertionCase(Action<TestAssertion, long> Spoil, string Check)
{
    public static AssertionCase Claim(string name, object? value, string check) =>
        new((assertion, _) => assertion.Claims[name] = value, check);

    public static AssertionCase Time(string name, long offset, string check) =>
        new((assertion, now) => assertion.Claims[name] = now + offset, check);

    public static AssertionCase Without(string name, string check) =>
        new((assertion, _) => assertion.Claims.Remove(name), check);

    public static AssertionCase Header(string name, object? value, string check) =>
        new((assertion, _) => assertion.Header[name] = value, check);

    /// <summary>Replaces one claim's JSON text, for values that a serializer does not write.</summary>
    public static AssertionCase Raw(string claim, string json, string check) =>
        new(
            (assertion, _) =>
            {
                assertion.Claims[claim] = "%";
                assertion.RawPayload = System
                    .Text.Json.JsonSerializer.Serialize(assertion.Claims)
                    .Replace("\"%\"", json, StringComparison.Ordinal);
            },
            check
        );
}
