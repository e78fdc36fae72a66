using System.Text.Json;
using ClientAuth.Lab.Exercises;
using ClientAuth.Lab.Learners;

namespace ClientAuth.Lab.Tests.Learners;

/// <summary>The exercises that are counted are those of the notebooks.</summary>
public sealed class CourseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("course-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_exercise_of_the_lessons_is_one_that_can_be_recorded()
    {
        var course = Course.Read(Checkout.PathOf("notebooks"));

        Assert.Equal("client-authentication", course.Collection);
        Assert.Empty(course.Unreadable);
        Assert.Equal(
            typeof(LessonExercises)
                .GetProperties()
                .Where(property => property.PropertyType.IsAssignableTo(typeof(IExercise)))
                .Select(property => property.Name)
                .Order(),
            course.Exercises.Select(exercise => exercise.Name).Order()
        );
    }

    [Fact]
    public void A_text_is_one_string_or_a_list_of_its_lines()
    {
        Write("collection.json", """{"name": "a-course"}""");
        Write("00-start.ipynb", Notebook("\"await lab.Exercises.One.CheckAsync(1)\""));
        Write("01-next.ipynb", Notebook("""["int x = 1;\n", "await lab.Exercises\n", "  .Two.CheckAsync(x)"]"""));
        Write("scratch.ipynb", Notebook("\"await lab.Exercises.Three.CheckAsync(1)\""));

        var course = Course.Read(_folder.FullName);

        Assert.Equal("a-course", course.Collection);
        Assert.Equal(
            [new CourseExercise("00-start", "exercise", "One"), new CourseExercise("01-next", "exercise", "Two")],
            course.Exercises
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("[]")]
    [InlineData("""{"cells": 1}""")]
    [InlineData("""{"cells": [{"cell_type": "code", "id": "exercise", "source": "\ud800"}]}""")]
    public void A_notebook_that_cannot_be_read_is_named_and_the_others_count(string text)
    {
        Write("collection.json", """{"name": "a-course"}""");
        Write("00-start.ipynb", Notebook("\"await lab.Exercises.One.CheckAsync(1)\""));
        Write("01-next.ipynb", text);

        var course = Course.Read(_folder.FullName);

        Assert.Equal(["01-next.ipynb"], course.Unreadable);
        Assert.Single(course.Exercises);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"name": ""}""")]
    public void A_collection_without_a_name_is_an_error(string text)
    {
        Write("collection.json", text);

        Assert.ThrowsAny<JsonException>(() => Course.Read(_folder.FullName));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private static string Notebook(string source) =>
        $$"""{"cells": [{"cell_type": "code", "id": "exercise", "source": {{source}}}, {"cell_type": "markdown", "id": "exercise-2", "source": ""}]}""";
}
