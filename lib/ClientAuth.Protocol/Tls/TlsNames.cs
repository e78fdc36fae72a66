using System.Collections.Frozen;
using System.Globalization;
using System.Net.Security;

namespace ClientAuth.Protocol.Tls;

/// <summary>Registered names of the numbers in TLS messages (IANA, Transport Layer Security Parameters); hexadecimal where there is none.</summary>
internal static class TlsNames
{
    public const int Tls13 = 0x0304;

    private static readonly FrozenDictionary<int, string> ExtensionNames = new Dictionary<int, string>
    {
        [0] = "server_name",
        [5] = "status_request",
        [10] = "supported_groups",
        [11] = "ec_point_formats",
        [13] = "signature_algorithms",
        [16] = "application_layer_protocol_negotiation",
        [18] = "signed_certificate_timestamp",
        [22] = "encrypt_then_mac",
        [23] = "extended_master_secret",
        [27] = "compress_certificate",
        [35] = "session_ticket",
        [41] = "pre_shared_key",
        [42] = "early_data",
        [43] = "supported_versions",
        [44] = "cookie",
        [45] = "psk_key_exchange_modes",
        [47] = "certificate_authorities",
        [49] = "post_handshake_auth",
        [50] = "signature_algorithms_cert",
        [51] = "key_share",
        [0xff01] = "renegotiation_info",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, string> Groups = new Dictionary<int, string>
    {
        [23] = "secp256r1",
        [24] = "secp384r1",
        [25] = "secp521r1",
        [29] = "x25519",
        [30] = "x448",
        [256] = "ffdhe2048",
        [257] = "ffdhe3072",
        [258] = "ffdhe4096",
        [259] = "ffdhe6144",
        [260] = "ffdhe8192",
        [4587] = "SecP256r1MLKEM768",
        [4588] = "X25519MLKEM768",
        [4589] = "SecP384r1MLKEM1024",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, string> Signatures = new Dictionary<int, string>
    {
        [0x0201] = "rsa_pkcs1_sha1",
        [0x0202] = "dsa_sha1",
        [0x0203] = "ecdsa_sha1",
        [0x0302] = "dsa_sha224",
        [0x0301] = "rsa_pkcs1_sha224",
        [0x0303] = "ecdsa_sha224",
        [0x0401] = "rsa_pkcs1_sha256",
        [0x0402] = "dsa_sha256",
        [0x0403] = "ecdsa_secp256r1_sha256",
        [0x0501] = "rsa_pkcs1_sha384",
        [0x0502] = "dsa_sha384",
        [0x0503] = "ecdsa_secp384r1_sha384",
        [0x0601] = "rsa_pkcs1_sha512",
        [0x0602] = "dsa_sha512",
        [0x0603] = "ecdsa_secp521r1_sha512",
        [0x0804] = "rsa_pss_rsae_sha256",
        [0x0805] = "rsa_pss_rsae_sha384",
        [0x0806] = "rsa_pss_rsae_sha512",
        [0x0807] = "ed25519",
        [0x0808] = "ed448",
        [0x0809] = "rsa_pss_pss_sha256",
        [0x080a] = "rsa_pss_pss_sha384",
        [0x080b] = "rsa_pss_pss_sha512",
        [0x081a] = "ecdsa_brainpoolP256r1tls13_sha256",
        [0x081b] = "ecdsa_brainpoolP384r1tls13_sha384",
        [0x081c] = "ecdsa_brainpoolP512r1tls13_sha512",
        [0x0904] = "mldsa44",
        [0x0905] = "mldsa65",
        [0x0906] = "mldsa87",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, string> CertificateTypes = new Dictionary<int, string>
    {
        [1] = "rsa_sign",
        [2] = "dss_sign",
        [64] = "ecdsa_sign",
    }.ToFrozenDictionary();

    public static string Extension(int type) => Named(ExtensionNames, type, 4);

    public static string Group(int group) => Named(Groups, group, 4);

    public static string SignatureScheme(int scheme) => Named(Signatures, scheme, 4);

    public static string CertificateType(int type) => Named(CertificateTypes, type, 2);

    public static string CipherSuite(int suite) =>
        Enum.IsDefined((TlsCipherSuite)suite) ? $"{(TlsCipherSuite)suite}"
        : suite == 0x00ff ? "TLS_EMPTY_RENEGOTIATION_INFO_SCSV"
        : Hexadecimal(suite, 4);

    public static string Version(int version) =>
        version switch
        {
            0x0300 => "SSL 3.0",
            0x0301 => "TLS 1.0",
            0x0302 => "TLS 1.1",
            0x0303 => "TLS 1.2",
            Tls13 => "TLS 1.3",
            _ => Hexadecimal(version, 4),
        };

    private static string Named(FrozenDictionary<int, string> names, int number, int digits) =>
        names.GetValueOrDefault(number) ?? Hexadecimal(number, digits);

    private static string Hexadecimal(int number, int digits) =>
        "0x" + number.ToString($"x{digits}", CultureInfo.InvariantCulture);
}
