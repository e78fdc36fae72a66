using System.Formats.Asn1;

namespace ClientAuth.MockServer.Certificates.Der;

/// <summary>An encoding that is read and not as its definition has it, in words for a trace. Those of the BCL's reader are for its callers.</summary>
internal sealed class MalformedEncodingException(string message, Exception? inner = null)
    : AsnContentException(message, inner)
{
    /// <summary>What is wrong with an encoding, for a trace.</summary>
    public static string Describe(AsnContentException problem) =>
        problem is MalformedEncodingException ? problem.Message : "an encoding that is not DER, or of the wrong type";
}
