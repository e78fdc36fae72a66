namespace ClientAuth.MockServer;

/// <summary>Of certificates: where they come from, the path above them, and whom they name.</summary>
public static partial class CheckNames
{
    public const string CertificateSource = "certificate.source";
    public const string CertificatePresented = "certificate.presented";
    public const string CertificateChain = "certificate.chain";
    public const string CertificateExtensions = "certificate.extensions";
    public const string CertificateAlgorithms = "certificate.algorithms";
    public const string CertificateValidity = "certificate.validity";
    public const string CertificateIssuers = "certificate.issuers";
    public const string CertificateNameConstraints = "certificate.name_constraints";
    public const string CertificateUsage = "certificate.usage";
    public const string CertificateNotRevoked = "certificate.not_revoked";
    public const string CertificateAuthority = "certificate.authority";
    public const string CertificateSubject = "certificate.subject";
    public const string CertificateSan = "certificate.san";
    public const string CertificateRegistered = "certificate.registered";
}
