using ClientAuth.Client.Haapi;
using ClientAuth.Client.Registration;
using Microsoft.Extensions.Time.Testing;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Client.Tests.Haapi;

/// <summary>The guard refuses None and nothing else, whichever methods there are.</summary>
public sealed class EveryMethodPassesTheGuardTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly MethodExamples _examples;

    public EveryMethodPassesTheGuardTests() => _examples = new MethodExamples(_clock);

    public static TheoryData<Type> Cases => MethodExamples.Cases;

    public void Dispose() => _examples.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task With_registration_every_method_but_none_passes(Type type)
    {
        var method = _examples.Of(type);

        foreach (var useAttestation in (bool[])[false, true])
        {
            var factory = new HaapiAccessorFactory(Configuration(useAttestation))
                .SetDcrConfiguration(new DcrConfiguration("template", new Uri("https://as.example/register")))
                .SetClientAuthenticationMethodConfiguration(method);

            await AssertGuardedAsync(method, () => factory.CreateAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Without_attestation_every_method_but_none_passes(Type type)
    {
        var method = _examples.Of(type);
        var configuration = Configuration(useAttestation: false);
        var factory = new HaapiAccessorFactory(configuration).SetClientAuthenticationMethodConfiguration(method);

        await AssertGuardedAsync(method, () => factory.CreateAsync(TestContext.Current.CancellationToken));
        await AssertGuardedAsync(method, () => Task.FromResult(new HaapiTokenManager(configuration, method)));
    }

    // Behind the guard, the first thing that an app does is to touch its phone.
    private static async Task AssertGuardedAsync(Method method, Func<Task> start)
    {
        var error = await Assert.ThrowsAnyAsync<InvalidOperationException>(start);

        Assert.Equal(method is Method.None, error is ClientAuthenticationMethodRequiredException);
        Assert.Equal(method is not Method.None, error.Message is "A key was made." or "The storage was used.");
    }

    private HaapiConfiguration Configuration(bool useAttestation) =>
        new(
            "app",
            AnyServer.Metadata,
            new ServerTrust.TrustStore(Credentials.LabAuthority.Create(_clock).Certificate),
            new PaperPhone(),
            _clock
        )
        {
            UseAttestation = useAttestation,
        };
}
