using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Attestation;

/// <summary>An Android device's evidence in tables: the certificates, and what the first of them says.</summary>
internal static class AndroidEvidence
{
    private const string Signer = "the signer of the certificate";
    private const string System = "operating system (softwareEnforced)";
    private const string Hardware = "hardware (hardwareEnforced)";

    public static IEnumerable<EvidenceTable> Read(IEnumerable<byte[]> certificates)
    {
        using var chain = new CertificateChain(certificates);
        var says = AndroidKeyDescription.Read(chain.First);
        yield return chain.Table();
        yield return new EvidenceTable(
            "What the first certificate says of the key and of the app",
            ["Field", "Value", "Meaning", "Said by"],
            [
                ["attestationVersion", Numbers.Show(says.AttestationVersion), "of the form that follows", Signer],
                [
                    "attestationSecurityLevel",
                    Show(says.AttestationSecurityLevel),
                    "where this statement was made",
                    Signer,
                ],
                ["keyMintVersion", Numbers.Show(says.KeyMintVersion), "of the component that keeps keys", Signer],
                ["keyMintSecurityLevel", Show(says.KeyMintSecurityLevel), "where the key lives", Signer],
                ["attestationChallenge", says.AttestationChallenge, "what the app was given to say", Signer],
                .. Entries(says.SoftwareEnforced, System),
                .. Entries(says.HardwareEnforced, Hardware),
            ]
        );
    }

    private static IEnumerable<string[]> Entries(AndroidAuthorizationList list, string side) =>
        list.Entries.SelectMany(entry =>
            entry.Tag switch
            {
                704 => RootOfTrust(list.RootOfTrust!, side),
                709 => ApplicationId(list.ApplicationId!, side),
                _ => [Entry(entry.Tag, entry.Encoded, side)],
            }
        );

    private static string[] Entry(int tag, ReadOnlyMemory<byte> encoded, string side)
    {
        var (name, value, meaning) = AndroidAuthorization.Describe(tag, encoded);
        return [name, value, meaning, side];
    }

    private static IEnumerable<string[]> ApplicationId(AndroidApplicationId app, string side) =>
        [
            .. app.Packages.Select(package =>
                new[]
                {
                    "package [709]",
                    $"{package.Name}, version {package.Version}",
                    "the app that made the key",
                    side,
                }
            ),
            .. app.SignatureDigests.Select(digest =>
                new[] { "signature digest [709]", digest, "SHA-256 of the certificate that signed the app", side }
            ),
        ];

    private static IEnumerable<string[]> RootOfTrust(AndroidRootOfTrust root, string side) =>
        [
            ["verifiedBootState [704]", Show(root.VerifiedBootState), "what the boot loader found", side],
            ["deviceLocked [704]", root.DeviceLocked ? "true" : "false", "true: no other system can be put in", side],
            ["verifiedBootKey [704]", Convert.ToHexString(root.VerifiedBootKey.Span), "who signed the system", side],
            ["verifiedBootHash [704]", Convert.ToHexString(root.VerifiedBootHash.Span), "of what was started", side],
        ];

    private static string Show<TEnum>(TEnum value)
        where TEnum : struct, Enum => Enum.IsDefined(value) ? $"{value}" : $"number {value:D}";
}
