using System.Buffers.Text;
using System.Text;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Tests.Vectors;

/// <summary>The examples of RFC 7515, appendix A, verified by what verifies assertions: as an assertion where they are JWTs.</summary>
public sealed class Rfc7515Tests
{
    private const string Claims =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    private const string A1 =
        $"eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.{Claims}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string A1Key =
        "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
    private const string A2 =
        $"eyJhbGciOiJSUzI1NiJ9.{Claims}.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
    private const string A3 =
        $"eyJhbGciOiJFUzI1NiJ9.{Claims}.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
    private const string A4Input = "eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA";
    private const string A4Signature =
        "AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7XdtAG8GaSwFKdCAPZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn";
    private const string A5 = $"eyJhbGciOiJub25lIn0.{Claims}.";

    [Fact]
    public void A1_the_MAC_holds_with_its_key_and_with_no_other()
    {
        var key = Base64Url.DecodeFromChars(A1Key);
        var jwt = DecodedJwt.Parse(A1);

        Assert.Equal(0, JwsChecks.SignedBy(jwt, [new SymmetricSecurityKey(key)]));
        key[0] ^= 1;
        Assert.Null(JwsChecks.SignedBy(jwt, [new SymmetricSecurityKey(key)]));
    }

    // Signed as it should be, and no assertion all the same: it has no subject.
    [Theory]
    [InlineData(A2)]
    [InlineData(A3)]
    public async Task A2_and_A3_are_found_to_be_signed_when_they_are_presented(string compact)
    {
        var key = compact == A2 ? VectorKeys.A2 : VectorKeys.A3;
        await using var lab = await TestLab.StartWithAsync(TestClients.WithKeys("joe", null, key));

        var answer = await SendAsync(lab, compact);

        answer.AssertInvalidClient(Rules.Sub.Name);
        Assert.Equal(
            [Verdict.Passed, Verdict.Passed],
            answer
                .Exchange.Trace.Decisions.Where(it => it.Check == Rules.Signature.Name || it.Check == Rules.Iss.Name)
                .Select(it => it.Verdict)
        );
        Assert.EndsWith(", verified with the registered key", Signature(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(A2)]
    [InlineData(A3)]
    public async Task A2_and_A3_with_one_bit_changed_are_not(string compact)
    {
        var key = compact == A2 ? VectorKeys.A2 : VectorKeys.A3;
        await using var lab = await TestLab.StartWithAsync(TestClients.WithKeys("joe", null, key));
        var parts = compact.Split('.');
        var signature = Base64Url.DecodeFromChars(parts[2]);
        signature[^1] ^= 1;

        var answer = await SendAsync(lab, $"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(signature)}");

        answer.AssertInvalidClient(Rules.Signature.Name);
    }

    [Fact]
    public void A4_the_signature_holds_with_its_key_and_over_its_octets_alone()
    {
        using var keys = VerificationKeys.Import([VectorKeys.A4]);
        var key = Assert.Single(keys.All);
        var (input, signature) = (Encoding.ASCII.GetBytes(A4Input), Base64Url.DecodeFromChars(A4Signature));

        Assert.Null(KeyFit.Misfit(VectorKeys.A4, "ES512"));
        Assert.True(JwsChecks.Verifies(key, "ES512", input, signature));
        input[^1] ^= 1;
        Assert.False(JwsChecks.Verifies(key, "ES512", input, signature));
    }

    [Fact]
    public async Task A5_is_unsecured_and_so_refused()
    {
        await using var lab = await TestLab.StartWithAsync(TestClients.WithKeys("joe", null, VectorKeys.A3));

        (await SendAsync(lab, A5)).AssertInvalidClient(Rules.Alg.Name);
        using var keys = VerificationKeys.Import([VectorKeys.A2, VectorKeys.A3, VectorKeys.A4]);
        Assert.Null(JwsChecks.SignedBy(DecodedJwt.Parse(A5), keys.All));
    }

    private static Task<TestAnswer> SendAsync(TestLab lab, string compact) =>
        lab.SendAsync(TestCall.Asserting(compact).And(TokenParameters.ClientId, "joe"));

    private static string Signature(TestAnswer answer) =>
        answer.Exchange.Trace.Decisions.Single(decision => decision.Check == Rules.Signature.Name).Seen;
}
