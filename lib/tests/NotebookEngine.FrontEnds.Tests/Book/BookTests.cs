using Microsoft.Playwright;
using NotebookEngine.FrontEnds.Tests.Rendering;

namespace NotebookEngine.FrontEnds.Tests.Book;

/// <summary>The web edition as a reader uses it: from disk, without a network.</summary>
public sealed class BookTests(WrittenBooks books) : IClassFixture<WrittenBooks>
{
    private const long MostBytes = 10_000_000;

    [Fact]
    public async Task Every_page_opens_without_a_network_and_every_link_leads_somewhere()
    {
        var book = await books.WholeAsync();
        var paths = Directory
            .GetFiles(book, "*.html", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToList();
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var page = await books.OpenAsync("index.html");
        foreach (var path in paths)
        {
            await page.GoAsync(path);
            var address = page.Page.Url;
            anchors.Add(address);
            anchors.UnionWith(
                (
                    await page.Page.EvaluateAsync<string[]>(
                        "() => [...document.querySelectorAll('[id]')].map(({ id }) => id)"
                    )
                ).Select(id => $"{address}#{id}")
            );
            foreach (
                var link in await page.Page.EvaluateAsync<string[]>(
                    "() => [...document.links].map(({ href }) => decodeURI(href))"
                )
            )
            {
                links.TryAdd(link, address);
            }
        }

        Assert.Equal(
            Checkout.Lessons.Count,
            paths.Count(path => char.IsDigit(Path.GetFileName(path)[0]) && Path.GetDirectoryName(path) == book)
        );
        Assert.Empty(page.Complaints);
        Assert.Empty(
            links
                .Where(link => link.Key.StartsWith("file:", StringComparison.Ordinal) && !anchors.Contains(link.Key))
                .Select(link => $"{link.Value}: {link.Key}")
        );
    }

    [Fact]
    public async Task The_whole_book_is_small()
    {
        var files = new DirectoryInfo(await books.WholeAsync()).EnumerateFiles("*", SearchOption.AllDirectories);

        Assert.InRange(files.Sum(file => file.Length), 1_000_000, MostBytes);
    }

    [Fact]
    public async Task A_search_by_keyboard_leads_to_the_heading()
    {
        await using var page = await books.OpenAsync("solutions/01-client-secret.html");

        await page.Page.Keyboard.PressAsync("/");
        await page.Page.Keyboard.TypeAsync("replay cache");
        await Assertions.Expect(page[".found strong"].First).ToHaveTextAsync("replay cache");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page[".found a"].First).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page["h1"]).ToHaveTextAsync("Glossary");
        Assert.EndsWith("/whole/glossary.html#replay-cache", page.Page.Url, StringComparison.Ordinal);

        await page.Page.Keyboard.PressAsync("/");
        await page.Page.Keyboard.TypeAsync("qqqq");
        await Assertions.Expect(page[".found .count"]).ToHaveTextAsync("Nothing found.");
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page[".found"]).ToBeHiddenAsync();
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_term_says_what_it_means_where_the_keyboard_reaches_it()
    {
        await using var page = await books.OpenAsync("01-client-secret.html");
        var term = page["a.term"].First;
        var definition = page["#book-definition"];

        await page.Page.Keyboard.PressAsync("Tab");
        await term.FocusAsync();
        await Assertions.Expect(definition).ToHaveTextAsync((await term.GetAttributeAsync("data-definition"))!);
        await Assertions.Expect(term).ToHaveAttributeAsync("aria-describedby", "book-definition");
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(definition).ToBeHiddenAsync();
        await term.HoverAsync();
        await Assertions.Expect(definition).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_key_skips_to_the_text_and_the_theme_is_remembered()
    {
        await using var page = await books.OpenAsync("01-client-secret.html");

        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page["main"]).ToBeFocusedAsync();

        await page["#book-theme"].ClickAsync();
        await page.GoAsync("index.html");
        await Assertions.Expect(page["html"]).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(page["body"]).ToHaveCSSAsync("background-color", "rgb(23, 25, 28)");
    }

    [Fact]
    public async Task A_chart_says_its_values_one_by_one_and_a_decision_follows_the_answers()
    {
        await using var page = await books.OpenAsync("10-timing.html");
        var chart = page[".chart:has(.readout [aria-pressed])"].First;

        await chart.GetByLabel("Next value").ClickAsync();
        await Assertions
            .Expect(chart.Locator("output"))
            .ToHaveTextAsync((await chart.Locator(".here > title").First.TextContentAsync())!);
        await chart.Locator("[aria-pressed]").First.ClickAsync();
        Assert.NotEqual(0, await chart.Locator(".faded").CountAsync());

        await page.GoAsync("choosing-a-method.html");
        var before = await page[".recommended"].TextContentAsync();
        await page["input[name=environment][value=development]"].CheckAsync();
        await page["input[name=platform][value=simulator]"].CheckAsync();
        await Assertions.Expect(page[".recommended"]).Not.ToHaveTextAsync(before!);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_question_checks_itself_and_the_browser_remembers_what_was_right_and_read()
    {
        await using var page = await books.OpenSmallAsync("01-first.html");
        var verdict = page[".verdict"];

        await page[".quiz input"].First.FocusAsync();
        await page.Page.Keyboard.PressAsync("Space");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(verdict).ToHaveTextAsync("Wrong. It is not.");
        Assert.Equal("0 of 2 lessons read, 0 of 1 questions right", await page.ProgressAsync());
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(verdict).ToHaveTextAsync("Right. It is.");
        await page["#book-read button"].ClickAsync();

        await page.GoAsync("index.html");
        Assert.Equal("1 of 2 lessons read, 1 of 1 questions right", await page.ProgressAsync());
        await Assertions
            .Expect(page["#book-contents .state"])
            .ToHaveAttributeAsync("aria-label", "read, 1 of 1 questions right");
        page.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page["main .progress button"].ClickAsync();
        Assert.Equal("0 of 2 lessons read, 0 of 1 questions right", await page.ProgressAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Code_is_copied_as_it_stands()
    {
        await using var page = await books.OpenSmallAsync("01-first.html");

        // The label says it for a moment only, so it is noted when it does.
        await page[".copy"]
            .First.EvaluateAsync(
                "button => new MutationObserver(() => { button.dataset.said ??= button.textContent; }).observe(button, { childList: true })"
            );
        await page[".copy"].First.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page[".copy"].First).ToHaveAttributeAsync("data-said", "Copied");
        await page["#book-search input"].FocusAsync();
        await page.Page.Keyboard.PressAsync("Control+V");

        await Assertions.Expect(page["#book-search input"]).ToHaveValueAsync(SmallLessons.Code);
    }

    [Fact]
    public async Task Without_scripts_all_can_be_read_and_nothing_promises_more()
    {
        await using var page = await books.OpenSmallAsync("01-first.html", scripts: false);

        await Assertions.Expect(page["#book-search"]).ToBeHiddenAsync();
        await Assertions.Expect(page["#book-theme"]).ToBeHiddenAsync();
        await Assertions.Expect(page["#book-progress"]).ToBeHiddenAsync();
        await Assertions.Expect(page[".quiz [data-right]"]).ToBeHiddenAsync();
        await page[".quiz summary"].ClickAsync();
        await Assertions.Expect(page[".quiz [data-right]"]).ToHaveTextAsync("Right. It is.");
        await page["a[rel=next]"].ClickAsync();
        await Assertions.Expect(page["h1"]).ToHaveTextAsync("Second");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_printed_page_has_the_text_alone()
    {
        await using var page = await books.OpenAsync("01-client-secret.html");

        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page[".bar"]).ToBeHiddenAsync();
        await Assertions.Expect(page["#book-contents"]).ToBeHiddenAsync();
        await Assertions.Expect(page[".copy"].First).ToBeHiddenAsync();
        await Assertions.Expect(page["h1"]).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("01-client-secret.html")]
    [InlineData("glossary.html")]
    [InlineData("choosing-a-method.html")]
    [InlineData("solutions/01-client-secret.html")]
    public async Task Nobody_is_kept_out_and_nothing_is_wider_than_a_phone(string name)
    {
        var axe = await AxeScript.ReadAsync();
        await using var page = await books.OpenAsync(name);
        await page.Page.SetViewportSizeAsync(360, 800);
        Assert.Equal(360, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));

        await page.Page.EvaluateAsync(axe);
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.Page.EmulateMediaAsync(new() { ColorScheme = theme });
            Assert.Empty(
                await page.Page.EvaluateAsync<string[]>(
                    """
                    async () => (await axe.run({ resultTypes: ['violations'], preload: false })).violations
                      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                      .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`))
                    """
                )
            );
        }
    }
}
