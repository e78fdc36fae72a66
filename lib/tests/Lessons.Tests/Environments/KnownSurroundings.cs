namespace Lessons.Tests.Environments;

/// <summary>Surroundings that cannot be tried together with others, and where keys are in each.</summary>
internal static class KnownSurroundings
{
    private const string Nobody = "65534";

    /// <summary>By name, made for a copy of the checkout.</summary>
    public static IReadOnlyDictionary<
        string,
        Func<CheckoutCopy, (Surroundings Surroundings, string Keys)>
    > ByName { get; } =
        new Dictionary<string, Func<CheckoutCopy, (Surroundings, string)>>(StringComparer.Ordinal)
        {
            ["umask 000"] = copy => (new() { Shell = "umask 000" }, copy.Keys),
            ["IPv6 off"] = copy => (WithoutIPv6, copy.Keys),
            ["another account"] = copy => (OtherAccount(copy.Home), OwnKeys(copy.Home)),
            ["another account without a home"] = copy =>
                (
                    OtherAccount("/nonexistent") with
                    {
                        Variables = [("HOME", "/nonexistent"), ("XDG_DATA_HOME", null), ("TMPDIR", copy.Temporary)],
                    },
                    copy.Temporary
                ),
            ["a read-only mount"] = copy => (ReadOnlyMount(copy.Root, copy.OwnHome), OwnKeys(copy.OwnHome)),
        };

    /// <summary>An account that lacks what a login gives.</summary>
    public static (string Name, string? Value)[] NoHome =>
        [("HOME", null), ("USERPROFILE", null), ("XDG_DATA_HOME", null), ("XDG_CONFIG_HOME", null)];

    /// <summary>Turkish, whose capital I is not that of English, and a zone three quarters of an hour beside the others.</summary>
    public static (string Name, string? Value)[] Elsewhere =>
        [("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Kathmandu")];

    /// <summary>An account that may read the checkout, and write nothing in it.</summary>
    public static Surroundings OtherAccount(string home) =>
        new()
        {
            Around = ["setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups"],
            Variables = [("HOME", home), ("XDG_DATA_HOME", null)],
            // Its folder must be one that it can enter, and the engine one that it can read: a checkout in a closed home is not.
            Shell = $"test -r '{CheckoutCopy.Engine.Replace("'", @"'\''", StringComparison.Ordinal)}'",
        };

    // In a network of its own; a machine without the module has no such file, and no IPv6 either.
    private static Surroundings WithoutIPv6 =>
        new()
        {
            Around = Surroundings.OwnNamespace("--net"),
            Shell =
                "ip link set lo up\nif test -e /proc/sys/net/ipv6; then echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6; fi",
        };

    /// <summary>A folder that nobody can write to, not even root.</summary>
    public static Surroundings ReadOnlyMount(string folder, string home) =>
        new()
        {
            Around = Surroundings.OwnNamespace("--mount"),
            Variables = [("HOME", home), ("XDG_DATA_HOME", null), ("CHECKOUT", folder)],
            Shell =
                "mount --bind \"$CHECKOUT\" \"$CHECKOUT\"\nmount -o remount,bind,ro \"$CHECKOUT\"\ncd \"$CHECKOUT\"",
        };

    private static string OwnKeys(string home) =>
        Path.Combine(
            home,
            OperatingSystem.IsMacOS() ? "Library/Application Support" : ".local/share",
            "client-auth-keys"
        );
}
