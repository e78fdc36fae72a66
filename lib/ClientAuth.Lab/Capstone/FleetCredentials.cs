using System.Security.Cryptography;
using ClientAuth.Credentials;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Capstone;

/// <summary>The clients' own halves of their credentials, made anew for each trial of the fleet.</summary>
internal sealed class FleetCredentials : IDisposable
{
    /// <summary>Its name in the certificate: the company's present one.</summary>
    public const string GateSubject = "CN=depot-gate,O=Meridian Parcels";

    // A plus sign and a percent sign: characters that a form writes in another way.
    public ClientSecret Orders { get; } = new($"{Part()}+{Part()}%2F{Part()}");

    public ClientSecret Billing { get; } = NewClientSecret.Generate();

    public ClientSecret Scanner { get; } = NewClientSecret.Generate();

    /// <summary>The key with which the install signs.</summary>
    public ECDsa Install { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The key that the install had before.</summary>
    public ECDsa OldInstall { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        Install.Dispose();
        OldInstall.Dispose();
    }

    private static string Part() => NewClientSecret.Generate(8).Reveal();
}
