using ClientAuth.Client;
using ClientAuth.Client.Haapi;
using ClientAuth.Client.Registration;
using ClientAuth.Lab.Testbeds;

namespace ClientAuth.Lab.Capstone;

/// <summary>The app on an old scanner, started for the first time: it registers a client of its own, and asks for a token as that one.</summary>
internal sealed class ScannerStart(Testbed lab)
{
    public async Task RunAsync(
        ScannerSettings settings,
        FleetCredentials credentials,
        CancellationToken cancellationToken
    )
    {
        var registrationEndpoint = new Uri(lab.Server.Metadata.RegistrationEndpoint!);
        var configuration = lab.HaapiConfiguration(lab.Devices.Another("older-than-android-8")) with
        {
            UseAttestation = settings.UseAttestation,
        };
        var app = new HaapiAccessorFactory(configuration)
            .SetDcrConfiguration(
                new DcrConfiguration(settings.TemplateClientId, registrationEndpoint)
                {
                    MainClientId = FleetClients.Scanner,
                }
            )
            .SetClientAuthenticationMethodConfiguration(
                new ClientAuthenticationMethodConfiguration.Secret(credentials.Scanner)
            );
        try
        {
            (await app.CreateAsync(cancellationToken)).Dispose();
        }
        catch (HaapiException)
        {
            // What the server recorded of its last request says more.
        }
    }
}
