using System.Globalization;
using System.Runtime.InteropServices;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals;

namespace ClientAuth.Lab;

/// <summary>Whether this machine can run the lessons, found out by doing what they do.</summary>
public static class MachineCheck
{
    /// <summary>Opens a lab, asks its server for the metadata over TLS, and reports what was seen.</summary>
    public static async Task<FactsView> RunAsync(CancellationToken cancellationToken = default)
    {
        await using var lab = await LessonLab.OpenAsync();
        using var response = await lab.CreateHttpClient()
            .GetAsync(lab.Server.Issuer + Protocol.AuthorizationServerMetadata.WellKnownPath, cancellationToken);
        response.EnsureSuccessStatusCode();
        return new FactsView(
            "This machine is ready",
            ("Runtime", RuntimeInformation.FrameworkDescription),
            ("System", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}"),
            ("Loopback and TLS", Describe(lab.LastExchange.Tls)),
            ("Clock", lab.Clock.GetUtcNow().ToString("u", CultureInfo.InvariantCulture))
        );
    }

    private static string Describe(RecordedTls tls) => $"{tls.Version}, {tls.CipherSuite}";
}
