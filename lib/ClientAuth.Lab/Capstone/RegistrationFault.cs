namespace ClientAuth.Lab.Capstone;

/// <summary>One thing that is wrong in what the server has registered. No client has two of them, so its own refusal tells whether it is there.</summary>
/// <param name="Client">Whose it is.</param>
/// <param name="What">What was wrong, for somebody who has mended it.</param>
internal sealed record RegistrationFault(string Client, string What)
{
    public static IReadOnlyList<RegistrationFault> All { get; } =
    [
        new(FleetClients.Orders, "the grant of another client was registered"),
        new(FleetClients.Install, "the install's old key was registered"),
        new(FleetClients.Gate, "the certificate's subject had the company's former name"),
        new(FleetClients.Scanner, "the template named another main client"),
    ];
}
