using ClientAuth.MockServer.Tests.Differential.Chains;
using ClientAuth.MockServer.Tests.Differential.Judges;

namespace ClientAuth.MockServer.Tests.Differential;

/// <summary>
/// Has a chain judged twice and finds out what a difference is about: where one accepts a path, the other judges that path alone, so
/// that a difference in the search is not taken for one in the judgement, and other certificates do not hide the reason.
/// </summary>
internal sealed class Comparison(OwnValidation own)
{
    public const string Platform = "the platform";
    public const string OpenSsl = "openssl verify";

    /// <summary>Null where both say the same.</summary>
    public Difference? WithPlatform(SignedChain chain)
    {
        var (ours, ourPath) = own.Judge(chain);
        var (theirs, theirPath) = PlatformChain.Judge(chain);
        if (ours.Accepts == theirs.Accepts)
        {
            return null;
        }

        var path = chain.Only(ours.Accepts ? ourPath : theirPath);
        if (ours.Accepts)
        {
            return new Difference(Platform, ours, PlatformChain.Judge(path).Verdict, path);
        }

        var alone = own.Judge(path).Verdict;
        return alone.Accepts
            ? new Difference(Platform, ours, theirs, chain)
            : new Difference(Platform, alone, theirs, path);
    }

    /// <summary>Null where both say the same.</summary>
    public Difference? WithOpenSsl(SignedChain chain, OpenSslVerify openSsl)
    {
        var (ours, ourPath) = own.Judge(chain);
        var theirs = openSsl.Judge(chain);
        if (ours.Accepts == theirs.Accepts)
        {
            return null;
        }

        var path = ours.Accepts ? chain.Only(ourPath) : chain;
        return new Difference(OpenSsl, ours, ours.Accepts ? openSsl.Judge(path) : theirs, path);
    }
}
