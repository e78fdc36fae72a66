namespace ClientAuth.MockServer.Registrations;

/// <summary>What the server keeps about a client that registered itself. A class rather than a record, which would print itself.</summary>
/// <param name="accessToken">What opens the client's configuration endpoint, as its hash.</param>
/// <param name="mainClientId">The client whose initial access token opened the registration.</param>
internal sealed class DynamicRegistration(HashedToken accessToken, string mainClientId)
{
    public HashedToken AccessToken => accessToken;

    public string MainClientId => mainClientId;
}
