using ClientAuth.Protocol;

namespace ClientAuth.Lab.Capstone;

/// <summary>What the server has registered of the company's clients, for a learner to change.</summary>
public sealed record FleetRegistrations
{
    public required ClientMetadata Orders { get; set; }

    public required ClientMetadata Billing { get; set; }

    public required ClientMetadata Install { get; set; }

    public required ClientMetadata Gate { get; set; }

    public required ClientMetadata Phone { get; set; }

    public required ClientMetadata Scanner { get; set; }

    /// <summary>What old scanners register from.</summary>
    public required ClientTemplate ScannerTemplate { get; set; }

    /// <summary>What the install sent to the operator when it made its present key.</summary>
    public required JwkSet KeysOfInstall { get; init; }

    internal IReadOnlyList<ClientMetadata> Clients => [Orders, Billing, Install, Gate, Phone, Scanner];

    /// <summary>The clients whose registration, or whose template, is another one than before.</summary>
    internal IReadOnlyList<string> ChangedSince(FleetRegistrations before) =>
        [
            .. Clients
                .Zip(before.Clients)
                .Where(pair => pair.First != pair.Second)
                .Select(pair => pair.Second.ClientId)
                .Concat(ScannerTemplate == before.ScannerTemplate ? [] : [FleetClients.Scanner]),
        ];
}
