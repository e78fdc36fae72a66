namespace ClientAuth.Lab.Learners;

/// <summary>A file's text is no progress of the version that is known here. The message is a part of a sentence.</summary>
/// <param name="message">What is wrong with it.</param>
/// <param name="isNewer">Whether it is progress of a later version, which a newer checkout can use.</param>
internal sealed class ProgressFormatException(string message, bool isNewer = false) : Exception(message)
{
    public bool IsNewer => isNewer;

    /// <summary>What becomes of the file, as a sentence.</summary>
    public string Consequence =>
        isNewer
            ? "Update this checkout: a newer one has written the file."
            : "When you solve the next exercise, it is set aside under another name, and a new file begins.";
}
