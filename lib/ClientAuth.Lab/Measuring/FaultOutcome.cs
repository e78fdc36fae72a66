using ClientAuth.Client;

namespace ClientAuth.Lab.Measuring;

/// <summary>How a request to a server that misbehaves ended, in a few words.</summary>
public static class FaultOutcome
{
    /// <summary>The response came in time.</summary>
    public const string Token = "a token";

    /// <summary>The deadline passed before the response began.</summary>
    public const string NoResponse = "gave up: no response";

    /// <summary>The deadline passed before the response was complete.</summary>
    public const string NotComplete = "gave up: not complete";

    /// <summary>The connection ended within the response.</summary>
    public const string CutOff = "response cut off";

    /// <summary>The connection ended before the response began.</summary>
    public const string Closed = "connection closed";

    internal static async Task<string> OfAsync(TokenClient client)
    {
        try
        {
            var outcome = await client.RequestTokenAsync();
            return outcome is TokenOutcome.Issued ? Token : $"{outcome}";
        }
        catch (AuthorizationServerException failure)
        {
            return failure.Lost switch
            {
                LostResponse.Late => NoResponse,
                LostResponse.NotComplete => NotComplete,
                LostResponse.Never => Closed,
                LostResponse.CutOff => CutOff,
                _ => failure.Message,
            };
        }
    }
}
