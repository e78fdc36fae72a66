using System.Text;
using Lessons.Tests.Pages;

namespace Lessons.Tests.Sdk;

/// <summary>The page of counterparts: what each method is called in Kotlin, Swift and React Native.</summary>
internal static class SdkPage
{
    public const string Name = "mobile-sdks.md";

    public static string Of(SdkSnippets sdk, IReadOnlyList<LessonManifest> path)
    {
        var page = new StringBuilder(
            $"""
            # The mobile SDKs side by side

            <!-- Written from data/sdk-snippets.json by the tests; UPDATE_LESSONS=1 writes it again. -->

            How an app says by which method its OAuth client authenticates, in the SDKs of HAAPI, an API by which an app logs its user in
            without a browser. {sdk.Checked} The lesson of each row shows the whole lines.

            | the app proves itself by | `token_endpoint_auth_method` | Kotlin | Swift | React Native | lesson |
            |---|---|---|---|---|---|

            """.ReplaceLineEndings("\n")
        );
        foreach (var row in sdk.Counterparts)
        {
            var lesson = path.Single(entry => entry.File == row.Lesson);
            var names = sdk.Languages.Select(language => Cell(row.Names[language]));
            page.Append($"| {row.Credential} | {row.Method} | {string.Join(" | ", names)} ");
            page.Append($"| [{lesson.Number} {lesson.Title}]({lesson.File}) |\n");
        }

        page.Append(
            """

            In Kotlin, `Secret`, `SignedJwt`, `Mtls` and `MtlsKeyHash` are members of `ClientAuthenticationMethodConfiguration`. In React Native,
            what the function gives is the configuration's `clientAuthenticationMethodConfig`.

            """.ReplaceLineEndings("\n")
        );
        return page.ToString();
    }

    private static string Cell(IReadOnlyList<string> names) =>
        names is []
            ? "it has that, for each platform; not shown here"
            : string.Join("<br>", names.Select(name => $"`{name}`"));
}
