using System.Text;

namespace ClientAuth.FailureCases.Values;

/// <summary>Base64 of text that holds one octet per character, so that a case can send octets that are no UTF-8.</summary>
internal static class Base64
{
    public static string OfLatin1(string text) => Convert.ToBase64String(Encoding.Latin1.GetBytes(text));
}
