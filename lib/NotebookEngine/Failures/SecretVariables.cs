using Microsoft.CodeAnalysis.Scripting;

namespace NotebookEngine.Failures;

/// <summary>The session's variables that may hold a secret: a message that quotes one is shown with its name instead.</summary>
internal sealed class SecretVariables(ScriptState? state)
{
    // Shorter ones would be found in the middle of ordinary words.
    private const int FewestCharacters = 8;

    internal string Hide(string message) =>
        (state?.Variables ?? [])
            .Select(variable => (variable.Name, Text: variable.Value as string ?? ""))
            .Where(variable => variable.Text.Length >= FewestCharacters)
            .Where(variable => ShortValue.MayBeSecret(variable.Name, variable.Text))
            .Aggregate(
                message,
                (shown, variable) => shown.Replace(variable.Text, $"({variable.Name})", StringComparison.Ordinal)
            );
}
