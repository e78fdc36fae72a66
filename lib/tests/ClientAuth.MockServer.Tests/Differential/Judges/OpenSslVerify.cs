using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ClientAuth.MockServer.Tests.Differential.Chains;

namespace ClientAuth.MockServer.Tests.Differential.Judges;

/// <summary>The command <c>openssl verify</c>, for a client certificate. A reason lists its errors.</summary>
internal sealed partial class OpenSslVerify : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("client-auth-differential-");

    public Verdict Judge(SignedChain chain)
    {
        var leaf = Write("leaf.pem", [chain.Leaf]);
        var sent = Write("sent.pem", chain.Sent);
        var anchors = Write("anchors.pem", chain.Anchors);
        var start = new ProcessStartInfo(
            "openssl",
            [
                "verify",
                .. Options,
                "-attime",
                chain.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                "-CAfile",
                anchors,
                .. chain.Sent is [] ? Array.Empty<string>() : ["-untrusted", sent],
                leaf,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = RequiredTools.Start(start, package: "openssl");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Verdict.Good : Verdict.Bad(Describe(errors + output.Result));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Without x509_strict, which asks for what authorities should write and RFC 5280 §6 does not look at, such as key identifiers.
    private static string[] Options => ["-no-CApath", "-no-CAstore", "-partial_chain", "-purpose", "sslclient"];

    private static string Describe(string output) =>
        VerificationError().Matches(output) is { Count: > 0 } found
            ? string.Join(", ", found.Select(error => error.Groups["words"].Value).Distinct())
            : Verdict.Unreadable;

    private string Write(string name, IReadOnlyList<byte[]> certificates)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(
            path,
            string.Join('\n', certificates.Select(der => PemEncoding.WriteString("CERTIFICATE", der)))
        );
        return path;
    }

    [GeneratedRegex(@"^error \d+ at \d+ depth lookup: (?<words>.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex VerificationError();
}
