using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Exercises.MutualTls;

/// <summary>A script that orders certificates for the installs of an app, and got several things wrong, of which only the first shows.</summary>
internal static class BrokenCertificateOrder
{
    /// <summary>The client of <c>data/clients.json</c> that is known by a DNS name.</summary>
    public const string ClientId = "mobile-app-mtls-san";

    /// <summary>What the script wrote: an extension of the company's own, the clock of its machine, and the habits of web servers.</summary>
    public static CertificateProfile Draft(ClientMetadata registration) =>
        new()
        {
            Subject = $"CN={registration.TlsClientAuthSanDns}",
            DnsNames = ["*.lab.example"],
            StartsIn = TimeSpan.FromHours(1),
            EndsIn = TimeSpan.FromHours(25),
            ExtendedKeyUsages = [ExtendedKeyUsages.ServerAuthentication],
            OtherExtensions = [new X509Extension("1.3.6.1.4.1.57264.99", [0x05, 0x00], critical: true)],
        };

    /// <summary>Has the lab's authority issue what is ordered after the mend, and asks for a token with it.</summary>
    /// <returns>What the server saw, decided and answered.</returns>
    public static async Task<RecordedExchange> SendAsync(
        Testbed lab,
        string clientId,
        Func<CertificateProfile, ClientMetadata, CertificateProfile> mend,
        CancellationToken cancellationToken
    )
    {
        var registration = lab.Client(clientId).Registration;
        var order =
            mend(Draft(registration), registration)
            ?? throw new InvalidOperationException("The order is null. Return order with { ... }.");
        if (order.Subject is null)
        {
            throw new InvalidOperationException(
                "The order's Subject is null. Does the registration know this client by its subject?"
            );
        }

        if (NullList(order) is { } list)
        {
            throw new InvalidOperationException($"{list} is null. [] says none.");
        }

        var certificate = lab.Authority.Issue(order);
        await lab.TokenClient(clientId, new ClientAuthenticationMethodConfiguration.Mtls(certificate))
            .RequestTokenAsync(scope: null, cancellationToken);
        return lab.LastExchange;
    }

    /// <summary>The name of a list that is null, or null where each is there.</summary>
    public static string? NullList(CertificateProfile order) =>
        order.DnsNames is null ? nameof(order.DnsNames)
        : order.ExtendedKeyUsages is null ? nameof(order.ExtendedKeyUsages)
        : order.OtherExtensions is null ? nameof(order.OtherExtensions)
        : null;
}
