using ClientAuth.Client;
using ClientAuth.Client.Attestation;
using ClientAuth.Client.Dpop;
using ClientAuth.Lab.Devices;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Capstone;

/// <summary>
/// The app on a driver's phone, started twice: the first start works whatever is configured, since there is nothing yet that it could
/// keep.
/// </summary>
internal sealed class PhoneStarts(Testbed lab)
{
    private const string KeyName = "driver-app";

    private readonly HttpClient _http = lab.CreateHttpClient();
    private readonly LabDevice _phone = lab.Devices.Another("flagship");

    private AttestationClient Attestation => new(_http, lab.Server.Metadata, lab.Clock);

    public async Task RunAsync(PhoneSettings settings, CancellationToken cancellationToken)
    {
        var first = await Attestation.GetChallengeAsync(Key(), cancellationToken);
        await StartAsync(first, cancellationToken);
        if (!settings.KeepsKey)
        {
            _phone.DeleteKey(KeyName);
        }

        var second = settings.KeepsChallenge ? first : await Attestation.GetChallengeAsync(Key(), cancellationToken);
        await StartAsync(second, cancellationToken);
    }

    private DpopKey Key() => new(_phone.OpenKey(KeyName), lab.Clock);

    private async Task StartAsync(string challenge, CancellationToken cancellationToken)
    {
        var key = Key();
        var request = new ClientAttestationTokenRequest
        {
            ClientId = FleetClients.Phone,
            Challenge = challenge,
            Attestation = await _phone.AttestAsync(KeyName, challenge, cancellationToken),
        };
        if (await Attestation.AttestAsync(request, key, cancellationToken) is AttestationOutcome.Attested attested)
        {
            var client = lab.TokenClient(FleetClients.Phone, new ClientAuthenticationMethodConfiguration.None());
            await client.BoundTo(key).ExchangeAsync(attested.Token.Reveal(), scope: null, cancellationToken);
        }
    }
}
