using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Tests.Samples;

/// <summary>Recorded exchanges with fixed times and bytes.</summary>
internal static class SampleExchange
{
    public const string Secret = "czZCaGRSa3F0M2dYMWZXd3pRanM1QWJjRGVmR2hpSmtM";

    public static RecordedExchange Token { get; } =
        new()
        {
            Number = 3,
            At = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero),
            Request = new RecordedRequest(
                "POST",
                "/token",
                "HTTP/1.1",
                [
                    new RecordedHeader("Host", "localhost:8443"),
                    new RecordedHeader("Authorization", $"Basic {Secret}"),
                    new RecordedHeader("Content-Type", "application/x-www-form-urlencoded"),
                ],
                "grant_type=client_credentials&scope=read%20write"
            ),
            Response = new RecordedResponse(
                200,
                [
                    new RecordedHeader("Content-Type", "application/json"),
                    new RecordedHeader("Cache-Control", "no-store"),
                ],
                $$"""{"access_token":"{{SampleJwt.Assertion.Compact}}","token_type":"Bearer","expires_in":300}"""
            ),
            Tls = new RecordedTls("TLS 1.3", "TLS_AES_256_GCM_SHA384", null),
            Trace = SampleTrace.Passing,
            Phases =
            [
                new RecordedPhase(PhaseNames.Handshake, TimeSpan.FromMicroseconds(11_234)),
                new RecordedPhase(PhaseNames.Authenticate, TimeSpan.FromMicroseconds(1_920)),
            ],
        };

    /// <summary>The third check failed, and the client tried the Authorization header.</summary>
    public static RecordedExchange Refused { get; } =
        Token with
        {
            Response = new RecordedResponse(
                401,
                [
                    new RecordedHeader("WWW-Authenticate", "Basic realm=\"token\""),
                    new RecordedHeader("Content-Type", "application/json"),
                ],
                """{"error":"invalid_client","error_description":"client authentication failed"}"""
            ),
            Trace = SampleTrace.Failing,
        };

    public static RecordedExchange WithBody(string body) => Token with { Request = Token.Request with { Body = body } };

    public static RecordedExchange WithHeader(string name, string value) =>
        Token with
        {
            Request = Token.Request with { Headers = [new RecordedHeader(name, value)] },
        };

    public static RecordedExchange WithResponse(string body) =>
        Token with
        {
            Response = Token.Response with { Body = body },
        };
}
