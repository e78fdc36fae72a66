using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Of certificates, in the order in which they are checked.</summary>
internal static partial class Rules
{
    public static Rule CertificateSource { get; } =
        new(CheckNames.CertificateSource, InvalidRequest, "RFC 9440 §2, §4");
    public static Rule CertificatePresented { get; } =
        new(CheckNames.CertificatePresented, InvalidClient, "RFC 8705 §2");
    public static Rule CertificateChain { get; } =
        new(CheckNames.CertificateChain, InvalidClient, "RFC 8705 §2.1, RFC 5280 §6");
    public static Rule CertificateExtensions { get; } =
        new(CheckNames.CertificateExtensions, InvalidClient, "RFC 5280 §4.2");
    public static Rule CertificateAlgorithms { get; } =
        new(CheckNames.CertificateAlgorithms, InvalidClient, "RFC 5280 §8, RFC 9325 §4.2");
    public static Rule CertificateValidity { get; } =
        new(CheckNames.CertificateValidity, InvalidClient, "RFC 5280 §6.1.3");
    public static Rule CertificateIssuers { get; } =
        new(CheckNames.CertificateIssuers, InvalidClient, "RFC 5280 §4.2.1.3, §4.2.1.9, §6.1.4");
    public static Rule CertificateNameConstraints { get; } =
        new(CheckNames.CertificateNameConstraints, InvalidClient, "RFC 5280 §4.2.1.10");
    public static Rule CertificateUsage { get; } =
        new(CheckNames.CertificateUsage, InvalidClient, "RFC 5280 §4.2.1.3, §4.2.1.9, §4.2.1.12");
    public static Rule CertificateNotRevoked { get; } =
        new(CheckNames.CertificateNotRevoked, InvalidClient, "RFC 5280 §6.3");
    public static Rule CertificateAuthority { get; } =
        new(CheckNames.CertificateAuthority, InvalidClient, "RFC 8705 §7.4");
    public static Rule CertificateSubject { get; } =
        new(CheckNames.CertificateSubject, InvalidClient, "RFC 8705 §2.1.2, RFC 5280 §7.1");
    public static Rule CertificateSan { get; } = new(CheckNames.CertificateSan, InvalidClient, "RFC 8705 §2.1.2");
    public static Rule CertificateRegistered { get; } =
        new(CheckNames.CertificateRegistered, InvalidClient, "RFC 8705 §2.2");
}
