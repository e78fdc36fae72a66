using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Secrets;

/// <summary>A client whose identifier and secret hold characters that form encoding changes (RFC 6749 Appendix B).</summary>
/// <param name="Id">The <c>client_id</c>.</param>
/// <param name="Secret">It protects nothing, so a failed check may show it.</param>
internal sealed record AwkwardClient(string Id, string Secret)
{
    // Each of them once at least: what a client that encodes only some of them gets wrong.
    private const string Awkward = ":+% &=/?";
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>The one that the lesson names, one that needs no encoding, and two that look encoded already.</summary>
    public static IReadOnlyList<AwkwardClient> Known { get; } =
    [
        new("my app:v2", "$10 + 20% = ?"),
        new("plain-app", "nothing-to-encode-here-0123456789"),
        new("a+b%3Ac", "1+1=2 and %41"),
        new("shop/7&8", "key:of:three=parts&more"),
    ];

    public ClientMetadata Registration =>
        new()
        {
            ClientId = Id,
            ClientSecret = Secret,
            Scope = "read write dcr",
        };

    /// <summary>One that is new each time.</summary>
    public static AwkwardClient Any() => new(Word(), Word());

    public override string ToString() => $"client '{Id}' with secret '{Secret}'";

    private static string Word()
    {
        char[] middle = [.. Awkward, .. RandomNumberGenerator.GetItems<char>(Letters, 16)];
        RandomNumberGenerator.Shuffle(middle.AsSpan());
        return $"a{new string(middle)}z";
    }
}
