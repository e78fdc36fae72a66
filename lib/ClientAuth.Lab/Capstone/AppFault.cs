namespace ClientAuth.Lab.Capstone;

/// <summary>One thing that is wrong in how a client is configured.</summary>
/// <param name="Client">Whose it is.</param>
/// <param name="What">What was wrong, for somebody who has mended it.</param>
/// <param name="Copy">Copies the setting that is at fault, and no other, from one configuration to another.</param>
internal sealed record AppFault(string Client, string What, Action<FleetApps, FleetApps> Copy)
{
    public static AppFault OrdersEncoding { get; } =
        new(
            FleetClients.Orders,
            "the secret was not form-encoded before Base64",
            (from, to) => to.Orders.FormEncodes = from.Orders.FormEncodes
        );

    public static AppFault BillingKey { get; } =
        new(
            FleetClients.Billing,
            "the MAC was keyed with the Base64 of the secret",
            (from, to) => to.Billing.MacKey = from.Billing.MacKey
        );

    public static AppFault BillingAudience { get; } =
        new(
            FleetClients.Billing,
            "aud had a slash too many",
            (from, to) => to.Billing.Audience = from.Billing.Audience
        );

    public static AppFault InstallClock { get; } =
        new(
            FleetClients.Install,
            "the clock was three minutes ahead",
            (from, to) => to.Install.ClockOffset = from.Install.ClockOffset
        );

    public static AppFault GateEndpoint { get; } =
        new(
            FleetClients.Gate,
            "the request went to an endpoint that asks for no certificate",
            (from, to) => to.Gate.Endpoint = from.Gate.Endpoint
        );

    public static AppFault PhoneChallenge { get; } =
        new(
            FleetClients.Phone,
            "a challenge was used a second time",
            (from, to) => to.Phone.KeepsChallenge = from.Phone.KeepsChallenge
        );

    public static IReadOnlyList<AppFault> All { get; } =
    [OrdersEncoding, BillingKey, BillingAudience, InstallClock, GateEndpoint, PhoneChallenge];
}
