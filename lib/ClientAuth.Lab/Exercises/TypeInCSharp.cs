namespace ClientAuth.Lab.Exercises;

/// <summary>A type as a learner writes it in a cell: <c>Func&lt;string, byte[]&gt;</c>, not <c>Func`2</c>.</summary>
internal static class TypeInCSharp
{
    public static string Of(Type type) =>
        Keyword(type) is { } keyword ? keyword
        : type.IsArray ? $"{Of(type.GetElementType()!)}[]"
        : !type.IsGenericType ? type.Name
        : IsTuple(type) ? $"({Arguments(type)})"
        : $"{type.Name.Split('`')[0]}<{Arguments(type)}>";

    private static string? Keyword(Type type) =>
        Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => "bool",
            TypeCode.Byte => "byte",
            TypeCode.Char => "char",
            TypeCode.Double => "double",
            TypeCode.Int32 when !type.IsEnum => "int",
            TypeCode.Int64 when !type.IsEnum => "long",
            TypeCode.String => "string",
            _ when type == typeof(object) => "object",
            _ => null,
        };

    private static string Arguments(Type type) => string.Join(", ", type.GetGenericArguments().Select(Of));

    private static bool IsTuple(Type type) => type.Name.StartsWith(nameof(ValueTuple), StringComparison.Ordinal);
}
