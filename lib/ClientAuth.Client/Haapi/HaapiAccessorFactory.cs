using ClientAuth.Client.Registration;

namespace ClientAuth.Client.Haapi;

/// <summary>
/// Creates the accessor of an app: by attestation or, where the device cannot attest itself or the server rejects its
/// attestation, by the fallback. A server that cannot be reached or fails is an error, and no reason for the fallback. The
/// setters may be called in any order, as in the SDK.
/// </summary>
public sealed class HaapiAccessorFactory(HaapiConfiguration configuration)
{
    private DcrConfiguration? _dcr;
    private ClientAuthenticationMethodConfiguration _method = new ClientAuthenticationMethodConfiguration.None();

    /// <summary>Sets how a device registers a client of its own where it cannot attest itself; null switches the fallback off.</summary>
    /// <exception cref="ArgumentException">The registration endpoint is no absolute https URL.</exception>
    public HaapiAccessorFactory SetDcrConfiguration(DcrConfiguration? dcr)
    {
        if (dcr is not null && !EndpointAddress.IsOne(dcr.ClientRegistrationEndpointUri))
        {
            throw new ArgumentException(
                $"The ClientRegistrationEndpointUri '{dcr.ClientRegistrationEndpointUri}' is no absolute https URL; an initial access token does not travel without TLS (RFC 7591 §5). Take the server's registration_endpoint.",
                nameof(dcr)
            );
        }

        _dcr = dcr;
        return this;
    }

    /// <summary>Sets how the client proves who it is where it must; null is <c>None</c>. It is not used while attestation works.</summary>
    public HaapiAccessorFactory SetClientAuthenticationMethodConfiguration(
        ClientAuthenticationMethodConfiguration? method
    )
    {
        _method = method ?? new ClientAuthenticationMethodConfiguration.None();
        return this;
    }

    /// <summary>Gets the first token, by attestation or by what is configured in its place.</summary>
    /// <exception cref="ClientAuthenticationMethodRequiredException">The method is <c>None</c> where it must not be; nothing has been sent.</exception>
    /// <exception cref="HaapiException">There is no token; the message says at which step it failed, and what to do.</exception>
    public async Task<HaapiAccessor> CreateAsync(CancellationToken cancellationToken = default)
    {
        var (dcr, method) = (_dcr, _method);
        MethodRequirement.Check(configuration, dcr, method);
        if (dcr is null)
        {
            return await OpenAsync(new HaapiTokenManager(configuration, method), null, cancellationToken);
        }

        string? whyNotAttested = null;
        if (configuration.UseAttestation)
        {
            try
            {
                return await OpenAsync(new HaapiTokenManager(configuration, method), null, cancellationToken);
            }
            catch (HaapiException error) when (error.WhyNotAttested is not null)
            {
                whyNotAttested = error.WhyNotAttested;
            }
        }

        var path = new RegisteredPath(configuration, dcr, method);
        return await OpenAsync(new HaapiTokenManager(configuration, path), whyNotAttested, cancellationToken);
    }

    private static async Task<HaapiAccessor> OpenAsync(
        HaapiTokenManager manager,
        string? whyNotAttested,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await manager.GetAccessTokenAsync(cancellationToken);
            return new HaapiAccessor(manager, whyNotAttested);
        }
        catch
        {
            manager.Dispose();
            throw;
        }
    }
}
