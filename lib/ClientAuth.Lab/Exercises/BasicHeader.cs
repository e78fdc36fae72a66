using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 01: the <c>Authorization</c> header of <c>client_secret_basic</c> (RFC 6749 §2.3.1 and Appendix B).</summary>
public sealed partial class LessonExercises
{
    private const string AwkwardId = "my app:v2";
    private const string AwkwardSecret = "$10 + 20% = ?";

    public Exercise<Func<string, string, string>> BasicHeader =>
        new(
            this,
            "The Basic header",
            isUntouched: answer => answer(AwkwardId, AwkwardSecret).Length == 0,
            [
                new(
                    "The value begins with the scheme 'Basic' and one space.",
                    "The header names the scheme before the credential (RFC 7617 §2).",
                    answer => answer(AwkwardId, AwkwardSecret).StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
                ),
                new(
                    "After the scheme stands standard Base64, with padding.",
                    "Base64url, which JWTs use, has other letters and no padding.",
                    answer => Decoded(answer) is not null
                ),
                new(
                    "Exactly one colon is left to separate identifier and secret.",
                    "The identifier holds a colon of its own. What does Appendix B make of it?",
                    answer => Decoded(answer)!.Count(character => character == ':') == 1
                ),
                new(
                    "The identifier comes before the secret.",
                    "The server takes what stands before the colon for the identifier.",
                    answer => Decoded(answer)!.StartsWith("my", StringComparison.Ordinal)
                ),
                new(
                    "The server issues a token for it.",
                    "A space may be '+' or '%20', but '+' and '%' of the secret itself must be encoded. Encode each part once.",
                    IssuesTokenAsync
                ),
            ],
            "that encoding comes first, so that an identifier or a secret may hold any character"
        );

    private static string? Decoded(Func<string, string, string> answer)
    {
        var value = answer(AwkwardId, AwkwardSecret);
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value[(value.IndexOf(' ') + 1)..], bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }

    private static async Task<bool> IssuesTokenAsync(
        Func<string, string, string> answer,
        CancellationToken cancellationToken
    )
    {
        await using var lab = await LessonLab.OpenAsync(
            new ClientMetadata { ClientId = AwkwardId, ClientSecret = AwkwardSecret }
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, lab.Server.Metadata.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent([new(TokenParameters.GrantType, GrantTypes.ClientCredentials)]),
        };
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(answer(AwkwardId, AwkwardSecret));
        using var response = await lab.CreateHttpClient().SendAsync(request, cancellationToken);
        return response.StatusCode == HttpStatusCode.OK;
    }
}
