using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Tests.Differential;

/// <summary>
/// Every difference between the server's path validation and that of .NET on OpenSSL or of <c>openssl verify</c> that is meant. What is
/// not in this table fails the test. There is no row for what the server accepts and both others refuse: that fails always.
/// </summary>
internal static class ExplainedDifferences
{
    public static IReadOnlyList<ExplainedDifference> All { get; } =
    [
        Stricter(
            Rules.CertificateSource,
            "RFC 5280 §4.1, RFC 9440 §2.2",
            "A certificate must be one value in DER, also outside of what is signed, and so must each that is sent beside the path.",
            Judges.Verdict.Unreadable
        ),
        Stricter(
            Rules.CertificateEncoding,
            "RFC 5280 §4.1.2.1",
            "Extensions belong to version 3, and there is no version beyond; OpenSSL reads any version.",
            ": version "
        ),
        Stricter(
            Rules.CertificateEncoding,
            "RFC 5280 §4.1, X.690 §10, §11",
            "Certificates are DER: what can be encoded in two ways can be read in two ways. OpenSSL reads BER.",
            "encod",
            "ASN.1",
            "DER",
            "not positive",
            "unused bits",
            "whole second",
            "without attributes"
        ),
        Stricter(
            Rules.CertificateEncoding,
            "RFC 5280 §4.1",
            "An anchor is a well-formed certificate, or the server does not start; the others take its name and key, and skip its own signature.",
            " is no well-formed certificate: "
        ),
        Stricter(
            Rules.CertificateChain,
            "RFC 5280 §4.1, X.690 §10, §11",
            "The same for an authority: one that is not DER is left aside.",
            "; left aside "
        ),
        Stricter(
            Rules.CertificateChain,
            "RFC 5280 §4.1.2.4, §4.1.2.6",
            "An authority writes its name the same way everywhere, so names of issuers are compared byte by byte. The others ignore case and string type.",
            difference => PathFacts.IsANameSpelledOtherwise(difference.Path)
        ),
        Stricter(
            Rules.CertificateChain,
            "RFC 4158 §2.4.2",
            "The option MaximumCertificatePathLength: a longer path costs more than it is worth.",
            difference => PathFacts.Length(difference.Path) > 5
        ),
        Stricter(
            Rules.CertificateChain,
            "RFC 8705 §2.1",
            "Nobody is its own authority: a client with a certificate of its own is registered for self_signed_tls_client_auth.",
            difference => PathFacts.IsLeafTrusted(difference.Path)
        ) with
        {
            IsOfOpenSslAlone = true,
        },
        Stricter(
            Rules.CertificateExtensions,
            "RFC 5280 §4.2",
            "A known extension that is not what its syntax says, critical or not; the others skip what they do not need.",
            "unreadable "
        ),
        Stricter(Rules.CertificateExtensions, "RFC 5280 §4.2", "An extension twice says two things.", "twice "),
        Stricter(
            Rules.CertificateExtensions,
            "RFC 5280 §4.2, §4.2.1.11, §4.2.1.13, §4.2.1.14",
            "The server processes no policies and fetches no lists: a critical constraint on policies and critical distribution points are unknown to it.",
            "critical and unknown 2.5.29.36 ",
            "critical and unknown 2.5.29.54 ",
            "critical and unknown 2.5.29.33 ",
            "critical and unknown 2.5.29.31 "
        ),
        Stricter(
            Rules.CertificateExtensions,
            "RFC 5280 §4.2.1.3, §4.2.1.9",
            "Who may sign certificates is an authority, and only an authority has a path length or name constraints.",
            "keyCertSign without cA",
            "a path length without",
            "name constraints without cA"
        ),
        Stricter(
            Rules.CertificateAlgorithms,
            "RFC 8705 §7.3, NIST SP 800-131A",
            "The platform's default is the security level of the machine; the server wants SHA-256, RSA keys of 2048 bits and curves of 256.",
            "SHA-1",
            "curve of 224 bits",
            "RSA key of 1024 bits"
        ),
        Stricter(
            Rules.CertificateIssuers,
            "RFC 5280 §4.2.1.9, §6.1.4 (k)",
            "An anchor without basic constraints is none; OpenSSL takes a self-signed certificate for an authority.",
            " is no authority"
        ),
        Stricter(
            Rules.CertificateUsage,
            "RFC 5280 §4.2.1.9",
            "An authority is no client; the others let an authority be anything.",
            "; an authority"
        ),
        Stricter(
            Rules.CertificateUsage,
            "RFC 5280 §4.2.1.3, RFC 8446 §4.4.2.2",
            "A client signs the handshake, so its key usage has digitalSignature. .NET does not look, and OpenSSL also takes keyAgreement.",
            difference => PathFacts.IsLeafKeptFromSigning(difference.Path)
        ),
        Stricter(
            Rules.CertificateUsage,
            "RFC 5280 §4.2",
            "A certificate that Netscape's older extension reserves for servers is no client's, for OpenSSL as well; .NET does not look.",
            "; a Netscape certificate type without SSL client"
        ),
        Laxer(
            Rules.CertificateChain,
            "RFC 4158 §2.2",
            "Every path is tried; OpenSSL takes the first that the names give, and refuses where that one fails.",
            difference => difference.IsOfTheSearch
        ),
        Laxer(
            Rules.CertificateChain,
            "RFC 5280 §6.1.1 (d)",
            "An anchor is a name and a key: it may be an authority below a root, and its own signature and issuer do not matter. .NET trusts self-signed ones only.",
            difference =>
                difference.Theirs.Reason
                    is "PartialChain"
                        or "UntrustedRoot"
                        or "NotSignatureValid, UntrustedRoot"
                        or "NotSignatureValid, PartialChain"
                && PathFacts.IsNoAnchorSelfSigned(difference.Path)
        ),
    ];

    // By what was seen: the name of the check stands before it, and its words explain nothing.
    private static ExplainedDifference Stricter(Rule check, string section, string why, params string[] seen) =>
        Stricter(
            check,
            section,
            why,
            difference =>
                seen.Any(words =>
                    difference
                        .Ours.Reason.Replace(check.Name, "", StringComparison.Ordinal)
                        .Contains(words, StringComparison.Ordinal)
                )
        );

    private static ExplainedDifference Stricter(Rule check, string section, string why, Func<Difference, bool> fits) =>
        new(check.Name, section, IsTheServerStricter: true, why, fits);

    private static ExplainedDifference Laxer(Rule check, string section, string why, Func<Difference, bool> fits) =>
        new(check.Name, section, IsTheServerStricter: false, why, fits);
}
