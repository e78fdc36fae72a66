namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>The kinds of <see cref="GeneralName"/>, by the number of their tag (RFC 5280 §4.2.1.6).</summary>
internal enum GeneralNameKind
{
    Other = 0,
    Email = 1,
    Dns = 2,
    X400 = 3,
    Directory = 4,
    EdiParty = 5,
    Uri = 6,
    IpAddress = 7,
    RegisteredId = 8,
}
