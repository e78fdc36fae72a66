using System.Net;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises;

/// <summary>An assertion that a learner has completed, judged by a server.</summary>
internal static class LearnersAssertion
{
    /// <summary>Whether the lab's server issues a token for it.</summary>
    public static async Task<bool> IsAcceptedAsync(LessonLab lab, string compact, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent([
            new(TokenParameters.GrantType, GrantTypes.ClientCredentials),
            new(TokenParameters.ClientAssertionType, ClientAssertionTypes.JwtBearer),
            new(TokenParameters.ClientAssertion, compact),
        ]);
        using var response = await lab.CreateHttpClient()
            .PostAsync(lab.Server.Metadata.TokenEndpoint, form, cancellationToken);
        return response.StatusCode == HttpStatusCode.OK;
    }
}
