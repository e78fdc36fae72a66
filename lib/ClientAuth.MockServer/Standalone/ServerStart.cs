using System.Net.Sockets;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Standalone;

/// <summary>Starts the server, or says why it cannot be started.</summary>
internal static class ServerStart
{
    public static async Task<MockAuthorizationServer> StartAsync(
        AuthorizationServerOptions options,
        Places places,
        CancellationToken cancellationToken
    )
    {
        if (options.SwitchedOff is not [])
        {
            throw StartFailure.Usage(
                $"SwitchedOff disables {string.Join(", ", options.SwitchedOff)}; only a lesson or a test may do that."
            );
        }

        try
        {
            return await MockAuthorizationServer.StartAsync(options, cancellationToken);
        }
        catch (SocketException e)
        {
            throw StartFailure.Machine(PortProblem(options.Port, e.SocketErrorCode), e);
        }
        catch (InvalidOptionException e) when (e.Option == nameof(RegistrationOptions.ClientTemplates))
        {
            throw StartFailure.Usage($"{places.Templates}: {e.Message}", e);
        }
        catch (ArgumentException e) // everything but registrations and templates is made here, so a registration is wrong
        {
            throw StartFailure.Usage($"{places.Clients}: {e.Message}", e);
        }
    }

    internal static string PortProblem(int port, SocketError error) =>
        error switch
        {
            SocketError.AddressAlreadyInUse => $"Port {port} is in use; choose another one, or 0 for a free one.",
            SocketError.AccessDenied =>
                $"Port {port} is not open to this account; choose one above 1023, or 0 for a free one.",
            _ => $"Port {port} cannot be used ({error}); choose another one, or 0 for a free one.",
        };
}
