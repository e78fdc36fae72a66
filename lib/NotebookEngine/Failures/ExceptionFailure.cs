using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;
using NotebookEngine.Compiling;
using NotebookEngine.Execution;

namespace NotebookEngine.Failures;

/// <summary>Turns what a cell threw into a failure of the cell.</summary>
// Among the cells are all that the session has run: a frame may lie in an earlier one.
internal sealed class ExceptionFailure(CellText cell, IReadOnlyDictionary<string, SourceText> cells)
{
    internal CellFailure From(Exception thrown, ScriptState? state)
    {
        // The wrapper of a call by reflection says nothing; what it wraps does.
        var exception = thrown is TargetInvocationException { InnerException: { } inner } ? inner : thrown;
        return From(exception, new StackTrace(exception, fNeedFileInfo: true), state);
    }

    internal CellFailure From(Exception exception, StackTrace trace, ScriptState? state)
    {
        var frames = trace.GetFrames();
        var secrets = new SecretVariables(state);
        var line = frames.FirstOrDefault(frame => frame.GetFileName() == cell.Id)?.GetFileLineNumber();
        return new CellFailure
        {
            Kind = FailureKind.Exception,
            Name = exception.GetType().FullName!,
            Message = secrets.Hide(ExceptionCauses.MessageOf(exception)) + MissingLibrary.Advice(exception),
            Line = line,
            SourceLine = cell.Line(line),
            Values = line is { } number && state is not null ? new MentionedValues(cell, state).On(number) : [],
            Details =
            [
                .. new ExceptionCauses(cells).Of(exception).Select(secrets.Hide),
                .. ThrownIn(frames),
                .. FramesInCells(frames, line),
            ],
        };
    }

    // The first frame tells a learner which call of a library refused; the frames between it and the cell do not.
    private IEnumerable<string> ThrownIn(StackFrame[] frames)
    {
        var first = frames.FirstOrDefault(frame => frame.GetMethod() is { } method && !IsThrowHelper(method));
        if (first?.GetMethod() is { } method && !IsInCell(first))
        {
            yield return $"   thrown in {Name(method)}";
        }
    }

    private static bool IsThrowHelper(MethodBase method) =>
        method.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false)
        || method.DeclaringType?.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false) is true
        || method.DeclaringType?.Name is "ThrowHelper" or "ThrowHelpers";

    private IEnumerable<string> FramesInCells(StackFrame[] frames, int? failingLine) =>
        frames
            .Where(IsInCell)
            .Select(frame => (Id: frame.GetFileName()!, Line: frame.GetFileLineNumber()))
            .Distinct()
            .Where(place => place != (cell.Id, failingLine))
            .Select(place =>
                $"   at {place.Id}, line {place.Line}: {CellText.Line(cells[place.Id], place.Line)?.Trim()}"
            );

    private bool IsInCell(StackFrame frame) => frame.GetFileName() is { } file && cells.ContainsKey(file);

    // The compiler keeps an async method or an iterator in a nested type named <Method>…, a lambda in a method so named.
    private static string Name(MethodBase method)
    {
        var type = method.DeclaringType;
        var name = method.Name;
        while (type is { DeclaringType: { } outer } && type.Name.StartsWith('<'))
        {
            name = type.Name.StartsWith("<>", StringComparison.Ordinal) ? name : type.Name;
            type = outer;
        }

        name = name.StartsWith('<') ? name[1..name.IndexOf('>')] : name;
        return $"{type?.FullName}.{name}";
    }
}
