namespace ClientAuth.Lab.Choosing;

/// <summary>A sentence, or a part of one, that a rule rests on; word for word.</summary>
/// <param name="Id">What the rules call it.</param>
/// <param name="Source">The specification or the document.</param>
/// <param name="Place">Where in it.</param>
/// <param name="Text">The words.</param>
public sealed record QuotedSentence(string Id, string Source, string Place, string Text)
{
    public override string ToString() => $"“{Text}” ({Source}, {Place})";
}
