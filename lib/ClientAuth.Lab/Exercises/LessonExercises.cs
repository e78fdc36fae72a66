namespace ClientAuth.Lab.Exercises;

/// <summary>The exercises of the lessons. Each is a part of this class in a file of its own, named after it.</summary>
public sealed partial class LessonExercises;
