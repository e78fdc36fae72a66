using System.Buffers.Text;
using System.Text;
using ClientAuth.MockServer.Jwt;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Tests.Vectors;

/// <summary>
/// The signatures of RFC 7520 §4, verified by what verifies assertions. Their payload is no JSON, so none is a JWT; the octets that were
/// signed are taken from each serialization.
/// </summary>
public sealed class Rfc7520Tests
{
    private const string Payload =
        "SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9vci4gWW91IHN0ZXAgb250byB0aGUgcm9hZCwgYW5kIGlmIHlvdSBkb24ndCBrZWVwIHlvdXIgZmVldCwgdGhlcmXigJlzIG5vIGtub3dpbmcgd2hlcmUgeW91IG1pZ2h0IGJlIHN3ZXB0IG9mZiB0by4";
    private const string WithMac = "eyJhbGciOiJIUzI1NiIsImtpZCI6IjAxOGMwYWU1LTRkOWItNDcxYi1iZmQ2LWVlZjMxNGJjNzAzNyJ9";
    private const string MacSignature = "s0h6KThzkfBBBkLspW1h84VsJZFTsPPqMDA7g1Md7p0";

    /// <summary>Section, algorithm, protected header, signature.</summary>
    public static TheoryData<string, string, string, string> Signatures() =>
        new()
        {
            {
                "4.1",
                "RS256",
                "eyJhbGciOiJSUzI1NiIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9",
                "MRjdkly7_-oTPTS3AXP41iQIGKa80A0ZmTuV5MEaHoxnW2e5CZ5NlKtainoFmKZopdHM1O2U4mwzJdQx996ivp83xuglII7PNDi84wnB-BDkoBwA78185hX-Es4JIwmDLJK3lfWRa-XtL0RnltuYv746iYTh_qHRD68BNt1uSNCrUCTJDt5aAE6x8wW1Kt9eRo4QPocSadnHXFxnt8Is9UzpERV0ePPQdLuW3IS_de3xyIrDaLGdjluPxUAhb6L2aXic1U12podGU0KLUQSE_oI-ZnmKJ3F4uOZDnd6QZWJushZ41Axf_fcIe8u9ipH84ogoree7vjbU5y18kDquDg"
            },
            {
                "4.2",
                "PS384",
                "eyJhbGciOiJQUzM4NCIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9",
                "cu22eBqkYDKgIlTpzDXGvaFfz6WGoz7fUDcfT0kkOy42miAh2qyBzk1xEsnk2IpN6-tPid6VrklHkqsGqDqHCdP6O8TTB5dDDItllVo6_1OLPpcbUrhiUSMxbbXUvdvWXzg-UD8biiReQFlfz28zGWVsdiNAUf8ZnyPEgVFn442ZdNqiVJRmBqrYRXe8P_ijQ7p8Vdz0TTrxUeT3lm8d9shnr2lfJT8ImUjvAA2Xez2Mlp8cBE5awDzT0qI0n6uiP1aCN_2_jLAeQTlqRHtfa64QQSUmFAAjVKPbByi7xho0uTOcbH510a6GYmJUAfmWjwZ6oD4ifKo8DYM-X72Eaw"
            },
            {
                "4.3",
                "ES512",
                "eyJhbGciOiJFUzUxMiIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9",
                "AE_R_YZCChjn4791jSQCrdPZCNYqHXCTZH0-JZGYNlaAjP2kqaluUIIUnC9qvbu9Plon7KRTzoNEuT4Va2cmL1eJAQy3mtPBu_u_sDDyYjnAMDxXPn7XrT0lw-kvAD890jl8e2puQens_IEKBpHABlsbEPX6sFY8OcGDqoRuBomu9xQ2"
            },
            { "4.4 and 4.5", "HS256", WithMac, MacSignature },
            { "4.6", "HS256", "eyJhbGciOiJIUzI1NiJ9", "bWUSVaxorn7bEF1djytBd0kHv70Ly5pvbomzMWSOr20" },
            { "4.7", "HS256", "", "xuLifqLGiblpv9zBpuZczWhNj1gARaLV3UxvxhJxZuk" },
            {
                "4.8, the first",
                "RS256",
                "eyJhbGciOiJSUzI1NiJ9",
                "MIsjqtVlOpa71KE-Mss8_Nq2YH4FGhiocsqrgi5NvyG53uoimic1tcMdSg-qptrzZc7CG6Svw2Y13TDIqHzTUrL_lR2ZFcryNFiHkSw129EghGpwkpxaTn_THJTCglNbADko1MZBCdwzJxwqZc-1RlpO2HibUYyXSwO97BSe0_evZKdjvvKSgsIqjytKSeAMbhMBdMma622_BG5t4sdbuCHtFjp9iJmkio47AIwqkZV1aIZsv33uPUqBBCXbYoQJwt7mxPftHmNlGoOSMxR_3thmXTCm4US-xiNOyhbm8afKK64jU6_TPtQHiJeQJxz9G3Tx-083B745_AfYOnlC9w"
            },
            {
                "4.8, the second",
                "ES512",
                "",
                "ARcVLnaJJaUWG8fG-8t5BREVAuTY8n8YHjwDO1muhcdCoFZFFjfISu0Cdkn9Ybdlmi54ho0x924DUz8sK7ZXkhc7AFM8ObLfTvNCrqcI3Jkl2U5IX3utNhODH6v7xgy1Qahsn0fyb4zSAkje8bAWz4vIfj5pCMYxxm4fgV3q7ZYhm5eD"
            },
            { "4.8, the third", "HS256", WithMac, MacSignature },
        };

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Signature_holds_over_its_octets_and_over_no_others(
        string section,
        string alg,
        string header,
        string signature
    )
    {
        using var keys = Keys(alg);
        var key = Assert.Single(keys.All);
        var input = Encoding.ASCII.GetBytes($"{header}.{Payload}");
        var octets = Base64Url.DecodeFromChars(signature);

        Assert.True(JwsChecks.Verifies(key, alg, input, octets), section);
        input[^1] ^= 1;
        Assert.False(JwsChecks.Verifies(key, alg, input, octets), section);
        input[^1] ^= 1;
        octets[^1] ^= 1;
        Assert.False(JwsChecks.Verifies(key, alg, input, octets), section);
    }

    private static VerificationKeys Keys(string alg) =>
        alg switch
        {
            // The key of §3.5.
            "HS256" => VerificationKeys.Of([
                new SymmetricSecurityKey(Base64Url.DecodeFromChars("hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg")),
            ]),
            "ES512" => Import(VectorKeys.BilboEc, alg),
            _ => Import(VectorKeys.BilboRsa, alg),
        };

    private static VerificationKeys Import(Jwk key, string alg)
    {
        Assert.Null(KeyFit.Misfit(key, alg));
        return VerificationKeys.Import([key]);
    }
}
