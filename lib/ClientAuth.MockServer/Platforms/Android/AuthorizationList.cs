using System.Formats.Asn1;

namespace ClientAuth.MockServer.Platforms.Android;

/// <summary>What one side of a device, its software or its hardware, enforces of a key (Android, AuthorizationList); null is what it does not say.</summary>
internal sealed record AuthorizationList
{
    private const int PurposeTag = 1;
    private const int AlgorithmTag = 2;
    private const int AllApplicationsTag = 600;
    private const int OriginTag = 702;
    private const int RootOfTrustTag = 704;
    private const int ApplicationIdTag = 709;

    /// <summary>What the key may be used for; 2 is signing.</summary>
    public IReadOnlyList<int>? Purposes { get; private init; }

    /// <summary>3 is a key on an elliptic curve.</summary>
    public int? Algorithm { get; private init; }

    /// <summary>Whether every app on the device may use the key.</summary>
    public bool IsForAllApplications { get; private init; }

    /// <summary>0 is a key that was made on the device.</summary>
    public int? Origin { get; private init; }

    public RootOfTrust? RootOfTrust { get; private init; }

    public AppIdentity? App { get; private init; }

    /// <exception cref="AsnContentException">These bytes are none, or say something twice.</exception>
    public static AuthorizationList Read(AsnReader list)
    {
        var fields = ReadFields(list);
        return new AuthorizationList
        {
            Purposes = Get(fields, PurposeTag, ReadPurposes),
            Algorithm = GetNumber(fields, AlgorithmTag),
            IsForAllApplications = fields.ContainsKey(AllApplicationsTag),
            Origin = GetNumber(fields, OriginTag),
            RootOfTrust = Get(fields, RootOfTrustTag, RootOfTrust.Read),
            App = Get(fields, ApplicationIdTag, field => AppIdentity.Read(field.ReadOctetString())),
        };
    }

    // Not in order on every device, and more of them with every version: what is not known here makes no difference.
    private static Dictionary<int, AsnReader> ReadFields(AsnReader list)
    {
        var fields = new Dictionary<int, AsnReader>();
        while (list.HasData)
        {
            var tag = list.PeekTag();
            if (tag.TagClass != TagClass.ContextSpecific || !fields.TryAdd(tag.TagValue, list.ReadSequence(tag)))
            {
                throw new AsnContentException(
                    "An authorization list holds something twice, or something without a tag."
                );
            }
        }

        return fields;
    }

    private static T? Get<T>(Dictionary<int, AsnReader> fields, int tag, Func<AsnReader, T> read)
        where T : class
    {
        if (!fields.TryGetValue(tag, out var field))
        {
            return null;
        }

        var value = read(field);
        field.ThrowIfNotEmpty();
        return value;
    }

    private static int? GetNumber(Dictionary<int, AsnReader> fields, int tag) =>
        Get(fields, tag, field => (object)KeyDescription.ReadNumber(field)) as int?;

    private static List<int> ReadPurposes(AsnReader field)
    {
        var set = field.ReadSetOf(skipSortOrderValidation: true);
        var purposes = new List<int>();
        while (set.HasData)
        {
            purposes.Add(KeyDescription.ReadNumber(set));
        }

        return purposes;
    }
}
