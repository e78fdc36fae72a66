namespace ClientAuth.MockServer.Standalone;

/// <summary>What the program reads where the command line names no file: the data of its checkout, or a copy that its package brings.</summary>
/// <param name="Clients">The registered clients.</param>
/// <param name="Templates">The templates that devices may register from.</param>
internal sealed record DefaultFiles(string Clients, string Templates)
{
    private const string Data = "data";

    /// <summary>The checkout's folder for keys, which git ignores; null outside of a checkout.</summary>
    public string? Certificates { get; private init; }

    /// <summary>Looks upwards from the program for the checkout, then beside the program; null where it was copied without its data.</summary>
    /// <param name="program">The program's folder.</param>
    public static DefaultFiles? Find(string program)
    {
        for (var candidate = new DirectoryInfo(program); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, "ClientAuthNotebooks.slnx")))
            {
                return In(candidate.FullName) with { Certificates = Path.Combine(candidate.FullName, "certs") };
            }
        }

        var packed = In(program);
        return File.Exists(packed.Clients) ? packed : null;
    }

    private static DefaultFiles In(string root) =>
        new(Path.Combine(root, Data, "clients.json"), Path.Combine(root, Data, "client-templates.json"));
}
