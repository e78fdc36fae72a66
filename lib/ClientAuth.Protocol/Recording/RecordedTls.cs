using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Protocol.Recording;

/// <summary>The TLS connection that a request came over, as the server saw it.</summary>
/// <param name="Version">For example <c>TLS 1.3</c>.</param>
/// <param name="CipherSuite">Registered name, for example <c>TLS_AES_256_GCM_SHA384</c>.</param>
/// <param name="ClientCertificate">What the client presented, without a private key, or null.</param>
public sealed record RecordedTls(string Version, string CipherSuite, X509Certificate2? ClientCertificate);
