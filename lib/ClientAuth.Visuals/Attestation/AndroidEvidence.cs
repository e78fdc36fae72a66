using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Attestation;

/// <summary>An Android device's evidence in tables: the certificates, and what the first of them says, by who says it.</summary>
internal static class AndroidEvidence
{
    private static readonly string[] Columns = ["Field", "Value", "Meaning"];

    public static IEnumerable<EvidenceTable> Read(IEnumerable<byte[]> certificates)
    {
        using var chain = new CertificateChain(certificates);
        var says = AndroidKeyDescription.Read(chain.First);
        yield return chain.Table();
        yield return new EvidenceTable(
            "The statement in the first certificate",
            Columns,
            [
                ["attestationVersion", Numbers.Show(says.AttestationVersion), "of the statement's format"],
                ["attestationSecurityLevel", Show(says.AttestationSecurityLevel), "where the statement was made"],
                ["keyMintVersion", Numbers.Show(says.KeyMintVersion), "of the component that keeps keys"],
                ["keyMintSecurityLevel", Show(says.KeyMintSecurityLevel), "where the key lives"],
                ["attestationChallenge", says.AttestationChallenge, "the challenge that the app passed on"],
            ]
        );
        yield return Said("What the hardware says: hardwareEnforced", says.HardwareEnforced);
        yield return Said("What the operating system says: softwareEnforced", says.SoftwareEnforced);
    }

    private static EvidenceTable Said(string caption, AndroidAuthorizationList list) =>
        new(
            caption,
            Columns,
            list.Entries is []
                ?
                [
                    ["nothing", "", ""],
                ]
                : [.. list.Entries.SelectMany(e => Rows(e, list))]
        );

    private static IEnumerable<string[]> Rows(
        (int Tag, ReadOnlyMemory<byte> Encoded) entry,
        AndroidAuthorizationList list
    ) =>
        entry.Tag switch
        {
            704 => RootOfTrust(list.RootOfTrust!),
            709 => ApplicationId(list.ApplicationId!),
            _ => [Other(entry.Tag, entry.Encoded)],
        };

    private static string[] Other(int tag, ReadOnlyMemory<byte> encoded)
    {
        var (name, value, meaning) = AndroidAuthorization.Describe(tag, encoded);
        return [name, value, meaning];
    }

    private static IEnumerable<string[]> ApplicationId(AndroidApplicationId app) =>
        [
            .. app.Packages.Select(package =>
                new[] { "package [709]", $"{package.Name}, version {package.Version}", "the app that made the key" }
            ),
            .. app.SignatureDigests.Select(digest =>
                new[] { "signature digest [709]", digest, "SHA-256 of the certificate that signed the app" }
            ),
        ];

    private static IEnumerable<string[]> RootOfTrust(AndroidRootOfTrust root) =>
        [
            ["verifiedBootState [704]", Show(root.VerifiedBootState), "what the boot loader found"],
            ["deviceLocked [704]", root.DeviceLocked ? "true" : "false", "true: no other system can be installed"],
            ["verifiedBootKey [704]", Convert.ToHexString(root.VerifiedBootKey.Span), "who signed the system"],
            [
                "verifiedBootHash [704]",
                Convert.ToHexString(root.VerifiedBootHash.Span),
                "of the system that was started",
            ],
        ];

    private static string Show<TEnum>(TEnum value)
        where TEnum : struct, Enum => Enum.IsDefined(value) ? $"{value}" : $"number {value:D}";
}
