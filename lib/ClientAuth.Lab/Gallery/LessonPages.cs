using ClientAuth.Lab.Repository;

namespace ClientAuth.Lab.Gallery;

/// <summary>The files of the lessons, by their numbers.</summary>
internal static class LessonPages
{
    /// <summary>For example <c>03-signed-jwt-asymmetric.ipynb</c>; empty where there is no such lesson.</summary>
    /// <param name="number">Two digits.</param>
    public static string Of(string number) =>
        Directory
            .EnumerateFiles(RepositoryData.Lessons, $"{number}-*.ipynb")
            .Select(path => Path.GetFileName(path))
            .FirstOrDefault("");
}
