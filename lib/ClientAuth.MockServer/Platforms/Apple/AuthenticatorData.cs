using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>What an authenticator signs: whom it speaks to, how often it has, and, where it attests a key, which (WebAuthn §6.1).</summary>
/// <param name="RpIdHash">SHA-256 of the app's identifier.</param>
/// <param name="Counter">How often the key was used.</param>
internal sealed record AuthenticatorData(byte[] RpIdHash, uint Counter)
{
    private const int FlagsLength = 1;
    private const int CounterAt = SHA256.HashSizeInBytes + FlagsLength;
    private const int HeadLength = CounterAt + sizeof(uint);

    /// <summary>The credential that is attested; null in an assertion.</summary>
    public AttestedCredential? Credential { get; private init; }

    /// <summary>What is said of the app behind all else; null before iOS 27, which says nothing.</summary>
    public AppExtensions? Extensions { get; private init; }

    // Both by what was asked for and not by the flags: App Attest announces a credential also where none follows, and extensions never.

    /// <summary>What is said of a new key, or null, with <paramref name="problem"/> in words that quote nothing.</summary>
    public static AuthenticatorData? ReadAttested(byte[] bytes, out string? problem)
    {
        if (ReadHead(bytes, out problem) is not { } head)
        {
            return null;
        }

        if (!AttestedCredential.TryRead(bytes[HeadLength..], out var credential, out var rest))
        {
            problem = "authenticator data without a credential that can be read";
            return null;
        }

        return TryReadExtensions(rest, "the credential key", out var extensions, out problem)
            ? head with
            {
                Credential = credential,
                Extensions = extensions,
            }
            : null;
    }

    /// <summary>What is signed with a key that is known, or null, with <paramref name="problem"/> in words that quote nothing.</summary>
    public static AuthenticatorData? ReadAsserted(byte[] bytes, out string? problem) =>
        ReadHead(bytes, out problem) is { } head
        && TryReadExtensions(bytes[HeadLength..], "the counter", out var extensions, out problem)
            ? head with
            {
                Extensions = extensions,
            }
            : null;

    private static AuthenticatorData? ReadHead(byte[] bytes, out string? problem)
    {
        problem = bytes.Length < HeadLength ? $"authenticator data of {bytes.Length} bytes" : null;
        return problem is null
            ? new AuthenticatorData(
                bytes[..SHA256.HashSizeInBytes],
                BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(CounterAt))
            )
            : null;
    }

    private static bool TryReadExtensions(
        byte[] bytes,
        string behind,
        out AppExtensions? extensions,
        [NotNullWhen(false)] out string? problem
    )
    {
        extensions = bytes is [] ? null : AppExtensions.Read(bytes);
        problem =
            bytes is [] || extensions is not null
                ? null
                : $"{bytes.Length} bytes behind {behind} that are no map of extensions";
        return problem is null;
    }
}
