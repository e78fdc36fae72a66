namespace ClientAuth.MockServer.Tests.Differential.Chains;

/// <summary>What the judges get: certificates in DER, and a time. There is no private key in it.</summary>
/// <param name="Leaf">The client's own certificate.</param>
/// <param name="Sent">What is sent with it.</param>
/// <param name="Anchors">Which authorities are trusted.</param>
/// <param name="At">The time to judge it at.</param>
internal sealed record SignedChain(
    byte[] Leaf,
    IReadOnlyList<byte[]> Sent,
    IReadOnlyList<byte[]> Anchors,
    DateTimeOffset At
)
{
    /// <summary>The certificates of one path and nothing else.</summary>
    /// <param name="path">The client's own first, the anchor last.</param>
    public SignedChain Only(IReadOnlyList<byte[]> path) =>
        this with
        {
            Leaf = path[0],
            Sent = [.. path.Skip(1).SkipLast(1)],
            Anchors = [path[^1]],
        };

    /// <summary>All of it as text, for a failed run: each certificate as one line of Base64.</summary>
    public override string ToString() =>
        string.Join(
            '\n',
            [
                $"at:     {At:O}",
                Line("leaf", Leaf),
                .. Sent.Select(one => Line("sent", one)),
                .. Anchors.Select(one => Line("anchor", one)),
            ]
        );

    private static string Line(string role, byte[] der) => $"{role + ":", -8}{Convert.ToBase64String(der)}";
}
