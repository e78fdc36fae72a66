namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>One small damage to a text, somewhere in it.</summary>
/// <param name="Kind">What happens there.</param>
/// <param name="At">Where, as a share of the text in thousandths, so that an edit fits any text.</param>
/// <param name="Text">What is put in.</param>
public sealed record Edit(EditKind Kind, int At, string Text)
{
    public string Apply(string text)
    {
        var at = (int)((long)text.Length * At / 1000);
        var length = Math.Min(Text.Length, text.Length - at);
        return Kind switch
        {
            EditKind.Insert => text[..at] + Text + text[at..],
            EditKind.Replace => text[..at] + Text + text[(at + length)..],
            EditKind.Delete => text[..at] + text[(at + length)..],
            EditKind.Cut => text[..at],
            _ => text + text[at..],
        };
    }
}
