namespace ClientAuth.Lab.Exercises.Rotation;

/// <summary>The steps of the two rotations in lesson 07's second exercise, and an order that breaks installs.</summary>
internal static class RunbookStep
{
    /// <summary>The server accepts certificates of the next authority, too.</summary>
    public const string TrustNewAuthority = "trust-new-authority";

    /// <summary>Each install fetches a certificate from the next authority, over some weeks.</summary>
    public const string IssueByNew = "issue-by-new";

    /// <summary>The server accepts certificates of the old authority no longer.</summary>
    public const string DropOldAuthority = "drop-old-authority";

    /// <summary>An update of the app, over some weeks, with the pin of the server's present key and that of the next.</summary>
    public const string ShipBothPins = "ship-both-pins";

    /// <summary>The server shows its next key.</summary>
    public const string SwitchServerKey = "switch-server-key";

    /// <summary>An update of the app, over some weeks, with the next pin alone.</summary>
    public const string ShipNewPin = "ship-new-pin";

    public static IReadOnlyList<string> All { get; } =
    [TrustNewAuthority, IssueByNew, DropOldAuthority, ShipBothPins, SwitchServerKey, ShipNewPin];

    /// <summary>As the operator wrote it down, and as it broke installs.</summary>
    public static IReadOnlyList<string> Broken { get; } =
    [SwitchServerKey, ShipNewPin, ShipBothPins, IssueByNew, DropOldAuthority, TrustNewAuthority];
}
