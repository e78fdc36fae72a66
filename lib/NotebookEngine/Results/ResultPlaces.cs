using NotebookEngine.Arguments;
using NotebookEngine.Files;

namespace NotebookEngine.Results;

/// <summary>What must hold of the places for results before anything runs, so that no result takes the place of something else.</summary>
internal static class ResultPlaces
{
    /// <param name="files">All that will be written.</param>
    /// <param name="folders">Folders that will hold some of them, each with its option.</param>
    /// <param name="sources">Paths of the notebooks that are run.</param>
    /// <exception cref="UsageException">Something would be lost.</exception>
    internal static void Check(
        IReadOnlyList<ResultFile> files,
        IReadOnlyList<(string Option, string Path)> folders,
        IReadOnlyList<string> sources
    )
    {
        var replacing = files.Where(file => !file.IsStream).ToList();
        CheckSources(replacing, sources);
        CheckShared([.. replacing.Select(file => (file.Option, file.Path)), .. folders]);
        if (replacing.Select(file => file.Refusal()).FirstOrDefault(refusal => refusal is not null) is { } first)
        {
            throw new UsageException(first);
        }
    }

    private static void CheckSources(IEnumerable<ResultFile> files, IEnumerable<string> sources)
    {
        var notebooks = sources.Select(Links.Follow).ToHashSet(Links.Comparer);
        if (files.FirstOrDefault(file => notebooks.Contains(Links.Follow(file.Path))) is { } onto)
        {
            throw new UsageException(
                $"{onto.Option} would replace '{onto.Path}', a notebook that is run: name another place"
            );
        }
    }

    private static void CheckShared(IEnumerable<(string Option, string Path)> places)
    {
        var shared = places
            .GroupBy(place => Links.Follow(place.Path), Links.Comparer)
            .FirstOrDefault(group => group.Count() > 1);
        if (shared is not null)
        {
            var options = string.Join(" and ", shared.Select(place => place.Option).Distinct());
            throw new UsageException(
                $"{options} would write the same file, '{shared.Key}': give each a place of its own"
            );
        }
    }
}
