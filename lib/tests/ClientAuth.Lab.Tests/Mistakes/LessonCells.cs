using System.Text.Json;

namespace ClientAuth.Lab.Tests.Mistakes;

/// <summary>The lessons of the checkout, looked up as the mistakes name them: <c>02#window</c>.</summary>
internal sealed class LessonCells
{
    private readonly Dictionary<string, Lesson> _lessons = Directory
        .EnumerateFiles(Checkout.PathOf("notebooks"), "??-*.ipynb")
        .Select(Lesson.Read)
        .ToDictionary(lesson => lesson.File[..2]);

    /// <summary>The lesson and the heading above the cell; null where there is no such lesson or no such cell.</summary>
    public (string File, string Title, string Heading)? Find(string place) =>
        _lessons.TryGetValue(place[..2], out var lesson) && lesson.Headings.TryGetValue(place[3..], out var heading)
            ? (lesson.File, lesson.Title, heading)
            : null;

    /// <param name="File">The name of its file.</param>
    /// <param name="Title">Its first heading, number and all.</param>
    /// <param name="Headings">The id of each cell, and the heading that it stands under.</param>
    private sealed record Lesson(string File, string Title, IReadOnlyDictionary<string, string> Headings)
    {
        public static Lesson Read(string path)
        {
            using var notebook = JsonDocument.Parse(System.IO.File.ReadAllText(path));
            var (headings, last) = (new Dictionary<string, string>(), "");
            foreach (var cell in notebook.RootElement.GetProperty("cells").EnumerateArray())
            {
                if (cell.GetProperty("cell_type").GetString() == "markdown")
                {
                    last = HeadingIn(cell) ?? last;
                }

                headings[cell.GetProperty("id").GetString()!] = last;
            }

            return new Lesson(Path.GetFileName(path), headings.Values.First(heading => heading != ""), headings);
        }

        private static string? HeadingIn(JsonElement cell) =>
            cell.GetProperty("source")
                .EnumerateArray()
                .Select(line => line.GetString()!.TrimEnd())
                .LastOrDefault(line => line.StartsWith('#'))
                ?.TrimStart('#', ' ');
    }
}
