using System.Formats.Asn1;

namespace ClientAuth.Visuals.Attestation;

/// <summary>What one side of a device holds a key to: <c>AuthorizationList</c> of Android's key attestation.</summary>
public sealed record AndroidAuthorizationList
{
    private const int RootOfTrustTag = 704;
    private const int ApplicationIdTag = 709;

    /// <summary>The app that made the key, if this side names it.</summary>
    public AndroidApplicationId? ApplicationId { get; init; }

    /// <summary>How the device was started, if this side says so.</summary>
    public AndroidRootOfTrust? RootOfTrust { get; init; }

    /// <summary>All that the list holds, by tag, as it was encoded.</summary>
    internal IReadOnlyList<(int Tag, ReadOnlyMemory<byte> Encoded)> Entries { get; init; } = [];

    internal static AndroidAuthorizationList Read(AsnReader list)
    {
        var entries = new List<(int Tag, ReadOnlyMemory<byte> Encoded)>();
        while (list.HasData)
        {
            var tag = list.PeekTag();
            entries.Add((tag.TagValue, list.ReadSequence(tag).ReadEncodedValue()));
        }

        return new AndroidAuthorizationList
        {
            Entries = entries,
            ApplicationId = Find(ApplicationIdTag) is { } app ? AndroidApplicationId.Read(app) : null,
            RootOfTrust = Find(RootOfTrustTag) is { } root ? AndroidRootOfTrust.Read(root) : null,
        };

        ReadOnlyMemory<byte>? Find(int tag) =>
            entries
                .Where(entry => entry.Tag == tag)
                .Select(entry => (ReadOnlyMemory<byte>?)entry.Encoded)
                .FirstOrDefault();
    }
}
