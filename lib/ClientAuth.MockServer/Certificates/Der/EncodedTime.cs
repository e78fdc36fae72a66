using System.Formats.Asn1;

namespace ClientAuth.MockServer.Certificates.Der;

/// <summary>A time of a certificate or a revocation list: in UTC and in whole seconds (RFC 5280 §4.1.2.5).</summary>
internal static class EncodedTime
{
    // YYYYMMDDHHMMSSZ: a fraction would follow the seconds.
    private const int WholeSeconds = 15;

    public static bool IsNext(AsnReader reader) =>
        reader.HasData
        && (
            reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime)
            || reader.PeekTag().HasSameClassAndValue(Asn1Tag.GeneralizedTime)
        );

    /// <exception cref="AsnContentException">This is no time, or one with a fraction of a second.</exception>
    public static DateTimeOffset Read(AsnReader reader)
    {
        if (reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime))
        {
            return reader.ReadUtcTime();
        }

        var length = reader.PeekContentBytes().Length;
        var time = reader.ReadGeneralizedTime();
        return length == WholeSeconds
            ? time
            : throw new MalformedEncodingException(
                $"the time {time:yyyy-MM-dd HH:mm:ss.FFFFFFF}Z, which is no whole second"
            );
    }
}
