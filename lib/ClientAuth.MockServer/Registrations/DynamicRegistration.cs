namespace ClientAuth.MockServer.Registrations;

/// <summary>What the server keeps about a client that registered itself. A class rather than a record, which would print itself.</summary>
/// <param name="accessToken">What opens the client's configuration endpoint, as its hash.</param>
/// <param name="mainClientId">The client whose initial access token opened the registration.</param>
/// <param name="owner">The key and the template that it belongs to; null where anybody could have registered it.</param>
internal sealed class DynamicRegistration(HashedToken accessToken, string mainClientId, RegistrationOwner? owner = null)
{
    public HashedToken AccessToken => accessToken;

    public string MainClientId => mainClientId;

    public RegistrationOwner? Owner => owner;
}
