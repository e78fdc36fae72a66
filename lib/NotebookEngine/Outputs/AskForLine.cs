namespace NotebookEngine.Outputs;

/// <summary>Asks a person for one line, and waits for it on the calling thread.</summary>
/// <param name="prompt">What is asked; may be empty.</param>
/// <param name="isPassword">Whether the answer must not be shown while it is typed.</param>
/// <returns>The answer without its line end.</returns>
/// <exception cref="OperationCanceledException">The cell was interrupted while it waited.</exception>
internal delegate string AskForLine(string prompt, bool isPassword);
