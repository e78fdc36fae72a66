using ClientAuth.MockServer.Checks;

namespace ClientAuth.FailureCases.Tests;

/// <summary>The server's own trace, but for one check, which lets everything pass: that defence is switched off.</summary>
internal sealed class BlindTrace(string check) : CheckTrace
{
    public override CheckTrace Branch() => new BlindTrace(check);

    protected override bool Passes(Rule rule, bool holds) => holds || rule.Name == check;
}
