using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Platforms.Android;

/// <summary>Whether it was this app that asked for the key, signed by its own developer (Android, AttestationApplicationId).</summary>
internal static class AndroidAppChecks
{
    // The operating system knows apps, the hardware does not: this is always among what software enforces.
    public static bool Check(KeyDescription description, AndroidApp app, CheckTrace trace) =>
        CheckOnly(Rules.AndroidKeyPackage, description.Software.App?.Packages, [app.PackageName], trace)
        && CheckOnly(
            Rules.AndroidKeySignatureDigest,
            description.Software.App?.SignatureDigests,
            app.SignatureDigests,
            trace
        );

    // Another one beside it would share its user, and with that its keys.
    private static bool CheckOnly(
        Rule rule,
        IReadOnlyList<string>? seen,
        IReadOnlyList<string> allowed,
        CheckTrace trace
    ) =>
        trace.Check(
            rule,
            seen is [_, ..] && seen.All(allowed.Contains),
            string.Join(" or ", allowed.Select(Quote.Text)) + " alone",
            seen is [_, ..] ? string.Join(", ", seen.Select(Quote.Text)) : "nothing"
        );
}
