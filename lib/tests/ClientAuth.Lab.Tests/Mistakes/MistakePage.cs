using System.Text;
using ClientAuth.Lab.Mistakes;

namespace ClientAuth.Lab.Tests.Mistakes;

/// <summary>The mistakes as a page for somebody in trouble: first by message, then by the place where the mistake lies.</summary>
internal sealed class MistakePage(ClientMistakes mistakes, LessonCells lessons)
{
    private static readonly IReadOnlyList<(MistakeSide Side, string Heading, string Text)> Places =
    [
        (
            MistakeSide.File,
            "In a file of the client",
            "A key, a certificate or a secret. No server has seen anything yet."
        ),
        (
            MistakeSide.Tool,
            "In the client's program or its configuration",
            "The file is right, and something else is sent."
        ),
        (MistakeSide.Request, "In the request", "What crosses the wire is not what the server expects."),
        (
            MistakeSide.Registration,
            "In the registration",
            "The request is right for another client, or another registration."
        ),
        (
            MistakeSide.Server,
            "At the server, or at the proxy before it",
            "No change of the client mends this for good."
        ),
    ];

    private readonly StringBuilder _page = new();

    /// <summary>The page in GitHub's Markdown, lines ended by <c>\n</c>.</summary>
    public string Write()
    {
        _page.Clear();
        WriteIntroduction();
        WriteMessages();
        foreach (var (side, heading, text) in Places)
        {
            Line($"## {heading}");
            Line(text);
            foreach (var mistake in mistakes.Mistakes.Where(mistake => mistake.Side == side))
            {
                WriteEntry(mistake);
            }
        }

        return _page.ToString().TrimEnd('\n') + "\n";
    }

    private void WriteIntroduction()
    {
        var counted = mistakes.Mistakes.Last(mistake => mistake.Rank is not null).Id;
        Line("# When a client does not authenticate");
        Line("<!-- Written from data/client-mistakes.json by the tests; UPDATE_REFERENCE=1 writes it again. -->");
        Line(
            $"These are {mistakes.Mistakes.Count} mistakes that people make with OAuth client authentication, found in public threads about "
                + "many servers and libraries. Search this page for a few words of your message. A lower number means that the mistake is "
                + $"met more often; those after {counted} were not counted. Trouble with the notebooks themselves: "
                + "[TROUBLESHOOTING.md](TROUBLESHOOTING.md)."
        );
        Line("Three questions first:");
        Line(
            """
            1. **Is there an HTTP response?** If not, the mistake is in the TLS handshake or in a file: look [there](#in-a-file-of-the-client) first.
            2. **Which `error` is it?** `invalid_client`: the server does not believe that you are this client. `unsupported_grant_type`, and
               by the specification `unauthorized_client`: it believes you, and you may not use this grant. Entra ID and Keycloak also say
               `unauthorized_client` for a wrong credential. `invalid_request`: the message itself has the wrong form.
            3. **What was really sent?** Look at the request, not at the configuration. Print lengths and hashes of secrets, never the secrets.
            """.ReplaceLineEndings("\n")
        );
        Line(
            "Go to: "
                + string.Join(
                    " · ",
                    Places
                        .Select(place => place.Heading)
                        .Prepend("By message")
                        .Select(name => $"[{name}](#{PageLinks.AnchorOf(name)})")
                )
        );
    }

    private void WriteMessages()
    {
        Line("## By message");
        Line(
            "A message in `this type` is quoted, and shortened; `…` stands for a part that differs. The rest are descriptions."
        );
        var byServer = mistakes
            .Mistakes.SelectMany(mistake => mistake.Symptoms.Select(symptom => (mistake, symptom)))
            .GroupBy(entry => entry.symptom.Server)
            .OrderBy(group => group.Key is null)
            .ThenBy(group => group.Key, StringComparer.OrdinalIgnoreCase);
        foreach (var server in byServer)
        {
            Line($"### {server.Key ?? "No message of its own"}");
            Line(
                string.Join(
                    '\n',
                    server
                        .OrderBy(entry => !entry.symptom.Literal)
                        .ThenBy(entry => entry.symptom.Text, StringComparer.OrdinalIgnoreCase)
                        .Select(entry => $"- {Words(entry.symptom)} → {LinkTo(entry.mistake)}")
                )
            );
        }
    }

    private void WriteEntry(ClientMistake mistake)
    {
        Line($"<a id=\"{mistake.Id.ToLowerInvariant()}\"></a>");
        Line($"### {mistake.Id} {mistake.Title}");
        Line(
            $"""
            - **You see**: {string.Join("; ", mistake.Symptoms.GroupBy(symptom => symptom.Server).Select(Seen))}
            - **It means**: {mistake.Wrong}
            - **Look**: {mistake.Look}
            - **Change**: {mistake.Mend}
            - **Shown by**: {Shown(mistake)}
            """.ReplaceLineEndings("\n")
        );
    }

    private static string Seen(IGrouping<string?, Symptom> ofServer) =>
        ofServer.Key is null
            ? string.Join("; ", ofServer.Select(Words))
            : $"{ofServer.Key}: {string.Join(" or ", ofServer.Select(Words))}";

    private string Shown(ClientMistake mistake)
    {
        List<string> shown = [];
        if (mistake.LessonCell is { } place)
        {
            shown.Add(
                lessons.Find(place) is { } cell
                    ? $"lesson [{cell.Title}]({cell.File}) under “{cell.Heading}”"
                    : $"lesson {place[..2]}, cell `{place[3..]}`"
            );
        }

        if (mistake.Cases is not [])
        {
            var cases = mistake.Cases.Select(id => $"[{id}](failure-cases.md#{id})");
            shown.Add($"{(mistake.Cases is [_] ? "case" : "cases")} {string.Join(", ", cases)}");
        }

        return mistake.NoneBecause is { } reason ? $"nothing here. {reason}" : string.Join("; ", shown);
    }

    private static string LinkTo(ClientMistake mistake) =>
        $"[{mistake.Id} {mistake.Title}](#{mistake.Id.ToLowerInvariant()})";

    private static string Words(Symptom symptom) => symptom.Literal ? $"`{symptom.Text}`" : symptom.Text;

    private void Line(string text) => _page.Append(text).Append("\n\n");
}
