namespace NotebookEngine.Tests.Language;

public sealed class DocumentationTests(Engine engine) : IDisposable
{
    private const string Inner = """
        namespace Inner;
        /// <summary>What is told.</summary>
        public class Word
        {
            /// <summary>Says it.</summary>
            /// <returns>The sound.</returns>
            public virtual string Say() => "";
        }
        """;

    private const string Outer = """
        namespace Outer;
        /// <summary>One who speaks.</summary>
        /// <param name="Name">Who it is.</param>
        public sealed record Speaker(string Name)
        {
            /// <summary>
            /// Speaks <paramref name="word"/>, or <see langword="null"/> to be <see cref="Silent(int)"/>.
            /// <para>Twice if <c>loud</c>; see <see href="https://example.org/">the page</see>.</para>
            /// <list type="bullet"><item>first</item><item><term>second</term><description>last</description></item></list>
            /// <code>
            ///   new Speaker("x")
            ///     .Speak(null);
            /// </code>
            /// </summary>
            /// <param name="word">What to
            /// say.</param>
            /// <returns>How <see cref="System.Collections.Generic.List{T}"/> sounds.</returns>
            /// <exception cref="System.ArgumentException">It is <paramref name="word"/>.</exception>
            /// <remarks>Slow.</remarks>
            public string Speak(Inner.Word word) => "";
            public string Silent(int seconds) => "";
        }
        public sealed class Whisper : Inner.Word
        {
            /// <inheritdoc/>
            public override string Say() => "w";
        }
        public sealed class Shout : Inner.Word
        {
            public override string Say() => "S";
        }
        """;

    private readonly LanguageSession _session = new(engine);

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_librarys_comment_is_read_from_beside_it()
    {
        await LoadAsync();

        Assert.Equal(
            """
            string Speaker.Speak(Inner.Word word)

            Speaks word, or null to be Speaker.Silent.

            Twice if loud; see the page (https://example.org/).

            - first
            - second: last

                new Speaker("x")
                  .Speak(null);

            Parameters:
              word: What to say.

            Returns: How List sounds.

            Exceptions:
              ArgumentException: It is word.

            namespace Outer, Outer.dll
            """,
            await _session.ExplainAsync("speaker.Spe|ak(null)"),
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public async Task Remarks_are_for_those_who_ask_for_detail()
    {
        await LoadAsync();

        Assert.DoesNotContain("Slow.", await _session.ExplainAsync("speaker.Spe|ak(null)"), StringComparison.Ordinal);
        Assert.Contains(
            "\n\nSlow.\n\n",
            await _session.ExplainAsync("speaker.Spe|ak(null)", detailLevel: 1),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("speaker.Na|me", "string Speaker.Name { get; init; }\n\nWho it is.\n\nnamespace Outer, Outer.dll")]
    [InlineData(
        "new Whisper().Sa|y()",
        "string Whisper.Say()\n\nSays it.\n\nReturns: The sound.\n\nnamespace Outer, Outer.dll"
    )]
    [InlineData(
        "new Shout().Sa|y()",
        "string Shout.Say()\n\nSays it.\n\nReturns: The sound.\n\nnamespace Outer, Outer.dll"
    )]
    [InlineData("typeof(Inner.Wo|rd)", "class Inner.Word\n\nWhat is told.\n\nnamespace Inner, Inner.dll")]
    [InlineData("speaker.Sil|ent(1)", "string Speaker.Silent(int seconds)\n\nnamespace Outer, Outer.dll")]
    public async Task What_has_no_comment_of_its_own_takes_the_one_it_inherits(string marked, string text)
    {
        await LoadAsync();

        Assert.Equal(text, await _session.ExplainAsync(marked));
    }

    [Fact]
    public async Task Without_a_file_and_with_a_broken_one_the_signature_remains()
    {
        await LoadAsync();
        File.Delete(_session.Folder.File("bin/Inner.xml"));
        _session.Folder.Write("bin/Outer.xml", "<doc><member name=\"T:Outer.Shout\"><summary>&</member>");

        Assert.Equal(
            "class Inner.Word\n\nnamespace Inner, Inner.dll",
            await _session.ExplainAsync("typeof(Inner.Wo|rd)")
        );
        Assert.Equal("class Outer.Shout\n\nnamespace Outer, Outer.dll", await _session.ExplainAsync("typeof(Sho|ut)"));
    }

    [Fact]
    public async Task The_frameworks_comments_are_read_from_the_SDK()
    {
        var shared = Path.GetDirectoryName(
            Path.GetDirectoryName(Path.GetDirectoryName(typeof(object).Assembly.Location))
        )!;
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(shared, "..", "packs", "Microsoft.NETCore.App.Ref")),
            "no SDK beside this runtime"
        );

        Assert.Equal(
            """
            void List<int>.Add(int item)

            Adds an object to the end of the List.

            Parameters:
              item: The object to be added to the end of the List. The value can be null for reference types.

            namespace System.Collections.Generic, System.Private.CoreLib.dll
            """,
            await _session.ExplainAsync("new List<int>().Ad|d(1)"),
            ignoreLineEndingDifferences: true
        );
    }

    private Task LoadAsync()
    {
        var inner = TestLibrary.Build(_session.Folder, "bin/Inner", Inner);
        TestLibrary.Build(_session.Folder, "bin/Outer", Outer, inner);
        return _session.RunAsync("#r \"bin/Outer.dll\"\nusing Outer;\nvar speaker = new Speaker(\"x\");");
    }
}
