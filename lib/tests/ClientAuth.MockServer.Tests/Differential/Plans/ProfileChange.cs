using ClientAuth.Credentials;

namespace ClientAuth.MockServer.Tests.Differential.Plans;

/// <summary>A change of what a certificate says, made before it is issued.</summary>
/// <param name="Name">For the message of a failed run.</param>
/// <param name="Make">The changed profile.</param>
internal sealed record ProfileChange(string Name, Func<CertificateProfile, CertificateProfile> Make)
{
    public override string ToString() => Name;
}
