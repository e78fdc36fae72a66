using ClientAuth.Protocol;

namespace ClientAuth.Client.Registration;

/// <summary>Makes sense of what the registration endpoint and a client's own endpoint answer (RFC 7591 §3.2, RFC 7592 §2).</summary>
internal static class RegistrationAnswer
{
    public static RegistrationOutcome Interpret(ServerAnswer answer) =>
        answer.Status switch
        {
            200 or 201 => new RegistrationOutcome.Registered(Client(answer), IsNew: answer.Status == 201),
            204 => new RegistrationOutcome.Withdrawn(),
            _ => new RegistrationOutcome.Refused(
                answer.Status,
                RefusalAnswer.Read(answer, "a registration endpoint", "200, 201, 204")
            )
            {
                RetryAfter = answer.RetryAfter,
            },
        };

    private static ClientMetadata Client(ServerAnswer answer)
    {
        var client = answer.Read(ProtocolJson.Default.ClientMetadata, "a client's registration (RFC 7591 §3.2.1)");
        return client.ClientId.Length == 0 ? throw answer.Unusable("with an empty client_id") : client;
    }
}
