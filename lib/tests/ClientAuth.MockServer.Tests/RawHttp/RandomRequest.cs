using System.Text;

namespace ClientAuth.MockServer.Tests.RawHttp;

/// <summary>A request as octets, made from a seed.</summary>
/// <param name="Octets">What is written.</param>
/// <param name="IsWhole">
/// Whether the octets end where the request does, by every reading, so that a response must come without another octet. Otherwise the
/// test ends its half of the connection.
/// </param>
internal sealed record RandomRequest(byte[] Octets, bool IsWhole)
{
    /// <summary>The first word, as damage may have left it: a response to HEAD has no body, one to AD has.</summary>
    public string Method => Encoding.Latin1.GetString(Octets).Split(' ', 2)[0];

    /// <summary>The octets as a string literal of C#, so that a failed run can be repeated by hand.</summary>
    public string ToLiteral()
    {
        var literal = new StringBuilder("\"");
        foreach (var octet in Octets)
        {
            literal.Append(
                octet switch
                {
                    (byte)'\r' => "\\r",
                    (byte)'\n' => "\\n",
                    (byte)'"' => "\\\"",
                    (byte)'\\' => "\\\\",
                    >= 0x20 and < 0x7F => $"{(char)octet}",
                    _ => $"\\u{(int)octet:x4}",
                }
            );
        }

        return literal.Append('"').ToString();
    }
}
