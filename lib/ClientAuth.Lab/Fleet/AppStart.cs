using ClientAuth.Client.Haapi;
using ClientAuth.Lab.Devices;
using ClientAuth.MockServer.Exchanges;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Fleet;

/// <summary>The first start of an app on a phone: what the app got, and what the server saw.</summary>
internal sealed class AppStart(RecordedExchanges exchanges, RequestPurpose purpose)
{
    public async Task<DevicePath> RunAsync(
        LabDevice device,
        HaapiAccessorFactory app,
        CancellationToken cancellationToken
    )
    {
        var before = exchanges.Last?.Number ?? 0;
        try
        {
            using var accessor = await app.CreateAsync(cancellationToken);
            return Path(device, accessor.Path, accessor.ClientId, "Attestation is switched off.", before);
        }
        catch (HaapiException error)
        {
            return Path(device, path: null, clientId: null, error.Message, before);
        }
    }

    private DevicePath Path(LabDevice device, HaapiPath? path, string? clientId, string otherwise, int before)
    {
        RecordedExchange[] requests = [.. exchanges.Snapshot().Where(exchange => exchange.Number > before)];
        var judged = requests.LastOrDefault(request => purpose.Of(request) == RequestPurpose.Attestation);
        var disbelieved = judged?.Trace.Failure;
        return new DevicePath(device, path, clientId, Why() ?? otherwise, disbelieved, requests);

        // The client is told little; the server's trace says the rest.
        string? Why() =>
            disbelieved is { } check ? $"The server expected {check.Expected}, and saw {check.Seen}."
            : path is HaapiPath.Attestation ? "The server believes what the platform says."
            : device.CannotAttest;
    }
}
