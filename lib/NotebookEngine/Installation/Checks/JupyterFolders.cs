using System.ComponentModel;
using System.Text.Json;

namespace NotebookEngine.Installation.Checks;

/// <summary>
/// Where an installed Jupyter looks. Only Jupyter itself knows the folder of its Python environment, so it is asked.
/// </summary>
internal static class JupyterFolders
{
    /// <returns>The data folders in Jupyter's order, or null where no <c>jupyter</c> answers.</returns>
    internal static async Task<IReadOnlyList<string>?> AskAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ChildProgram.RunAsync("jupyter", ["--paths", "--json"], folder, cancellationToken);
            using var paths = JsonDocument.Parse(string.Concat(answer.Output));
            return [.. paths.RootElement.GetProperty("data").EnumerateArray().Select(path => path.GetString()!)];
        }
        catch (Exception problem)
            when (problem is Win32Exception or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
