using ClientAuth.Client.TokenRequests;

namespace ClientAuth.Lab.OwnServer.Probing;

/// <summary>A request that is ready to be sent, good or with a mistake in it.</summary>
/// <param name="Message">The message; sent once.</param>
internal sealed record ProbeRequest(HttpRequestMessage Message)
{
    /// <summary>Whether the connection presents the client's certificate, where it has one.</summary>
    public bool PresentsCertificate { get; init; } = true;

    public static ProbeRequest Of(PreparedTokenRequest request) => new(request.ToHttpRequestMessage());
}
