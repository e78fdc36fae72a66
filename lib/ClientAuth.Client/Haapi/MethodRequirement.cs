using ClientAuth.Client.Registration;

namespace ClientAuth.Client.Haapi;

/// <summary>
/// Checks, before anything is sent, that the client has a method that proves who it is: with a <see cref="DcrConfiguration"/>
/// or without attestation it needs one.
/// </summary>
internal static class MethodRequirement
{
    private const string Remedy =
        $"set {ClientAuthenticationMethodConfiguration.ProvingCases} with SetClientAuthenticationMethodConfiguration "
        + "(or as the method of the HaapiTokenManager)";

    /// <exception cref="ClientAuthenticationMethodRequiredException">The method is None where it must not be.</exception>
    public static void Check(
        HaapiConfiguration configuration,
        DcrConfiguration? registration,
        ClientAuthenticationMethodConfiguration method
    )
    {
        if (!method.ProvesClient && Reason(configuration, registration) is { } reason)
        {
            throw new ClientAuthenticationMethodRequiredException(
                $"{reason}, but its client authentication method is None. Nothing was sent. Either {Remedy}, or {Alternative(configuration, registration)}."
            );
        }
    }

    private static string? Reason(HaapiConfiguration configuration, DcrConfiguration? registration) =>
        (registration, configuration.UseAttestation) switch
        {
            ({ } dcr, true) =>
                $"A DcrConfiguration is set, so '{dcr.MainClientId ?? configuration.ClientId}' must prove who it is to open the template '{dcr.TemplateClientId}'",
            ({ } dcr, false) =>
                $"A DcrConfiguration is set and UseAttestation is false, so '{dcr.MainClientId ?? configuration.ClientId}' must prove who it is to open the template '{dcr.TemplateClientId}'",
            (null, false) => $"UseAttestation is false, so '{configuration.ClientId}' must prove who it is",
            _ => null,
        };

    private static string Alternative(HaapiConfiguration configuration, DcrConfiguration? registration) =>
        (registration, configuration.UseAttestation) switch
        {
            (not null, true) => "leave the DcrConfiguration out",
            (not null, false) => "leave the DcrConfiguration out and set UseAttestation to true",
            _ => "set UseAttestation to true",
        };
}
