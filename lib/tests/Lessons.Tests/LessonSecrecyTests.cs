using System.Text;
using System.Text.RegularExpressions;
using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>What a lesson leaves in its outputs, which people commit and share: nothing that could be used.</summary>
public sealed partial class LessonSecrecyTests(Engine engine)
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task No_output_holds_a_secret_of_the_lab(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var result = await engine.RunAsItStandsAsync(lesson);

                Assert.True(result.FirstFailure is null, $"cell {result.FirstFailure?.Id} fails");
                var secrets = TellerCell.Told(result);
                Assert.NotEmpty(secrets);
                Assert.All(secrets, secret => Assert.True(secret.Length >= 32));
                var shown = Shown(result);
                Assert.All(
                    secrets.SelectMany(Spellings),
                    secret => Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase)
                );
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task No_output_holds_a_whole_token_or_a_private_key(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var shown = Shown(await engine.RunAsItStandsAsync(lesson));

                Assert.DoesNotMatch(WholeJwt, shown);
                Assert.DoesNotContain("PRIVATE KEY", shown, StringComparison.Ordinal);
                Assert.DoesNotMatch(PrivateJwk, shown);
            }
        );

    [Fact]
    public void A_whole_token_and_a_private_key_would_be_noticed()
    {
        var segment = new string('A', 43);

        Assert.Matches(WholeJwt, $"token: eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhIn0.{segment}");
        Assert.Matches(PrivateJwk, $$"""{"kty":"EC","d":"{{segment}}"}""");
        Assert.Matches(PrivateJwk, $$"""{&quot;kty&quot;:&quot;EC&quot;,&quot;d&quot;: &quot;{{segment}}&quot;}""");
    }

    /// <summary>A secret as it stands, and its end as it looks inside a Basic header, whatever the identifier before it.</summary>
    private static IEnumerable<string> Spellings(string secret) =>
        [
            secret,
            .. Enumerable
                .Range(0, 3)
                .Select(shift =>
                    Convert.ToBase64String(Encoding.ASCII.GetBytes(new string(' ', shift) + secret))[4..^4]
                ),
            Convert.ToHexString(Encoding.ASCII.GetBytes(secret)),
        ];

    private static string Shown(NotebookResult result) =>
        string.Join(
            '\n',
            TellerCell
                .Without(result)
                .SelectMany(cell => cell.Shown.SelectMany(shown => shown.Forms.Values).Append(cell.Printed))
        );

    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{12,}")]
    private static partial Regex WholeJwt { get; }

    [GeneratedRegex(@"(""|&quot;|\\u0022)d(""|&quot;|\\u0022)\s*:\s*(""|&quot;|\\u0022)[A-Za-z0-9_-]{20,}")]
    private static partial Regex PrivateJwk { get; }
}
