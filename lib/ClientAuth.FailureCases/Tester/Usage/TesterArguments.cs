namespace ClientAuth.FailureCases.Tester.Usage;

/// <summary>What the command line asks for.</summary>
internal sealed record TesterArguments
{
    /// <summary>The server's issuer identifier; null takes that of the clients file.</summary>
    public string? Issuer { get; init; }

    /// <summary>The clients file.</summary>
    public required string Clients { get; init; }

    /// <summary>PEM file of the authorities of the server's certificate; null takes that of the clients file, or the machine's.</summary>
    public string? Authorities { get; init; }

    /// <summary>Requests in a second.</summary>
    public double Rate { get; init; } = 4;

    /// <summary>Whether it only says what it would do.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether clients are registered.</summary>
    public bool Register { get; init; }

    /// <summary>Whether cases are run that send more than a few requests at once or guess many times.</summary>
    public bool Bursts { get; init; }

    /// <summary>Cases and sections that are run alone, and methods that send alone; all where there are none.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Origins beside the issuer's that requests may go to.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Where the report goes as JSON, as JUnit XML and as a page; null for nowhere.</summary>
    public string? Json { get; init; }

    public string? JUnit { get; init; }

    public string? Html { get; init; }
}
