using System.Formats.Asn1;

namespace ClientAuth.Devices.Android;

/// <summary>
/// What the system or the hardware states about a key: Android's <c>AuthorizationList</c>, with the members that describe a
/// P-256 signing key. A member that is null is left out.
/// </summary>
public sealed record AuthorizationList
{
    /// <summary>Tag 1.</summary>
    public IReadOnlyList<KeyPurpose>? Purposes { get; init; }

    /// <summary>Tag 2; 3 for elliptic curves.</summary>
    public int? Algorithm { get; init; }

    /// <summary>Tag 3, in bits.</summary>
    public int? KeySize { get; init; }

    /// <summary>Tag 5; 4 for SHA-256.</summary>
    public IReadOnlyList<int>? Digests { get; init; }

    /// <summary>Tag 10; 1 for P-256.</summary>
    public int? EcCurve { get; init; }

    /// <summary>Tag 503: no fingerprint or code is asked before a signature.</summary>
    public bool NoAuthRequired { get; init; }

    /// <summary>Tag 600: every app on the device may use the key.</summary>
    public bool AllApplications { get; init; }

    /// <summary>Tag 701.</summary>
    public DateTimeOffset? CreationDateTime { get; init; }

    /// <summary>Tag 702.</summary>
    public KeyOrigin? Origin { get; init; }

    /// <summary>Tag 704.</summary>
    public RootOfTrust? RootOfTrust { get; init; }

    /// <summary>Tag 705: <c>150000</c> for Android 15.</summary>
    public int? OsVersion { get; init; }

    /// <summary>Tag 706, year and month: <c>202610</c>.</summary>
    public int? OsPatchLevel { get; init; }

    /// <summary>Tag 709.</summary>
    public AttestationApplicationId? AttestationApplicationId { get; init; }

    internal void WriteTo(AsnWriter writer)
    {
        using var list = writer.PushSequence();
        var tags = new TaggedValues(writer);
        tags.WriteSet(1, Purposes?.Select(purpose => (int)purpose));
        tags.WriteInteger(2, Algorithm);
        tags.WriteInteger(3, KeySize);
        tags.WriteSet(5, Digests);
        tags.WriteInteger(10, EcCurve);
        tags.WriteNull(503, NoAuthRequired);
        tags.WriteNull(600, AllApplications);
        tags.WriteInteger(701, CreationDateTime?.ToUnixTimeMilliseconds());
        tags.WriteInteger(702, (int?)Origin);
        tags.Write(704, RootOfTrust, root => root.WriteTo(writer));
        tags.WriteInteger(705, OsVersion);
        tags.WriteInteger(706, OsPatchLevel);
        tags.Write(709, AttestationApplicationId, id => writer.WriteOctetString(id.Encode()));
    }
}
