namespace ClientAuth.Lab.Learners;

/// <summary>Where an exercise stands.</summary>
/// <param name="Lesson">The notebook's file name without extension.</param>
/// <param name="Cell">The id of its cell.</param>
/// <param name="Name">The property of <see cref="LessonExercises"/> that the cell checks; empty where it checks none.</param>
internal sealed record CourseExercise(string Lesson, string Cell, string Name);
