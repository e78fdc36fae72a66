using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.Lab.Exercises;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The exercise of lesson 05, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class DpopClaimsTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _, _) => []));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public Task A_claim_too_many_is_named() =>
        BreaksAsync("The claims are htm, htu and ath, and no others.", (claims, _) => claims["jti"] = "1");

    [Fact]
    public Task A_claim_of_another_name_is_named() =>
        BreaksAsync(
            "The claims are htm, htu and ath, and no others.",
            (claims, _) =>
            {
                claims.Remove("htm", out var method);
                claims["HTM"] = method!;
            }
        );

    [Fact]
    public Task Forgetting_the_token_is_named() =>
        BreaksAsync("The claims are htm, htu and ath, and no others.", (claims, _) => claims.Remove("ath"));

    [Fact]
    public Task One_method_for_all_requests_is_named() =>
        BreaksAsync("htm is the method of the request.", (claims, _) => claims["htm"] = "GET");

    [Fact]
    public Task A_method_in_lower_case_is_named() =>
        BreaksAsync(
            "htm is the method of the request.",
            (claims, request) => claims["htm"] = request.Method.ToLowerInvariant()
        );

    [Fact]
    public Task The_address_as_it_is_is_named() =>
        BreaksAsync("htu is without query and fragment.", (claims, request) => claims["htu"] = request.Address);

    [Fact]
    public Task An_address_that_keeps_its_fragment_is_named() =>
        BreaksAsync(
            "htu is without query and fragment.",
            (claims, request) => claims["htu"] = request.Address.Split('?')[0]
        );

    [Fact]
    public Task An_address_without_its_port_is_named() =>
        BreaksAsync(
            "htu is the rest of the address, unchanged.",
            (claims, request) =>
                claims["htu"] = $"https://{new Uri(request.Address).Host}{new Uri(request.Address).AbsolutePath}"
        );

    [Fact]
    public Task A_path_alone_is_named() =>
        BreaksAsync(
            "htu is the rest of the address, unchanged.",
            (claims, request) => claims["htu"] = new Uri(request.Address).AbsolutePath
        );

    [Fact]
    public Task The_hash_of_no_token_is_named() =>
        BreaksAsync(
            "A request without an access token has a proof without ath.",
            (claims, request) => claims["ath"] = Hash(request.Token)
        );

    [Fact]
    public Task A_hash_in_standard_Base64_is_named() =>
        BreaksHashAsync(
            "ath is Base64url, without padding, of 32 bytes.",
            token => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(token)))
        );

    [Fact]
    public Task A_hash_in_hexadecimal_is_named() =>
        BreaksHashAsync(
            "ath is Base64url, without padding, of 32 bytes.",
            token => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)))
        );

    [Fact]
    public Task The_token_itself_is_named() =>
        BreaksHashAsync("ath is Base64url, without padding, of 32 bytes.", token => token);

    [Fact]
    public Task The_hash_of_a_part_of_the_token_is_named() =>
        BreaksHashAsync("ath covers the whole token, as it is sent.", token => Hash(token.Split('.')[0]));

    [Fact]
    public Task The_hash_of_the_header_with_its_scheme_is_named() =>
        BreaksHashAsync("ath covers the whole token, as it is sent.", token => Hash($"DPoP {token}"));

    [Fact]
    public Task Claims_for_the_known_requests_alone_are_named() =>
        BreaksAsync(
            "It holds for any request.",
            (claims, request) =>
            {
                if (!request.Address.Contains("//api.", StringComparison.Ordinal))
                {
                    claims["htu"] = "https://api.example/v2/accounts";
                }
            }
        );

    private static Dictionary<string, string> Solution(string method, string address, string token)
    {
        var claims = new Dictionary<string, string> { ["htm"] = method, ["htu"] = address.Split('?', '#')[0] };
        if (token != "")
        {
            claims["ath"] = Hash(token);
        }

        return claims;
    }

    private static string Hash(string token) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    private static Task BreaksHashAsync(string rule, Func<string, string> ath) =>
        BreaksAsync(
            rule,
            (claims, request) =>
            {
                if (claims.ContainsKey("ath"))
                {
                    claims["ath"] = ath(request.Token);
                }
            }
        );

    private static async Task BreaksAsync(
        string rule,
        Action<Dictionary<string, string>, (string Method, string Address, string Token)> mistake
    )
    {
        var result = await JudgeAsync(
            (method, address, token) =>
            {
                var claims = Solution(method, address, token);
                mistake(claims, (method, address, token));
                return claims;
            }
        );
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(result).Rule);
    }

    private static async Task<ExerciseResult> JudgeAsync(
        Func<string, string, string, Dictionary<string, string>> answer
    )
    {
        await using var lab = await LessonLab.OpenAsync(new ClientMetadata { ClientId = "any" });
        return await lab.Exercises.DpopClaims.JudgeAsync(answer, TestContext.Current.CancellationToken);
    }
}
