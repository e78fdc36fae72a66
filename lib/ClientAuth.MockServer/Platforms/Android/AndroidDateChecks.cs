using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Platforms.Android;

/// <summary>Whether the dates of a chain hold, as far as the policy asks for them (<see cref="AndroidDates"/>).</summary>
internal sealed class AndroidDateChecks(TimeProvider clock)
{
    // Who stands below the root of a chain that is provisioned remotely; by this Google's verifier tells the two kinds apart.
    private static readonly X500DistinguishedName RemoteProvisioner = new("CN=Droid CA2, O=Google LLC");

    public bool Check(CertificatePath path, AndroidDates dates, CheckTrace trace)
    {
        var now = clock.GetUtcNow();
        return dates == AndroidDates.Every ? ValidityChecks.Check(path, now, Rules.DeviceValidity, trace)
            : IsRemote(path) ? CheckRenewed(path, now, trace)
            : trace.Check(
                Rules.AndroidValidity,
                holds: true,
                "any dates: the chain was made in a factory and cannot be renewed",
                ValidityChecks.Dates(path.Leaf)
            );
    }

    private static bool CheckRenewed(CertificatePath path, DateTimeOffset now, CheckTrace trace)
    {
        var renewed = path.Certificates.Skip(1).SkipLast(1).ToList();
        var late = renewed.Find(authority => !ValidityChecks.IsInForce(authority, now));
        var judged = late ?? renewed[0];
        return trace.Check(
            Rules.AndroidValidity,
            late is null,
            $"authorities below the root that are valid at {now:u}, since they are provisioned remotely",
            $"the authority {Quote.Text(judged.Subject)} {ValidityChecks.Dates(judged)}"
        );
    }

    private static bool IsRemote(CertificatePath path) =>
        path.Certificates is [_, .., var below, _]
        && below.SubjectName.EnumerateRelativeDistinguishedNames().Count() == 2
        && Names(below.SubjectName).SetEquals(Names(RemoteProvisioner));

    // By their parts: which comes first differs between those who write names.
    private static HashSet<(string?, string?)> Names(X500DistinguishedName name) =>
        [
            .. name.EnumerateRelativeDistinguishedNames()
                .Where(part => !part.HasMultipleElements)
                .Select(part => (part.GetSingleElementType().Value, part.GetSingleElementValue())),
        ];
}
