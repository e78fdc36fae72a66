using System.Formats.Asn1;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Platforms.Android;

/// <summary>
/// What Android says of a key, in an extension of its certificate (Android, Key attestation extension data schema, KeyDescription).
/// Read strictly where it is read; fields that no check asks for are passed over.
/// </summary>
/// <param name="AttestationLevel">What has made the attestation.</param>
/// <param name="KeyLevel">What keeps the key.</param>
/// <param name="Challenge">The server's, repeated.</param>
/// <param name="Software">What the operating system enforces.</param>
/// <param name="Hardware">What the hardware enforces; empty where there is none.</param>
internal sealed record KeyDescription(
    SecurityLevel AttestationLevel,
    SecurityLevel KeyLevel,
    byte[] Challenge,
    AuthorizationList Software,
    AuthorizationList Hardware
)
{
    /// <summary>The extension's identifier.</summary>
    public const string Oid = "1.3.6.1.4.1.11129.2.1.17";

    /// <exception cref="AsnContentException">These bytes are none.</exception>
    public static KeyDescription Read(ReadOnlyMemory<byte> der)
    {
        var whole = new AsnReader(der, AsnEncodingRules.DER);
        var sequence = whole.ReadSequence();
        whole.ThrowIfNotEmpty();
        ReadNumber(sequence); // attestationVersion: the fields read here are the same in all of them
        var attestationLevel = ReadEnumerated<SecurityLevel>(sequence);
        ReadNumber(sequence); // the version of what keeps the key
        var keyLevel = ReadEnumerated<SecurityLevel>(sequence);
        var challenge = sequence.ReadOctetString();
        sequence.ReadOctetString(); // uniqueId
        var software = AuthorizationList.Read(sequence.ReadSequence());
        var hardware = AuthorizationList.Read(sequence.ReadSequence());
        sequence.ThrowIfNotEmpty();
        return new KeyDescription(attestationLevel, keyLevel, challenge, software, hardware);
    }

    /// <summary>What counts of a key whose place is at least this: the hardware's word; software's only where software will do.</summary>
    public T? Enforced<T>(SecurityLevel minimum, Func<AuthorizationList, T?> property) =>
        property(Hardware) ?? (minimum == SecurityLevel.Software ? property(Software) : default);

    /// <exception cref="AsnContentException">It is no number, or a greater one than any that means something.</exception>
    public static int ReadNumber(AsnReader reader) =>
        reader.TryReadInt32(out var number) ? number : throw new AsnContentException("A number is too great.");

    /// <exception cref="AsnContentException">It is none of the values that there are.</exception>
    public static T ReadEnumerated<T>(AsnReader reader)
        where T : struct, Enum
    {
        var value = reader.ReadEnumeratedValue<T>();
        return Enum.IsDefined(value)
            ? value
            : throw new AsnContentException("A value is none of those that there are.");
    }
}
