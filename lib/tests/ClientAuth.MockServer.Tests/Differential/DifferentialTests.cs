using ClientAuth.Credentials;
using ClientAuth.MockServer.Tests.Differential.Chains;
using ClientAuth.MockServer.Tests.Differential.Judges;
using ClientAuth.MockServer.Tests.Differential.Plans;
using ClientAuth.MockServer.Tests.Lab;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ClientAuth.MockServer.Tests.Differential;

/// <summary>
/// Mutated certificates and chains, judged by the server's own path validation, by the platform's chain and by <c>openssl verify</c>.
/// Each difference is a row of <see cref="ExplainedDifferences"/>. <see cref="RandomSeed.Variable"/> makes other chains.
/// </summary>
public sealed class DifferentialTests : IDisposable
{
    private const int UsualSeed = 20260615;
    private const ulong Gamma = 1;
    private const int All = 10_000;
    private const int Few = 300;

    private readonly LabAuthority _authority = LabAuthority.Create(TimeProvider.System);
    private readonly SigningKeys _keys = new();
    private readonly Dictionary<ExplainedDifference, int> _seen = [];
    private readonly Comparison _comparison;
    private readonly OwnValidation _own;
    private readonly ChainBuilder _builder;

    public DifferentialTests()
    {
        _own = new OwnValidation(_authority.Certificate);
        _comparison = new Comparison(_own);
        _builder = new ChainBuilder(_keys);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _keys.Dispose();
    }

    [Fact]
    public void Server_judges_as_the_platform_does_but_for_what_is_explained()
    {
        using var openSsl = RequiredTools.IsThere("openssl") ? new OpenSslVerify() : null;
        Check(
            count: RequiredTools.AllPromised ? All : Few,
            chain =>
            {
                // Windows and macOS judge by rules of their own. What is asked for there as well is an end without an exception.
                if (!OperatingSystem.IsLinux())
                {
                    _own.Judge(chain);
                    return null;
                }

                var difference = _comparison.WithPlatform(chain);
                AssertNotRefusedByBoth(difference, openSsl);
                return difference;
            }
        );
        if (RequiredTools.AllPromised && OperatingSystem.IsLinux())
        {
            // A row that nothing needs any more would hide the next mistake.
            Assert.Empty(ExplainedDifferences.All.Where(row => !row.IsOfOpenSslAlone).Except(_seen.Keys));
        }
    }

    // A process for each chain: a sample.
    [Fact]
    public void Server_judges_as_OpenSSL_does_but_for_what_is_explained()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip(
                "The openssl of Windows and macOS is any of several programs; the rows are those of OpenSSL on Linux."
            );
        }

        if (!RequiredTools.IsThere("openssl"))
        {
            RequiredTools.Missing("There is no 'openssl' on the path. Debian has it as openssl.");
        }

        using var openSsl = new OpenSslVerify();
        Check(count: RequiredTools.AllPromised ? Few : Few / 10, chain => _comparison.WithOpenSsl(chain, openSsl));
    }

    private void Check(int count, Func<SignedChain, Difference?> compare)
    {
        var seed = (ulong)RandomSeed.Or(UsualSeed);
        var property = Prop.ForAll(
            ChainPlans.Some,
            plan =>
            {
                var chain = _builder.Build(plan);
                try
                {
                    Explain(compare(chain));
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException(
                        $"{RandomSeed.Variable}={seed}\n{plan}\n{chain}\n{e.Message}",
                        e
                    );
                }
            }
        );
        property.Check(
            Config
                .QuickThrowOnFailure.WithMaxTest(count)
                .WithReplay(new Replay(new Rnd(seed, Gamma), FSharpOption<int>.None))
        );
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join('\n', _seen.OrderByDescending(row => row.Value).Select(row => $"{row.Value} {row.Key}"))
        );
    }

    private static void AssertNotRefusedByBoth(Difference? difference, OpenSslVerify? openSsl)
    {
        if (
            difference is { Ours.Accepts: true, Theirs.Accepts: false }
            && openSsl?.Judge(difference.Path) is { Accepts: false } too
        )
        {
            Assert.Fail($"The server accepts what both others refuse.\n{difference}\n{Comparison.OpenSsl}: {too}");
        }
    }

    private void Explain(Difference? difference)
    {
        if (difference is null)
        {
            return;
        }

        var row = ExplainedDifferences.All.FirstOrDefault(row => row.Explains(difference));
        if (row is null)
        {
            Assert.Fail($"A difference that no row of {nameof(ExplainedDifferences)} explains.\n{difference}");
        }

        _seen[row] = _seen.GetValueOrDefault(row) + 1;
    }
}
