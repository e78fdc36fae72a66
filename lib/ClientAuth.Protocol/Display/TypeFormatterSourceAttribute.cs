namespace ClientAuth.Protocol.Display;

/// <summary>
/// Tells a notebook engine which type formats a value. .NET Interactive finds it by its name and its two properties, so no
/// package of the engine is referenced.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>What is emitted, as far as the running engine carries it; without this an engine emits HTML only.</summary>
    public string[] PreferredMimeTypes
    {
        get => [.. field.Where(CarriedForms.Has)];
        init;
    } = [];
}
