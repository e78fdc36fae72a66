using System.Formats.Asn1;

namespace ClientAuth.Devices.Android;

/// <summary>Writes the members of an <see cref="AuthorizationList"/>: <c>[tag] EXPLICIT … OPTIONAL</c>, in the order of the tags.</summary>
internal readonly struct TaggedValues(AsnWriter writer)
{
    public void Write<T>(int tag, T? value, Action<T> write)
        where T : class
    {
        if (value is not null)
        {
            using var explicitly = Push(tag);
            write(value);
        }
    }

    public void WriteInteger(int tag, long? value)
    {
        if (value is { } number)
        {
            using var explicitly = Push(tag);
            writer.WriteInteger(number);
        }
    }

    public void WriteSet(int tag, IEnumerable<int>? values)
    {
        if (values is not null)
        {
            using var explicitly = Push(tag);
            using var set = writer.PushSetOf();
            foreach (var value in values)
            {
                writer.WriteInteger(value);
            }
        }
    }

    public void WriteNull(int tag, bool present)
    {
        if (present)
        {
            using var explicitly = Push(tag);
            writer.WriteNull();
        }
    }

    private AsnWriter.Scope Push(int tag) =>
        writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, tag, isConstructed: true));
}
