namespace ClientAuth.Lab.Exercises;

/// <summary>A type as a learner writes it in a cell: <c>Func&lt;string, byte[]&gt;</c>, not <c>Func`2</c>.</summary>
internal static class TypeInCSharp
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(double)] = "double",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
    };

    public static string Of(Type type) =>
        Keywords.TryGetValue(type, out var keyword) ? keyword
        : type.IsArray ? $"{Of(type.GetElementType()!)}[]"
        : !type.IsGenericType ? type.Name
        : IsTuple(type) ? $"({Arguments(type)})"
        : $"{type.Name.Split('`')[0]}<{Arguments(type)}>";

    private static string Arguments(Type type) => string.Join(", ", type.GetGenericArguments().Select(Of));

    private static bool IsTuple(Type type) => type.Name.StartsWith(nameof(ValueTuple), StringComparison.Ordinal);
}
