using ClientAuth.Protocol;

namespace ClientAuth.Client.Registration;

/// <summary>How a request about a registration ended, if the server was reached and understood. A refusal is a value, no exception.</summary>
public abstract record RegistrationOutcome
{
    private RegistrationOutcome() { }

    /// <summary>What happened, without any credential. Also keeps the set closed: nobody outside can implement it.</summary>
    internal abstract string Summary { get; }

    public sealed override string ToString() => Summary;

    /// <summary>Reads a response of the registration endpoint or of a client's own endpoint (RFC 7591 §3.2, RFC 7592 §2).</summary>
    /// <exception cref="AuthorizationServerException">The response makes no sense.</exception>
    internal static RegistrationOutcome Read(ServerResponse response) =>
        response.Status switch
        {
            200 or 201 => new Registered(ReadClient(response), IsNew: response.Status == 201),
            204 => new Withdrawn(),
            _ => new Refused(response.Status, response.ReadError("a registration endpoint", "200, 201, 204"))
            {
                RetryAfter = response.RetryAfter,
            },
        };

    private static ClientMetadata ReadClient(ServerResponse response)
    {
        var client = response.Read(ProtocolJson.Default.ClientMetadata, "a client's registration (RFC 7591 §3.2.1)");
        return client.ClientId.Length == 0 ? throw response.Unusable("with an empty client_id") : client;
    }

    /// <summary>The client as it is registered now (RFC 7591 §3.2.1).</summary>
    /// <param name="Client">Holds its secret, if it has one, and does not print it.</param>
    /// <param name="IsNew">Whether the server made it just now; false where it knew the client by the device's key.</param>
    public sealed record Registered(ClientMetadata Client, bool IsNew) : RegistrationOutcome
    {
        internal override string Summary => $"Registered: {Client}{(IsNew ? ", new" : ", known before")}";
    }

    /// <summary>The client is registered no more (RFC 7592 §2.3).</summary>
    public sealed record Withdrawn : RegistrationOutcome
    {
        internal override string Summary => "Withdrawn";
    }

    /// <summary>The server refused the request (RFC 7591 §3.2.2, RFC 6750 §3.1).</summary>
    /// <param name="Status">HTTP status, 400 to 499.</param>
    /// <param name="Error">The error code, and the description where the server sent one.</param>
    public sealed record Refused(int Status, ErrorResponse Error) : RegistrationOutcome
    {
        /// <summary>When the server wants to be asked again at the earliest, where it said so (RFC 9110 §10.2.3).</summary>
        public TimeSpan? RetryAfter { get; init; }

        internal override string Summary =>
            $"Refused: {Status} {Error.Error}{(Error.ErrorDescription is { } text ? $" ({text})" : "")}";
    }
}
