using System.Buffers.Binary;
using System.Formats.Cbor;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol;

namespace ClientAuth.Devices.Tests.Apple;

/// <summary>An attestation object or an assertion, taken apart by Apple's documentation.</summary>
internal sealed class ReadAppleEvidence
{
    private ReadAppleEvidence(byte[] authData) => AuthData = authData;

    public string? Format { get; private init; }

    public IReadOnlyList<X509Certificate2> Chain { get; private init; } = [];

    public byte[] Signature { get; private init; } = [];

    public byte[] AuthData { get; }

    public byte[] RpIdHash => AuthData[..32];

    public byte Flags => AuthData[32];

    public uint Counter => BinaryPrimitives.ReadUInt32BigEndian(AuthData.AsSpan(33, 4));

    public byte[] AaGuid => AuthData[37..53];

    public byte[] CredentialId => AuthData[55..(55 + BinaryPrimitives.ReadUInt16BigEndian(AuthData.AsSpan(53, 2)))];

    public byte[] CredentialKey => AuthData[(55 + CredentialId.Length)..];

    public static ReadAppleEvidence Attestation(PlatformAttestation attestation)
    {
        var reader = new CborReader(Convert.FromBase64String(attestation.AttestationObject!));
        Assert.Equal(3, reader.ReadStartMap());
        Assert.Equal("fmt", reader.ReadTextString());
        var format = reader.ReadTextString();
        Assert.Equal("attStmt", reader.ReadTextString());
        Assert.Equal(2, reader.ReadStartMap());
        Assert.Equal("x5c", reader.ReadTextString());
        List<X509Certificate2> chain = [];
        var count = reader.ReadStartArray();
        for (var one = 0; one < count; one++)
        {
            chain.Add(X509CertificateLoader.LoadCertificate(reader.ReadByteString()));
        }

        reader.ReadEndArray();
        Assert.Equal("receipt", reader.ReadTextString());
        Assert.NotEmpty(reader.ReadByteString());
        reader.ReadEndMap();
        Assert.Equal("authData", reader.ReadTextString());
        var authData = reader.ReadByteString();
        reader.ReadEndMap();
        Assert.Equal(0, reader.BytesRemaining);
        return new ReadAppleEvidence(authData) { Format = format, Chain = chain };
    }

    public static ReadAppleEvidence Assertion(PlatformAttestation attestation)
    {
        var reader = new CborReader(Convert.FromBase64String(attestation.Assertion!));
        Assert.Equal(2, reader.ReadStartMap());
        Assert.Equal("signature", reader.ReadTextString());
        var signature = reader.ReadByteString();
        Assert.Equal("authenticatorData", reader.ReadTextString());
        var authData = reader.ReadByteString();
        reader.ReadEndMap();
        Assert.Equal(0, reader.BytesRemaining);
        return new ReadAppleEvidence(authData) { Signature = signature };
    }
}
