using ClientAuth.MockServer.Tests.Differential.Chains;

namespace ClientAuth.MockServer.Tests.Differential.Plans;

/// <summary>One change of one value of a certificate.</summary>
/// <param name="Kind">What is changed.</param>
/// <param name="At">Which of the values that fit, as a share of them in thousandths, so that an edit fits every certificate.</param>
/// <param name="Choice">For a kind that has several ways.</param>
internal sealed record DerEdit(DerEditKind Kind, int At, int Choice)
{
    /// <summary>Changes one of the values; none where the kind fits none.</summary>
    public void Apply(IEnumerable<(DerNode Node, DerNode? Parent)> values)
    {
        var fitting = values.Where(value => Kind.Fits(value.Node)).ToList();
        if (fitting is not [])
        {
            var (node, parent) = fitting[fitting.Count * At / 1000];
            Kind.Make(node, parent!, Choice);
        }
    }

    public override string ToString() => $"{Kind.Name} ({At}, {Choice})";
}

/// <summary>A kind of change.</summary>
/// <param name="Name">For the message of a failed run.</param>
/// <param name="Fits">Whether a value can be changed so.</param>
/// <param name="Make">Changes a value, which is inside of another; the number chooses among several ways.</param>
internal sealed record DerEditKind(string Name, Func<DerNode, bool> Fits, Action<DerNode, DerNode, int> Make);
