namespace ClientAuth.MockServer.Standalone;

/// <summary>The clone of the project that the program was built in.</summary>
internal sealed class Checkout
{
    private readonly string _root;

    private Checkout(string root) => _root = root;

    public string ClientsFile => Path.Combine(_root, "data", "clients.json");

    public string TemplatesFile => Path.Combine(_root, "data", "client-templates.json");

    /// <summary>Git ignores what is made in it.</summary>
    public string Certificates => Path.Combine(_root, "certs");

    /// <summary>Looks upwards from a folder; null where the program was copied out of its clone.</summary>
    public static Checkout? FindAbove(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, "ClientAuthNotebooks.slnx")))
            {
                return new Checkout(candidate.FullName);
            }
        }

        return null;
    }
}
