using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClientAuth.Lab.Choosing;

namespace ClientAuth.Lab.Tests.Choosing;

/// <summary>The script of the page, in a browser, answered as a reader answers it: it says what the model says.</summary>
public sealed partial class ExplorerScriptTests : IDisposable
{
    // Chooses every combination in the page's own form, and notes what the page then shows.
    private const string EverySituation = """
        <script>
        const explorer = document.querySelector(".choosing-explorer");
        const groups = [...explorer.querySelectorAll("fieldset")].map((group) => [...group.querySelectorAll("input")]);
        const rules = (parent, css) => [...parent.querySelectorAll(css)].map((item) => item.dataset.rule);
        const noted = [];
        const answer = (rest, answers) => {
          if (rest.length > 0) {
            for (const input of rest[0]) {
              input.checked = true;
              answer(rest.slice(1), [...answers, input.value]);
            }
            return;
          }
          explorer.querySelector("form").dispatchEvent(new Event("change"));
          const why = explorer.querySelector(".why");
          noted.push([
            answers.join(", "),
            explorer.querySelector(".recommended").textContent,
            why.dataset.method,
            ...rules(why, ".why > ul > li[data-rule]"),
            ...[...why.querySelectorAll("[data-standing]")].flatMap((other) =>
              [other.dataset.method, other.dataset.standing, ...rules(other, "[data-rule]")]),
          ].join("|"));
        };
        answer(groups, []);
        const made = document.createElement("pre");
        made.id = "noted";
        made.textContent = JSON.stringify(noted);
        document.body.append(made);
        </script>
        </body>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("explorer-");

    [Fact]
    public async Task In_every_situation_the_page_recommends_what_the_model_does_for_the_same_reasons()
    {
        var model = DecisionModel.Load();
        var page = Path.Combine(_folder.FullName, "page.html");
        var html = new MethodExplorer(model).ToPage().Replace("</body>", EverySituation, StringComparison.Ordinal);
        await File.WriteAllTextAsync(page, html, TestContext.Current.CancellationToken);

        var document = await Chromium.DumpAsync(page, TestContext.Current.CancellationToken);

        var noted = JsonSerializer.Deserialize<string[]>(
            WebUtility.HtmlDecode(Noted().Match(document).Groups["json"].Value)
        );
        Assert.Equal(model.Situations.Select(model.Recommend).Select(Note), noted);
    }

    [Fact]
    public async Task The_form_appears_with_the_script_and_two_explorers_keep_their_answers_apart()
    {
        var explorer = new MethodExplorer(DecisionModel.Load()).ToHtml();
        var page = Path.Combine(_folder.FullName, "two.html");
        const string ChooseInTheSecond = """
            <script>
            const [, second] = document.querySelectorAll(".choosing-explorer");
            second.querySelector("[value=development]").click();
            second.querySelector("[value=simulator]").click();
            </script>
            """;
        await File.WriteAllTextAsync(
            page,
            $"<!doctype html><meta charset=\"utf-8\"><body>{explorer}{explorer}{ChooseInTheSecond}</body>",
            TestContext.Current.CancellationToken
        );

        var document = await Chromium.DumpAsync(page, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["Recommended: Attestation, no client authentication", "Recommended: Secret"],
            Recommended().Matches(document).Select(match => match.Groups["text"].Value)
        );
        Assert.DoesNotContain(
            "hidden",
            document[document.IndexOf("<form", StringComparison.Ordinal)..][..40],
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Note(Recommendation recommendation) =>
        string.Join(
            '|',
            [
                recommendation.Situation.ToString(),
                $"Recommended: {recommendation.Method.Name}",
                recommendation.Method.Id,
                .. recommendation.Reasons.Concat(recommendation.Conditions).Select(reason => reason.Rule),
                .. recommendation.Others.SelectMany(other =>
                    (string[])[other.Method.Id, other.Standing, .. other.Reasons.Select(reason => reason.Rule)]
                ),
            ]
        );

    [GeneratedRegex("""<pre id="noted">(?<json>.*?)</pre>""", RegexOptions.Singleline)]
    private static partial Regex Noted();

    [GeneratedRegex("""<p class="recommended"[^>]*>(?<text>[^<]*)</p>""")]
    private static partial Regex Recommended();
}
