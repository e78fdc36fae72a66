using ClientAuth.Lab.Devices;

namespace ClientAuth.Lab.Capstone;

/// <summary>The clients of the company in lesson 13, by their <c>client_id</c>.</summary>
internal static class FleetClients
{
    public const string Orders = "orders-backend";
    public const string Billing = "billing-backend";
    public const string Install = "driver-install";
    public const string Gate = "depot-gate";

    /// <summary>The app that attests itself: the lab's server knows what its makers vouch for.</summary>
    public const string Phone = LabApp.ClientId;

    /// <summary>The main client of the fallback, in whose name an old scanner opens a registration.</summary>
    public const string Scanner = "old-scanner";

    public const string ScannerTemplate = "scanner-template";

    /// <summary>In the order in which the lesson looks at them.</summary>
    public static IReadOnlyList<string> All { get; } = [Orders, Billing, Install, Gate, Phone, Scanner];

    /// <summary>How a client proves who it is, in the words of a learner's board.</summary>
    public static string MethodOf(string client) =>
        client switch
        {
            Orders => "client_secret_basic",
            Billing => "client_secret_jwt",
            Install => "private_key_jwt",
            Gate => "tls_client_auth",
            Phone => "attestation",
            _ => "registration fallback",
        };
}
