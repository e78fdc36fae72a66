using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Tokens;

/// <summary>One way to ask for an access token. One file per grant.</summary>
/// <param name="type">One of <see cref="Protocol.GrantTypes"/>.</param>
internal abstract class TokenGrant(string type)
{
    public string Type => type;

    /// <summary>Whether it is for clients that prove nothing by themselves, or for the others.</summary>
    public abstract bool IsForPublicClients { get; }

    /// <summary>What an exchange says that it has issued (RFC 8693 §2.2.1); null for other grants.</summary>
    public virtual string? IssuedTokenType => null;

    /// <summary>What the grant itself asks for, and the DPoP proof; the client with its proof, or null where a check failed.</summary>
    public abstract AuthenticatedClient? Check(
        AuthenticatedClient authenticated,
        FormRequest request,
        CheckTrace trace
    );
}
