using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>Which apps a server does not start with, and what it says about them.</summary>
public sealed class AppOptionTests
{
    private static readonly Dictionary<string, (Func<AttestedApp, AttestedApp> Change, string Problem)> Mistakes = new()
    {
        ["unknown client"] = (app => app with { ClientId = "nobody" }, "'nobody' is not among Clients."),
        ["client with a method"] = (
            app => app with { ClientId = TestClients.Basic },
            "'basic' is registered for client_secret_basic; a client whose app attests itself is registered for none."
        ),
        ["client without the grant"] = (
            app => app with { ClientId = TestClients.Public },
            "'public' needs urn:ietf:params:oauth:grant-type:token-exchange among its grant_types."
        ),
        ["no platform"] = (app => app with { Android = null, Apple = null }, "'app' needs Android, Apple or both."),
        ["no package"] = (
            app => app with { Android = app.Android! with { PackageName = "" } },
            "'app' needs a PackageName."
        ),
        ["no digest"] = (
            app => app with { Android = app.Android! with { SignatureDigests = [] } },
            "'app' needs at least one of SignatureDigests."
        ),
        ["digest in hexadecimal"] = (
            app => app with { Android = app.Android! with { SignatureDigests = [new string('a', 64)] } },
            "'app' has SignatureDigests that are not Base64 of SHA-256, 44 characters."
        ),
        ["bundle without team"] = (
            app => app with { Apple = new AppleApp("com.example.mobileapp") },
            "'app' has the AppId 'com.example.mobileapp'; it is a team of 10 characters, a dot and a bundle."
        ),
        ["no Android root"] = (
            app => app with { Policy = app.Policy with { AndroidRoots = [] } },
            "'app' has a policy 'production' without AndroidRoots, which no device could satisfy."
        ),
        ["no Apple root"] = (
            app => app with { Policy = app.Policy with { AppleRoots = [] } },
            "'app' has a policy 'production' without AppleRoots, which no device could satisfy."
        ),
    };

    public static TheoryData<string> Names() => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Server_does_not_start_with_an_app_that_could_not_attest_itself(string name)
    {
        var (change, problem) = Mistakes[name];

        var message = await RefusalOfAsync(options =>
            options with
            {
                Apps = options.Apps with { AttestedApps = [change(options.Apps.AttestedApps[0])] },
            }
        );

        Assert.Equal("AttestedApps: " + problem, message);
    }

    [Fact]
    public async Task Server_does_not_start_with_two_apps_of_one_client() =>
        Assert.Equal(
            "AttestedApps: 'app' is there twice; a client has one app, for several platforms.",
            await RefusalOfAsync(options =>
                options with
                {
                    Apps = options.Apps with
                    {
                        AttestedApps = [options.Apps.AttestedApps[0], options.Apps.AttestedApps[0]],
                    },
                }
            )
        );

    [Fact]
    public async Task Platform_that_the_app_is_not_on_needs_no_root()
    {
        await using var lab = await DeviceLab.StartAsync(options =>
            options with
            {
                Apps = options.Apps with
                {
                    AttestedApps =
                    [
                        .. options.Apps.AttestedApps.Select(app =>
                            app with
                            {
                                Apple = null,
                                Policy = app.Policy with { AppleRoots = [] },
                            }
                        ),
                    ],
                },
            }
        );

        TestDevice.Token(await lab.Android().AttestAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366 * 24 * 3600)]
    public async Task Lifetime_of_a_token_is_within_reason(int seconds) =>
        Assert.StartsWith(
            "ClientAttestationTokenLifetime is ",
            await RefusalOfAsync(options =>
                options with
                {
                    Apps = options.Apps with { ClientAttestationTokenLifetime = TimeSpan.FromSeconds(seconds) },
                }
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Policy_that_verifies_revocation_needs_to_know_where_the_list_is() =>
        Assert.Equal(
            "AttestedApps: 'app' has a policy 'production' that verifies revocation, which needs AttestationStatus.",
            await RefusalOfAsync(options => options with { Apps = options.Apps with { AttestationStatus = null } })
        );

    [Fact]
    public async Task Age_of_the_status_list_is_within_reason() =>
        Assert.StartsWith(
            "MaximumAttestationStatusAge is 00:00:00; ",
            await RefusalOfAsync(options =>
                options with
                {
                    Apps = options.Apps with { MaximumAttestationStatusAge = TimeSpan.Zero },
                }
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Policies_say_what_they_ask()
    {
        X509Certificate2Collection none = [];

        var production = AttestationPolicy.Production(none, none);
        var developers = AttestationPolicy.EmulatorFriendly(none, none);

        Assert.Equal(
            ("production", SecurityLevel.TrustedEnvironment, true, true, AndroidDates.AsProvisioned, false),
            (
                production.Name,
                production.MinimumSecurityLevel,
                production.VerifyBootState,
                production.VerifyRevocation,
                production.AndroidDates,
                production.AcceptDevelopmentKeys
            )
        );
        Assert.Equal(
            ("emulator-friendly", SecurityLevel.Software, false, true, AndroidDates.AsProvisioned, true),
            (
                developers.Name,
                developers.MinimumSecurityLevel,
                developers.VerifyBootState,
                developers.VerifyRevocation,
                developers.AndroidDates,
                developers.AcceptDevelopmentKeys
            )
        );
    }

    [Fact]
    public async Task Stricter_policy_wants_a_chip_of_its_own()
    {
        await using var lab = await DeviceLab.StartAsync(options =>
            options with
            {
                Apps = options.Apps with
                {
                    AttestedApps =
                    [
                        .. options.Apps.AttestedApps.Select(app =>
                            app with
                            {
                                Policy = app.Policy with { MinimumSecurityLevel = SecurityLevel.StrongBox },
                            }
                        ),
                    ],
                },
            }
        );
        var chip = lab.Android(profile => profile with { SecurityLevel = Devices.Android.SecurityLevel.StrongBox });

        TestDevice.Token(await chip.AttestAsync());
        (await lab.Android().AttestAsync()).AssertRefused(
            400,
            OAuthErrors.InvalidClientAttestation,
            Rules.AndroidKeySecurityLevel.Name
        );
    }

    private static async Task<string> RefusalOfAsync(
        Func<AuthorizationServerOptions, AuthorizationServerOptions> change
    ) => (await Assert.ThrowsAnyAsync<ArgumentException>(() => DeviceLab.StartAsync(change))).Message;
}
