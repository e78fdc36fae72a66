using System.Net.Sockets;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Standalone.Arguments;
using ClientAuth.MockServer.Standalone.Exits;

namespace ClientAuth.MockServer.Standalone;

/// <summary>Starts the server, or says why it cannot be started.</summary>
internal static class ServerStart
{
    // What a user can have got wrong: option of the library -> option of the command line.
    private static readonly (string Option, string Written)[] Written =
    [
        (nameof(AuthorizationServerOptions.MtlsPort), CommandLineSyntax.MtlsPortOption),
        (nameof(AuthorizationServerOptions.Port), CommandLineSyntax.PortOption),
        (nameof(AuthorizationServerOptions.HostName), CommandLineSyntax.HostOption),
        (nameof(KeySetOptions.JwksUriOrigins), PolicySyntax.JwksUriOriginOption),
        (nameof(KeyOptions.SigningKey), NodeSyntax.SigningKeyOption),
    ];

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
            throw StartFailure.Machine(PortProblem(LoopbackSockets.PortOf(e), e.SocketErrorCode), e);
        }
        catch (InvalidOptionException e) when (e.Option == nameof(RegistrationOptions.ClientTemplates))
        {
            throw StartFailure.Usage($"{places.Templates}: {e.Message}", e);
        }
        catch (InvalidOptionException e) when (Written.Any(one => one.Option == e.Option))
        {
            throw StartFailure.Usage($"{AsWritten(e.Message)} Try --help.", e);
        }
        catch (InvalidRegistrationException e)
        {
            var advice = e.Check == Rules.RegisteredJwksUri.Name ? $" {RefusalHints.ForOrigins}" : "";
            throw StartFailure.Usage($"{places.Clients}: {e.Message}{advice}", e);
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

    private static string AsWritten(string message) =>
        string.Join(
            ' ',
            message.Split(' ').Select(word => Written.FirstOrDefault(one => one.Option == word).Written ?? word)
        );
}
