namespace ClientAuth.FailureCases.Wire;

/// <summary>A form parameter or a header line; the value may hold placeholders until it is sent.</summary>
internal sealed record NamedField(string Name, string Value)
{
    /// <summary>The name alone; the value may be a credential.</summary>
    public override string ToString() => Name;
}
