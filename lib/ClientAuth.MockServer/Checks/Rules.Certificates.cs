using static ClientAuth.Protocol.OAuthErrors;

namespace ClientAuth.MockServer.Checks;

/// <summary>Of certificates, in the order in which they are checked.</summary>
public static partial class Rules
{
    public static Rule CertificateHandshake { get; } =
        new("certificate.handshake", InvalidClient, "RFC 8446 §4.4.2.4, RFC 5280 §4.2");
    public static Rule CertificateSource { get; } = new("certificate.source", InvalidRequest, "RFC 9440 §2, §4");
    public static Rule CertificatePresented { get; } = new("certificate.presented", InvalidClient, "RFC 8705 §2");
    public static Rule CertificateEncoding { get; } =
        new("certificate.encoding", InvalidClient, "RFC 5280 §4.1, X.690 §10, §11");

    public static Rule CertificateChain { get; } =
        new("certificate.chain", InvalidClient, "RFC 8705 §2.1, RFC 5280 §6");
    public static Rule CertificateExtensions { get; } = new("certificate.extensions", InvalidClient, "RFC 5280 §4.2");
    public static Rule CertificateAlgorithms { get; } =
        new("certificate.algorithms", InvalidClient, "RFC 5280 §8, RFC 9325 §4.2");
    public static Rule CertificateValidity { get; } = new("certificate.validity", InvalidClient, "RFC 5280 §6.1.3");
    public static Rule CertificateIssuers { get; } =
        new("certificate.issuers", InvalidClient, "RFC 5280 §4.2.1.3, §4.2.1.9, §6.1.4");
    public static Rule CertificateNameConstraints { get; } =
        new("certificate.name_constraints", InvalidClient, "RFC 5280 §4.2.1.10");
    public static Rule CertificateUsage { get; } =
        new("certificate.usage", InvalidClient, "RFC 5280 §4.2.1.3, §4.2.1.9, §4.2.1.12");
    public static Rule CertificateNotRevoked { get; } = new("certificate.not_revoked", InvalidClient, "RFC 5280 §6.3");
    public static Rule CertificateAuthority { get; } = new("certificate.authority", InvalidClient, "RFC 8705 §7.4");
    public static Rule CertificateSubject { get; } =
        new("certificate.subject", InvalidClient, "RFC 8705 §2.1.2, RFC 5280 §7.1");
    public static Rule CertificateSan { get; } = new("certificate.san", InvalidClient, "RFC 8705 §2.1.2");
    public static Rule CertificateRegistered { get; } = new("certificate.registered", InvalidClient, "RFC 8705 §2.2");
}
