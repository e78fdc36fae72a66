using System.Text.RegularExpressions;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Transcripts;

/// <summary>A message body ready to be shown: the parameters of a form, or text.</summary>
/// <param name="Kind">In words, for a heading.</param>
/// <param name="Parameters">Set for a form.</param>
/// <param name="Text">Set for everything else.</param>
internal sealed partial record ShownBody(string Kind, IReadOnlyList<FormParameter>? Parameters, string? Text)
{
    /// <summary>What the text is decides, not what the header claims; null where there is no body.</summary>
    public static ShownBody? Read(string body)
    {
        if (body.Length == 0)
        {
            return null;
        }

        if (ShownJson.TryRender(body) is { } json)
        {
            return new ShownBody("JSON", null, json);
        }

        return FormText().IsMatch(body)
            ? new ShownBody("form, one parameter per line", FormParameter.ReadAll(body), null)
            : new ShownBody("neither a form nor JSON", null, Unreadable(body));
    }

    // Nothing marks where a credential begins in text that cannot be read, so none of it is shown once one is named.
    private static string Unreadable(string body) =>
        CredentialText.Mentions(body)
            ? $"not shown, it names a credential ({Numbers.Show(body.Length)} characters)"
            : LongRun().Replace(body, run => Shortened.Secret(run.Value));

    [GeneratedRegex("^[^=&\\s{}<>\"]+=[^\\s{}<>\"]*$")]
    private static partial Regex FormText();

    [GeneratedRegex("[A-Za-z0-9_.~+/=-]{24,}")]
    private static partial Regex LongRun();
}
